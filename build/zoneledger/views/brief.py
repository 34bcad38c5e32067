"""A plan in four answers: what was promised, by when, by whom, and (with ``views.promise``) what came of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from zoneledger.catalogue import Catalogue
from zoneledger.edtf import latest
from zoneledger.problems import NOTHING, Text
from zoneledger.views.date import date_words
from zoneledger.views.name import Named, bilingual
from zoneledger.views.open_points import OpenPoints

#: Organisations that are named in a sentence.
NAMED = 3


@dataclass(frozen=True)
class Brief:
    """What the head of a plan's page says beside its counts.

    Args:
        first, last: the earliest and the latest deadline of targets and tasks, in words; nothing where none has one.
        stated: targets whose deadline the document itself states.
        bodies: who takes part in most measures, by short name, with how many, most first.
        led: measures for which the document names a lead.
    """

    first: Text
    last: Text
    stated: int
    bodies: tuple[tuple[Named, int], ...]
    led: int


def brief(catalogue: Catalogue, plan_id: str, dues: Iterable[str], open_points: OpenPoints) -> Brief:
    """Sums a plan up.

    Args:
        catalogue: the checked datasets.
        plan_id: the plan.
        dues: EDTF dates of its deadlines, empty where one has none.
        open_points: what it leaves open.
    """
    dated = sorted(filter(None, dues), key=latest)
    duties = catalogue.rows("responsibilities", plan_id)
    borne = {(duty.text("organization_id"), duty.text("measure_id")) for duty in duties}
    measures = Counter(body for body, _ in sorted(borne))
    return Brief(
        first=date_words(dated[0]) if dated else NOTHING,
        last=date_words(dated[-1]) if dated else NOTHING,
        stated=len(open_points.gaps) - open_points.lacking("deadline"),
        bodies=tuple((short_name(catalogue, body), number) for body, number in measures.most_common(NAMED)),
        led=len({duty["measure_id"] for duty in duties if duty["role"] == "lead"}),
    )


def short_name(catalogue: Catalogue, organization_id: str) -> Named:
    """An organisation by its short name, as a sentence names it; English has no short names."""
    row = catalogue.row("organizations", organization_id)
    if row is None:
        return Named(organization_id, Text(organization_id, organization_id))
    found = bilingual(row, "name")
    return Named(organization_id, Text(row.text("short_zh") or found.zh, found.en))
