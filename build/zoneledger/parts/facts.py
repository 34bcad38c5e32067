"""What plans' parts tell of their plans, each fact as an extract of its own; and a catalogue that knows all of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from zoneledger.assessment import fates
from zoneledger.catalogue import Catalogue
from zoneledger.catalogue.facts import Fact, Facts
from zoneledger.parts.store import Part, Workplace
from zoneledger.views.counts import plan_counts
from zoneledger.views.glossary import quotations
from zoneledger.views.oddities import oddities
from zoneledger.views.open_points import left_open
from zoneledger.views.reading import coding_notes, settled_codings

FACTS: tuple[Fact[Any], ...] = (coding_notes, fates, left_open, oddities, plan_counts, quotations, settled_codings)


def extract(name: str) -> str:
    """The extract that holds a fact.

    Args:
        name: the fact's.
    """
    return f"facts-{name}"


def save(catalogue: Catalogue, plan_id: str, workplace: Workplace) -> None:
    """Keeps a plan's facts.

    Args:
        catalogue: holds this plan and what it leads to.
        plan_id: the plan.
        workplace: its part in the making.
    """
    for each in FACTS:
        workplace.save(extract(each.name), each.as_json(catalogue, plan_id))


def informed(catalogue: Catalogue, parts: Mapping[str, Part]) -> Catalogue:
    """The same catalogue, which knows its plans' facts from their parts.

    Args:
        catalogue: everything that was loaded.
        parts: every plan's part.
    """
    known: dict[tuple[str, str], Any] = {}

    def find(name: str, plan_id: str) -> Any:
        if (name, plan_id) not in known:
            known[name, plan_id] = parts[plan_id].extract(extract(name))
        return known[name, plan_id]

    return replace(catalogue, facts=Facts(find))
