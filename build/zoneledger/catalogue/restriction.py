"""A catalogue of some plans alone: their rows, and of the lists that grow with the plans only the rows they lead to.

What is made from it cannot depend on any other plan, so it may be made side by side, kept, and made elsewhere.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from zoneledger.catalogue.catalogue import Catalogue
from zoneledger.catalogue.records import FileRows, Table
from zoneledger.catalogue.schemas import PLAN, PLAN_FILE

#: Shared lists with rows for every place that has a plan. All others are the same words for every plan, and stay whole.
GROWING = ("jurisdictions", "organizations", "zones")

#: Where a row of a growing list stands: its file, and its place there.
_Spot = tuple[FileRows, int]


@dataclass(frozen=True)
class Restrictions:
    """Cuts a catalogue into plans; what that takes is reckoned once.

    Args:
        catalogue: everything that was loaded.
    """

    catalogue: Catalogue

    def to(self, plans: Collection[str], also: Mapping[str, Iterable[str]] | None = None) -> Catalogue:
        """The catalogue of some plans.

        Args:
            plans: their ids.
            also: keys of rows of growing lists that are wanted in any case, by list.
        """
        whole, chosen = self.catalogue, sorted(plans)
        found = Catalogue(whole.layout, whole.schemas, whole.dataset)
        found.plan_files = {plan: whole.plan_files[plan] for plan in chosen}
        for name, table in whole.tables.items():
            if table.schema.group in (PLAN, PLAN_FILE):
                found.tables[name] = Table(table.schema)
                for plan in chosen:
                    for read in self._files[name].get(plan, ()):
                        found.tables[name].add(read)
        reached = self._reached(found, also or {})
        for name, table in whole.tables.items():
            if name in GROWING:
                found.tables[name] = self._part(table, reached[name])
            elif name not in found.tables:
                found.tables[name] = table
        return found

    def _reached(self, found: Catalogue, also: Mapping[str, Iterable[str]]) -> dict[str, set[str]]:
        """The keys in each growing list that rows of the plans lead to, directly or through such a list."""
        reached: dict[str, set[str]] = {name: set(also.get(name, ())) for name in GROWING}
        fresh = [(name, key) for name, keys in reached.items() for key in keys]

        def follow(table: str, read: FileRows, rows: Iterable[int]) -> None:
            for column, target in self._ways[table]:
                if (place := read.where.get(column)) is None:
                    continue
                for value in {read.rows[row][place] for row in rows}:
                    if value in self._spots[target] and value not in reached[target]:
                        reached[target].add(value)
                        fresh.append((target, value))

        for name, table in found.tables.items():
            for read in table.files if self._ways[name] else ():
                follow(name, read, range(len(read.rows)))
        while fresh:
            name, value = fresh.pop()
            read, row = self._spots[name][value]
            follow(name, read, [row])
        return reached

    def _part(self, table: Table, keys: Iterable[str]) -> Table:
        """Some rows of a growing list, in its order."""
        part = Table(table.schema)
        rows: dict[int, list[int]] = defaultdict(list)
        spots = [self._spots[table.schema.name][key] for key in keys]
        for read, row in spots:
            rows[id(read)].append(row)
        for read in self._files[table.schema.name].get("", ()):
            if chosen := sorted(rows[id(read)]):
                cut = [read.lines[row] for row in chosen], [read.rows[row] for row in chosen]
                part.add(replace(read, lines=cut[0], rows=cut[1]))
        return part

    @cached_property
    def _files(self) -> dict[str, dict[str, list[FileRows]]]:
        """What each plan's files hold, by table."""
        found: dict[str, dict[str, list[FileRows]]] = {}
        for name, table in self.catalogue.tables.items():
            own = found.setdefault(name, {})
            for read in table.files:
                own.setdefault(read.plan_id, []).append(read)
        return found

    @cached_property
    def _ways(self) -> dict[str, list[tuple[str, str]]]:
        """The columns of each table that lead into a growing list, with that list."""
        return {
            name: [(key.column, key.table) for key in schema.foreign_keys if key.table in GROWING]
            for name, schema in self.catalogue.schemas.items()
        }

    @cached_property
    def _spots(self) -> dict[str, dict[str, _Spot]]:
        """Where each row of the growing lists stands, by its key."""
        found: dict[str, dict[str, _Spot]] = {name: {} for name in GROWING}
        for name in GROWING:
            table = self.catalogue.tables[name]
            for read in self._files[name].get("", ()):
                place = read.where[table.schema.primary_key[0]]
                found[name] |= {cells[place]: (read, row) for row, cells in enumerate(read.rows)}
        return found
