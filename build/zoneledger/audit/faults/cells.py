"""Slips of the hand planted in copies of the tables: one cell changed, one row deleted, one exclusion too many."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace

from zoneledger.audit import anchors
from zoneledger.audit.coverage import EXCLUSIONS
from zoneledger.audit.duties import TABLE as DUTIES
from zoneledger.audit.faults import copies
from zoneledger.catalogue import Catalogue
from zoneledger.catalogue.records import Record

VALUED = ("targets", "instruments")
#: Tables whose rows the text accounts for: its figures, headings and printed lists. Without a figure, list or heading
#: (a mechanism, a project) no machine can tell that a row is missing.
COUNTED = (*VALUED, "milestones", "measures", EXCLUSIONS, DUTIES)
_TRIES = 200
_MARKERS = ("", "力争", "确保", "计划", "争取")


@dataclass(frozen=True)
class Fault:
    """One fault.

    Args:
        kind: what sort of slip it is.
        table: the table.
        record: the record changed, deleted, or (for ``stale exclusion``) copied from.
        column: the column changed; empty where a row is deleted or added.
        value: what is written there.
    """

    kind: str
    table: str
    record: Record
    column: str = ""
    value: str = ""

    def __str__(self) -> str:
        place = f"{self.record.file}:{self.record.line}"
        return f"{place} {self.column} {self.record.cells[self.column]!r} -> {self.value!r}" if self.column else f"{place} {self.kind}"

    def apply(self, catalogue: Catalogue) -> Catalogue:
        """A copy of a catalogue that has the fault."""
        if self.kind == "row deleted":
            return copies.without(catalogue, self.record, self.table)
        if self.kind == "stale exclusion":
            columns = catalogue.schemas[EXCLUSIONS].columns
            cells = {column: self.record.cells.get(column, "") for column in columns} | {"reason": "name"}
            extra = replace(self.record, line=10**6, cells=cells)
            return copies.with_records(catalogue, EXCLUSIONS, lambda records: [*records, extra])
        return copies.with_cell(catalogue, self.record, self.table, self.column, self.value)


Maker = Callable[[Catalogue, random.Random, str, Record], Fault | None]


def plan(catalogue: Catalogue, rng: random.Random, count: int) -> list[Fault]:
    """Faults of every kind about equally often, in rows chosen at random.

    Args:
        catalogue: one plan's tables (``copies.of_plan``).
        rng: the source of chance.
        count: how many faults.
    """
    kinds = {
        kind: (make, [(table, record) for table in tables for record in catalogue.tables[table]])
        for kind, (tables, make) in _kinds(catalogue).items()
    }
    planted: list[Fault] = []
    # a kind that finds no row to befall, try after try, is given up
    barren: Counter[str] = Counter({kind: _TRIES for kind, (_, rows) in kinds.items() if not rows})
    while len(planted) < count and any(barren[kind] < _TRIES for kind in kinds):
        for kind, (make, rows) in kinds.items():
            if barren[kind] < _TRIES:
                fault = make(catalogue, rng, *rng.choice(rows))
                barren[kind] = barren[kind] + 1 if fault is None else 0
                planted += [fault] if fault is not None else []
    return planted[:count]


def _kinds(catalogue: Catalogue) -> dict[str, tuple[tuple[str, ...], Maker]]:
    """Every kind of fault: the tables it befalls, and what makes one of it in a row."""
    anchored = tuple(name for name, schema in catalogue.schemas.items() if anchors.anchored(schema))
    return {
        "value": (VALUED, _value),
        "unit": (VALUED, _unit),
        "comparator": (VALUED, _enum("comparator")),
        "strength": (("targets",), _enum("strength")),
        "recurrence": (("targets",), _enum("recurrence")),
        "marker": (("targets",), _marker),
        "due year": (("targets", "milestones"), _due),
        "printed": ((*anchored, DUTIES), _printed),
        "locator": ((*anchored, DUTIES), _locator),
        "occurrence": ((*VALUED, EXCLUSIONS, "milestones"), _count("occurrence")),
        "member": ((*VALUED, EXCLUSIONS), _count("member")),
        "role": ((DUTIES,), _role),
        "organisation": ((DUTIES,), _neighbour("organisation", "printed")),
        "organisation id": ((DUTIES,), _neighbour("organisation id", "organization_id")),
        "list_open": ((DUTIES,), _flag),
        "manner": ((DUTIES,), _manner),
        "row deleted": (COUNTED, _deleted),
        "stale exclusion": (VALUED, _stale),
        "measure title": (("measures",), _title),
    }


def _changed(kind: str, table: str, record: Record, column: str, value: str) -> Fault | None:
    return Fault(kind, table, record, column, value) if record.cells[column] != value else None


def _value(_catalogue: Catalogue, rng: random.Random, table: str, record: Record) -> Fault | None:
    column = rng.choice([name for name in ("value", "value_max") if record.cells[name]])
    return _changed("value", table, record, column, spoil(rng, record.cells[column]))


def _unit(catalogue: Catalogue, rng: random.Random, table: str, record: Record) -> Fault | None:
    units = sorted(unit.cells["id"] for unit in catalogue.tables["units"])
    return _changed("unit", table, record, "unit_id", rng.choice(units))


def _enum(column: str) -> Maker:
    def make(catalogue: Catalogue, rng: random.Random, table: str, record: Record) -> Fault | None:
        values = catalogue.schemas[table].by_name[column].enum
        return _changed(column, table, record, column, rng.choice(values))

    return make


def _marker(_catalogue: Catalogue, rng: random.Random, table: str, record: Record) -> Fault | None:
    return _changed("marker", table, record, "marker_printed", rng.choice(_MARKERS))


def _due(_catalogue: Catalogue, rng: random.Random, table: str, record: Record) -> Fault | None:
    columns = [name for name in ("due", "baseline", "effective_from") if record.cells.get(name, "")[:4].isdecimal()]
    if not columns:
        return None
    column = rng.choice(columns)
    old = record.cells[column]
    return _changed("due year", table, record, column, f"{int(old[:4]) + rng.choice((-3, -2, -1, 1, 2, 3))}{old[4:]}")


def _printed(_catalogue: Catalogue, rng: random.Random, table: str, record: Record) -> Fault | None:
    return _changed("printed", table, record, "printed", spoil(rng, record.cells["printed"]))


def _locator(catalogue: Catalogue, rng: random.Random, table: str, record: Record) -> Fault | None:
    locators = sorted({measure.cells["locator"] for measure in catalogue.tables["measures"]})
    column = "anchor_locator" if table == DUTIES else "locator"
    return _changed("locator", table, record, column, rng.choice(locators))


def _count(column: str) -> Maker:
    def make(_catalogue: Catalogue, rng: random.Random, table: str, record: Record) -> Fault | None:
        old = int(record.cells[column])
        return _changed(column, table, record, column, str(old - 1 if old > 1 and rng.random() < 0.5 else old + 1))

    return make


def _listed(record: Record) -> bool:
    """A duty of a printed list: in running text the words around a name are for people to read."""
    return record.cells["basis"] != "text"


def _role(_catalogue: Catalogue, rng: random.Random, table: str, record: Record) -> Fault | None:
    role = rng.choice(("lead", "responsible", "cooperating"))
    return _changed("role", table, record, "role", role) if _listed(record) else None


def _neighbour(kind: str, column: str) -> Maker:
    def make(catalogue: Catalogue, rng: random.Random, table: str, record: Record) -> Fault | None:
        key = ("measure_id", "role", "anchor_locator")
        rows = [other for other in catalogue.tables[table] if all(other.cells[name] == record.cells[name] for name in key)]
        return _changed(kind, table, record, column, rng.choice(rows).cells[column]) if _listed(record) else None

    return make


def _flag(_catalogue: Catalogue, _rng: random.Random, table: str, record: Record) -> Fault | None:
    other = "false" if record.cells["list_open"] == "true" else "true"
    return _changed("list_open", table, record, "list_open", other) if _listed(record) else None


def _manner(_catalogue: Catalogue, _rng: random.Random, table: str, record: Record) -> Fault | None:
    other = "" if record.cells["manner"] else "by_division"
    return _changed("manner", table, record, "manner", other) if _listed(record) else None


def _deleted(_catalogue: Catalogue, _rng: random.Random, table: str, record: Record) -> Fault | None:
    return Fault("row deleted", table, record) if table != DUTIES or _listed(record) else None


def _stale(_catalogue: Catalogue, _rng: random.Random, table: str, record: Record) -> Fault | None:
    return Fault("stale exclusion", table, record)


def _title(_catalogue: Catalogue, rng: random.Random, table: str, record: Record) -> Fault | None:
    if record.cells["title_basis"] != "printed":
        return None
    return _changed("measure title", table, record, "title_zh", spoil(rng, record.cells["title_zh"]))


def spoil(rng: random.Random, old: str) -> str:
    """One digit changed where there is one, else one character."""
    places = [index for index, char in enumerate(old) if char.isdecimal()] or list(range(len(old)))
    index = rng.choice(places)
    other = rng.choice([d for d in "123456789" if d != old[index]]) if old[index].isdecimal() else rng.choice("發產業區開國車龍")
    return old[:index] + other + old[index + 1 :]
