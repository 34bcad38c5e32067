"""Rows of one side as a graph: who points to whom by foreign key."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from zoneledger.catalogue import TableSchema
from zoneledger.diff.side import Side, table_of

Spot = tuple[str, int]


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """One row; two entries are the same only if they are the same object."""

    table: str
    plan: str
    spot: Spot
    cells: dict[str, str]


class Links:
    """The rows of a side, indexed once by the columns that foreign keys join.

    Args:
        side: the version; its ``plan.yml`` files are the rows of ``plans``.
    """

    def __init__(self, side: Side) -> None:
        self.schemas = side.schemas
        self.entries: dict[str, list[Entry]] = {name: [] for name in side.schemas}
        for path, sheet in side.sheets.items():
            found = table_of(path, side.schemas)
            if found is not None:
                entries = (Entry(found[0].name, found[1], (path, row.line), row.cells) for row in sheet.rows)
                self.entries[found[0].name] += entries
        for plan in side.plans:
            cells = _plan_cells(side, plan)
            self.entries.setdefault("plans", []).append(Entry("plans", plan, (_plan_file(plan), 0), cells))
        self._targets: dict[tuple[str, str, str], list[Entry]] = {}
        self._pointing: dict[tuple[str, str, str], list[Entry]] = {}
        self._joined: dict[str, set[str]] = {}
        for schema in self.schemas.values():
            for key in schema.foreign_keys:
                self._joined.setdefault(key.table, set()).add(key.target)
        for entry in self.all():
            self._index(entry)

    def all(self) -> Iterator[Entry]:
        """Every row."""
        for entries in self.entries.values():
            yield from entries

    def referenced(self, entry: Entry) -> Iterator[Entry]:
        """The rows a row points to."""
        schema = self.schemas.get(entry.table)
        for key in schema.foreign_keys if schema else ():
            yield from self._targets.get((key.table, key.target, _cell(entry, key.column)), ())

    def referencing(self, entry: Entry) -> Iterator[Entry]:
        """The rows that point to a row."""
        for column in self._joined.get(entry.table, ()):
            yield from self._pointing.get((entry.table, column, _cell(entry, column)), ())

    def closure(self, entries: Iterable[Entry]) -> set[Entry]:
        """Rows with everything they point to, directly or not."""
        found = set(entries)
        waiting = list(found)
        while waiting:
            new = set(self.referenced(waiting.pop())) - found
            found |= new
            waiting += new
        return found

    def _index(self, entry: Entry) -> None:
        for column in self._joined.get(entry.table, ()):
            self._targets.setdefault((entry.table, column, _cell(entry, column)), []).append(entry)
        schema = self.schemas.get(entry.table)
        for key in schema.foreign_keys if schema else ():
            if value := _cell(entry, key.column):
                self._pointing.setdefault((key.table, key.target, value), []).append(entry)


def _cell(entry: Entry, column: str) -> str:
    return entry.plan if column == "plan_id" else entry.cells.get(column, "")


def _plan_file(plan: str) -> str:
    return f"datasets/plans/{plan}/plan.yml"


def _plan_cells(side: Side, plan: str) -> dict[str, str]:
    """What of a ``plan.yml`` points elsewhere, under the names of the table ``plans``."""
    content = side.plan_content(plan)
    pointing = {"jurisdiction_code": content.get("jurisdiction"), "zone_id": content.get("zone")}
    return {"id": plan, **{name: value for name, value in pointing.items() if isinstance(value, str)}}


def link_tables(schemas: dict[str, TableSchema]) -> set[str]:
    """Shared lists that only link others, like indicator_relations."""
    pointed_to = {key.table for schema in schemas.values() for key in schema.foreign_keys}
    return {
        name
        for name, schema in schemas.items()
        if schema.group == "reference" and name not in pointed_to and len(schema.foreign_keys) > 1
    }
