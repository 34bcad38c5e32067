"""One synthetic plan: the rows of every table and its ``plan.yml``."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from zoneledger.check.order import row_key
from zoneledger.synthesis import duties, outcomes, plan_file
from zoneledger.synthesis.amounts import SPREAD, written
from zoneledger.synthesis.cities import City
from zoneledger.synthesis.dates import Shift
from zoneledger.synthesis.draft import Cells, Draft
from zoneledger.synthesis.model import Model
from zoneledger.synthesis.outline import Slot, slots
from zoneledger.synthesis.patterns import Pattern, Unit

#: Tables whose rows are not in the order in which they are written.
_SORTED = (
    "exclusions",
    "mechanism_actors",
    "milestone_actors",
    "organization_aliases",
    "target_relations",
    "target_zones",
)
_PLAIN = ("milestones", "mechanisms", "projects", "references", "plan_industries")


@dataclass(frozen=True)
class Plan:
    """A plan that does not exist.

    Args:
        id: its id.
        content: what ``plan.yml`` says.
        tables: rows by table, in their files' order; tables without rows are not there.
    """

    id: str
    content: dict[str, Any]
    tables: dict[str, list[Cells]]


def write(model: Model, seed: int, number: int, city: City) -> Plan:
    """The plan of this number: the same for the same seed and curated plans, however many are written.

    Args:
        model: what was learned.
        seed: of the run.
        number: of the plan, from 0.
        city: the city that ``names.city_of`` gives it.
    """
    draft = Draft(model, seed, number, city)
    content = plan_file.content(draft)
    places: dict[str, str] = {}
    for position, slot in enumerate(slots(model, draft.pattern, draft.chance), 1):
        shift = draft.shift(model.by_id[slot.filler.plan_id])
        measure = draft.cells(slot.filler.measure, shift)
        measure |= {
            "parent_id": places.get(slot.parent, ""),
            "position": str(position),
            "number_printed": slot.number,
            "locator": slot.locator,
        }
        measure_id = draft.add("measures", measure)["id"]
        places.setdefault(slot.place.measure.id, measure_id)
        _fill(draft, slot, measure_id, shift)
    _finish(draft)
    outcomes.settle(draft, content)
    keys = {table: row_key(model.schemas[table]) for table in _SORTED if table in draft.tables}
    for table, key in keys.items():
        draft.tables[table].sort(key=key)
    return Plan(draft.id, content, draft.tables)


def _fill(draft: Draft, slot: Slot, measure_id: str, shift: Shift) -> None:
    """Everything that stands under one measure."""
    changes = _changes(draft, slot.filler)
    for table in ("targets", "instruments", *_PLAIN):
        for pattern in slot.filler.rows.get(table, ()):
            cells = draft.cells(pattern, shift)
            cells |= {"measure_id": measure_id, "locator": slot.locator}
            if pattern.cells["printed"] in changes and pattern.amount is not None:
                printed, numbers = changes[pattern.cells["printed"]]
                cells["printed"] = printed
                cells["value"] = written(numbers[pattern.amount.start] * pattern.amount.times)
            row_id = draft.add(table, cells, pattern.id)["id"]
            for follower in pattern.followers:
                _follow(draft, follower, row_id, shift)
    duties.write(draft, slot, measure_id, shift)
    for pattern in slot.filler.exclusions:
        cells = draft.cells(pattern, shift)
        cells["locator"] = slot.locator + pattern.cells["locator"].removeprefix(slot.filler.locator)
        draft.add("exclusions", cells)


def _changes(draft: Draft, unit: Unit) -> dict[str, tuple[str, dict[int, Decimal]]]:
    """For each printed stretch of figures that may change: what is printed instead, and the numbers by place.

    The figures of one unit change together, so that a stretch figure stays above its firm one.
    """
    rows = [*unit.rows.get("targets", ()), *unit.rows.get("instruments", ())]
    fixed = {pattern.cells["printed"] for pattern in rows if pattern.amount is None}
    factors: dict[str, float] = {}
    found: dict[str, dict[int, tuple[int, Decimal]]] = {}
    for pattern in rows:
        amount, printed = pattern.amount, pattern.cells["printed"]
        if amount is None or printed in fixed:
            continue
        if amount.unit not in factors:
            factors[amount.unit] = draft.chance.lognormvariate(0, SPREAD)
        spans = found.setdefault(printed, {})
        spans.setdefault(amount.start, (amount.end, amount.changed(factors[amount.unit])))
    return {
        printed: (_replaced(printed, spans), {at: new for at, (_, new) in spans.items()})
        for printed, spans in found.items()
    }


def _replaced(printed: str, spans: dict[int, tuple[int, Decimal]]) -> str:
    for start, (end, number) in sorted(spans.items(), reverse=True):
        printed = printed[:start] + written(number) + printed[end:]
    return printed


def _follow(draft: Draft, pattern: Pattern, leader: str, shift: Shift) -> None:
    """A row that names another: a target's zones and outcomes, the bodies of a mechanism or milestone."""
    if pattern.table in ("outcomes", "rejected_evidence"):
        outcomes.write(draft, pattern, leader, shift)
        return
    rows = draft.tables.setdefault(pattern.table, [])
    if pattern.table == "target_zones":
        cells = {"target_id": leader, "zone_id": draft.zone(pattern.cells["zone_id"])["id"]}
    else:
        column = pattern.table.replace("_actors", "_id")
        body = draft.body(pattern.cells["organization_id"])
        if any(row[column] == leader and row["organization_id"] == body.id for row in rows):
            return
        cells = {column: leader, "organization_id": body.id, "printed": draft.printed(pattern, body)}
    if cells not in rows:
        rows.append(cells)


def _finish(draft: Draft) -> None:
    """What needs the whole plan: relations between its targets, its aliases, and exclusions that stand only once."""
    for start, end, relation in draft.model.relations:
        if start in draft.ids and end in draft.ids:
            cells = {"from_target_id": draft.ids[start], "to_target_id": draft.ids[end], "relation": relation}
            draft.add("target_relations", cells)
    for printed, organization in draft.aliases.items():
        draft.add("organization_aliases", {"printed": printed, "organization_id": organization})
    for pattern in draft.pattern.loose:
        if pattern.table == "rejected_evidence":
            outcomes.write(draft, pattern, "", draft.shift(draft.pattern))
    once = {
        (row["locator"], row["printed"], row["occurrence"], row["member"]): row
        for row in draft.tables.get("exclusions", ())
    }
    if once:
        draft.tables["exclusions"] = list(once.values())
    draft.tables = {table: rows for table, rows in draft.tables.items() if rows}
