"""Deadlines of named projects."""

from __future__ import annotations

from collections.abc import Iterator

from zoneledger.edtf import is_redacted
from zoneledger.feeds import left_out
from zoneledger.feeds.days import deadline
from zoneledger.feeds.item import Item
from zoneledger.feeds.reading import Reading, origin
from zoneledger.problems import Text
from zoneledger.views.name import bilingual


def read(reading: Reading) -> Iterator[Item | str]:
    """Every project of a plan that has a deadline; most have none and are expected to have none, so they are not counted."""
    for row in reading.catalogue.rows("projects", reading.plan_id):
        due = row.text("due")
        if not due:
            continue
        when = deadline(due)
        if when is None:
            yield left_out.REDACTED if is_redacted(due) else left_out.NO_TURN
            continue
        bearers = reading.duties.of(row.text("measure_id"))
        called, state = bilingual(row, "name"), bilingual(row, "state")
        yield Item(
            id=row.text("id"),
            plan_id=reading.plan_id,
            table="projects",
            when=when,
            title=Text(f"{called.zh}：{state.zh}", f"{called.en}: {state.en}"),
            details=(bearers.words, origin(row)),
            categories=(Text("项目", "project"),),
            agencies=bearers.agencies,
            shared=True,
        )
