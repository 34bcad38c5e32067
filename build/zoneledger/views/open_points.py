"""What a plan leaves open: targets without a deadline, a baseline or a lead of their own, measures nobody leads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from zoneledger.catalogue import Catalogue, Row
from zoneledger.catalogue.facts import fact
from zoneledger.catalogue.once import once_a_plan
from zoneledger.edtf import interval_end, interval_start
from zoneledger.problems import Text
from zoneledger.views.name import bilingual
from zoneledger.views.target import TargetView, target

#: Units of new things that are counted: so many founded or listed say enough without a starting point.
_COUNTED = ("count", "people")
#: Kinds of measures that ask for work; objectives state aims, annexes repeat.
_WORK = ("action", "measure", "safeguard")

#: What a target may lack.
GAPS = {
    "unit": Text("单位", "a unit"),
    "baseline": Text("基期", "a baseline"),
    "deadline": Text("自己的期限", "a deadline of its own"),
    "lead": Text("牵头单位", "a lead"),
    "bearer": Text("责任单位", "anyone in charge"),
}

#: How a target's deadline is known, from best to worst.
DEADLINES = {
    "stated": Text("原文写明", "stated in the document"),
    "plan_horizon": Text("只有计划期末", "only the end of the plan"),
    "derived": Text("由年数推算", "derived from a number of years"),
    "recurring": Text("每年重复，未写到哪年", "recurs, with no last year"),
    "none": Text("没有期限", "no deadline at all"),
}


@dataclass(frozen=True)
class OpenMeasure:
    """A measure without a lead.

    Args:
        title: number and title.
        named: whether somebody is responsible, though nobody leads.
    """

    id: str
    title: Text
    named: bool


@dataclass(frozen=True)
class DeadlineKind:
    """Targets whose deadline is known in the same way."""

    key: str
    label: Text
    targets: tuple[TargetView, ...]


@dataclass(frozen=True)
class LeftOpen:
    """What one plan leaves open, as far as it can be counted.

    Args:
        gaps: what each target lacks, by its id, as keys of ``GAPS``; complete targets have an empty tuple.
        measures: measures without a lead, in printed order.
        work: how many measures ask for work.
    """

    gaps: dict[str, tuple[str, ...]]
    measures: tuple[OpenMeasure, ...]
    work: int

    def lacking(self, *gaps: str) -> int:
        """How many targets lack at least one of these."""
        return sum(any(gap in found for gap in gaps) for found in self.gaps.values())

    @property
    def complete(self) -> int:
        """How many targets lack nothing."""
        return sum(not found for found in self.gaps.values())

    @property
    def unnamed(self) -> int:
        """How many measures name nobody at all."""
        return sum(not measure.named for measure in self.measures)


@dataclass(frozen=True)
class OpenPoints(LeftOpen):
    """What one plan leaves open, target by target.

    Args:
        deadlines: targets without a stated deadline, by how theirs is known.
    """

    deadlines: tuple[DeadlineKind, ...]


def open_points(catalogue: Catalogue, plan_id: str) -> OpenPoints:
    """What a plan leaves open, computed from its rows."""
    kinds: dict[str, list[Row]] = {}
    for row in catalogue.rows("targets", plan_id):
        kinds.setdefault(deadline_kind(row), []).append(row)
    return OpenPoints(
        **vars(left_open(catalogue, plan_id)),
        deadlines=tuple(
            DeadlineKind(key, label, tuple(target(catalogue, row) for row in kinds[key]))
            for key, label in DEADLINES.items()
            if key != "stated" and key in kinds
        ),
    )


def _left_open(said: dict[str, Any]) -> LeftOpen:
    measures = (OpenMeasure(**{**one, "title": Text(*one["title"])}) for one in said["measures"])
    return LeftOpen({key: tuple(gaps) for key, gaps in said["gaps"].items()}, tuple(measures), said["work"])


@fact(_left_open)
def left_open(catalogue: Catalogue, plan_id: str) -> LeftOpen:
    """What a plan leaves open, as far as it can be counted."""
    work = len(_work(catalogue, plan_id))
    return LeftOpen(all_gaps(catalogue, plan_id), _without_lead(catalogue, plan_id), work)


@once_a_plan
def all_gaps(catalogue: Catalogue, plan_id: str) -> dict[str, tuple[str, ...]]:
    """What each target of a plan lacks, by its id, as keys of ``GAPS``."""
    led, borne = _covered(catalogue, plan_id, ("lead",)), _covered(catalogue, plan_id, ())
    return {row.text("id"): gaps(catalogue, row, led, borne) for row in catalogue.rows("targets", plan_id)}


def _without_lead(catalogue: Catalogue, plan_id: str) -> tuple[OpenMeasure, ...]:
    """The measures of a plan that ask for work and have no lead, there or in a unit above, in printed order."""
    led, borne = _covered(catalogue, plan_id, ("lead",)), _covered(catalogue, plan_id, ())
    return tuple(
        OpenMeasure(row.text("id"), _titled(row), row.text("id") in borne)
        for row in _work(catalogue, plan_id)
        if row.text("id") not in led
    )


def gaps(catalogue: Catalogue, row: Row, led: set[str], borne: set[str]) -> tuple[str, ...]:
    """What a target lacks, as keys of ``GAPS``.

    A deadline taken from the end of the plan, or counted from a number of years, is not the target's own.

    Args:
        catalogue: for the list of units.
        row: of ``targets``.
        led: ids of the measures that have a lead.
        borne: ids of the measures that name anyone.
    """
    measure = row.text("measure_id")
    lacking = {
        "unit": catalogue.row("units", row["unit_id"]) is None,
        "baseline": _lacks_baseline(catalogue, row),
        "deadline": deadline_kind(row) != "stated",
        "lead": measure in borne and measure not in led,
        "bearer": measure not in borne,
    }
    return tuple(gap for gap, open_ in lacking.items() if open_)


def _lacks_baseline(catalogue: Catalogue, row: Row) -> bool:
    """Whether a figure says nothing without a starting point, and none is given.

    Multiples, rates over several years, and increments of amounts and areas need one. A benchmark is a starting point,
    too. A yearly change, and the growth of a plan's only year, compare with the year before by convention; new things that
    are counted (15 founded, one listed) need none.
    """
    if row["baseline"] is not None or row["benchmark"] is not None or row["recurrence"] == "annual":
        return False
    if row["value_type"] == "growth_rate":
        return not (row["recurrence"] == "once" and _due_in_the_only_year(catalogue, row))
    if row["value_type"] == "increment":
        unit = catalogue.row("units", row["unit_id"])
        return unit is None or unit["quantity_kind"] not in _COUNTED
    return row["value_type"] == "multiple"


def _due_in_the_only_year(catalogue: Catalogue, row: Row) -> bool:
    period = str(catalogue.plan_files.get(row.text("plan_id"), {}).get("period") or "")
    first, last = interval_start(period)[:4], interval_end(period)[:4]
    return bool(first) and first == last == row.text("due")[:4]


def deadline_kind(row: Row) -> str:
    """How the deadline of a target is known: a key of ``DEADLINES``."""
    if row["due"] is None:
        return "none" if row["recurrence"] == "once" else "recurring"
    return row.text("due_basis") if row["due_basis"] in ("plan_horizon", "derived") else "stated"


def _covered(catalogue: Catalogue, plan_id: str, roles: tuple[str, ...]) -> set[str]:
    """Measures for which someone answers in one of these roles (any, if none is given), there or in a unit above."""
    parents = {row.text("id"): row.text("parent_id") for row in catalogue.rows("measures", plan_id)}
    duties = catalogue.rows("responsibilities", plan_id)
    named = {row.text("measure_id") for row in duties if not roles or row["role"] in roles}

    def answered(measure: str) -> bool:
        seen: set[str] = set()
        while measure and measure not in seen:
            if measure in named:
                return True
            seen.add(measure)
            measure = parents.get(measure, "")
        return False

    return {measure for measure in parents if answered(measure)}


def _work(catalogue: Catalogue, plan_id: str) -> list[Row]:
    """The measures that ask for work: the lowest units of the outline, in printed order."""
    rows = catalogue.rows("measures", plan_id)
    parents = {row["parent_id"] for row in rows}
    found = [row for row in rows if row["kind"] in _WORK and row["id"] not in parents]
    return sorted(found, key=lambda row: (row.number("position") or 0, row.text("id")))


def _titled(row: Row) -> Text:
    number, title = row.text("number_printed"), bilingual(row, "title")
    return Text(f"{number} {title.zh}".strip(), f"{number} {title.en}".strip())
