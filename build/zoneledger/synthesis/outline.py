"""The measures of a plan: a curated outline whose runs are made longer or shorter and whose entries are drawn anew."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from zoneledger.synthesis.model import Model, leaf_runs
from zoneledger.synthesis.numerals import following
from zoneledger.synthesis.patterns import PlanPattern, Unit

#: How often a measure keeps the content that it has in the outline's own plan.
OWN = 0.5


@dataclass(slots=True)
class Slot:
    """A place in the outline.

    Args:
        place: the measure that stands there in the curated plan; its id names the place.
        filler: the measure that stands there now.
        locator, number: its place and number as printed.
        parent: the id of the curated measure above; empty at the top.
    """

    place: Unit
    filler: Unit
    locator: str
    number: str
    parent: str


def slots(model: Model, plan: PlanPattern, chance: Random) -> list[Slot]:
    """The outline of one plan, in reading order.

    Args:
        model: what was learned.
        plan: the curated plan whose outline it is.
        chance: what decides.
    """
    runs = leaf_runs(plan)
    taken: set[int] = set()
    found: list[Slot] = []
    for unit in plan.units:
        run = runs.get(unit.measure.cells["parent_id"]) if unit.leaf else None
        if run is None:
            slot = _slot(unit, unit)
            slot.filler = _filler(model, plan, unit, chance, taken) if unit.leaf else unit
            found.append(slot)
        elif unit is run[0]:
            length = chance.choice(model.runs[plan.script, unit.kind])
            for slot in _places(run, length):
                slot.filler = _filler(model, plan, slot.place, chance, taken)
                found.append(slot)
    return found


def _filler(model: Model, plan: PlanPattern, unit: Unit, chance: Random, taken: set[int]) -> Unit:
    """The content of a place: its own, or another measure of its kind that the plan does not have yet."""
    if id(unit) in taken or chance.random() >= OWN:
        others = model.pool[plan.script, unit.kind]
        unit = chance.choice([other for other in others if id(other) not in taken] or others)
    taken.add(id(unit))
    return unit


def _slot(unit: Unit, filler: Unit) -> Slot:
    cells = unit.measure.cells
    return Slot(unit, filler, unit.locator, cells["number_printed"], cells["parent_id"])


def _places(run: list[Unit], length: int) -> Iterator[Slot]:
    """So many places of a run; after its end the numbers go on, where they are numbers."""
    yield from (_slot(unit, unit) for unit in run[:length])
    for steps in range(1, length - len(run) + 1):
        slot = _slot(run[-1], run[-1])
        above, _, last = slot.locator.rpartition("/")
        further = following(last, steps)
        if further is None:
            return
        core, new = (re.sub(r"[()]", "", part) for part in (last, further))
        slot.locator, slot.number = f"{above}/{further}", slot.number.replace(core, new, 1)
        yield slot
