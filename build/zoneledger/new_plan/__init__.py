"""Begins a plan: a folder with a filled ``plan.yml``, the header of every table, and word of what comes next."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from zoneledger.catalogue import Catalogue
from zoneledger.new_plan import folder, reference
from zoneledger.new_plan.gathering import gather
from zoneledger.new_plan.interview import Interview
from zoneledger.new_plan.made import Made
from zoneledger.new_plan.refusal import Refused
from zoneledger.problems import Text


def make(
    catalogue: Catalogue,
    plan_id: str | None,
    source: Path | None,
    given: Mapping[str, list[str]],
    interview: Interview | None,
) -> Made:
    """Makes a plan's folder and registers what the interview was told to register.

    Args:
        catalogue: the checkout.
        plan_id: the id, where it was typed.
        source: path of the source text, where it was typed.
        given: answers typed as options, by key of ``plan.yml``.
        interview: asks for the rest; None where nobody can be asked.

    Raises:
        Refused: an answer is missing or wrong, the id is taken, or the disk refuses; nothing was written.
    """
    content, text = gather(catalogue, plan_id, source, given, interview)
    registered = interview.registered if interview else {}
    made = Made(folder.create(catalogue, content), content, text, registered)
    for table, cells in registered.items():
        try:
            reference.register(catalogue, table, cells)
        except OSError as error:
            folder.withdraw(catalogue.layout, str(content["id"]))
            reason = error.strerror or str(error)
            raise Refused(Text(f"无法写入 {table}.csv：{reason}", f"Cannot write {table}.csv: {reason}")) from error
    return made


__all__ = ["Made", "Refused", "make"]
