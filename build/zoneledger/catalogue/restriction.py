"""A catalogue of some plans alone: their rows, and of the lists that grow with the plans only the rows they lead to.

What is made from it cannot depend on any other plan, so it may be made side by side, kept, and made elsewhere.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from zoneledger.catalogue.catalogue import Catalogue
from zoneledger.catalogue.records import FileRows, Table
from zoneledger.catalogue.schemas import PLAN, PLAN_FILE
from zoneledger.remembered import Remembered

#: Shared lists with rows for every place that has a plan. All others are the same words for every plan, and stay whole.
GROWING = ("jurisdictions", "organizations", "zones")

#: Where a row of a growing list stands: its file, and its place there.
_Spot = tuple[FileRows, int]


@dataclass(frozen=True)
class Restrictions:
    """Cuts a catalogue into plans; what that takes is reckoned once.

    Args:
        catalogue: everything that was loaded.
        known: what plans' rows named before, by the digests of their folders.
    """

    catalogue: Catalogue
    known: Remembered = field(default_factory=Remembered)
    _said: dict[str, Mapping[str, Sequence[str]]] = field(default_factory=dict)

    def to(self, plans: Collection[str], also: Mapping[str, Iterable[str]] | None = None) -> Catalogue:
        """The catalogue of some plans.

        Args:
            plans: their ids.
            also: keys of rows of growing lists that are wanted in any case, by list.
        """
        whole, chosen = self.catalogue, sorted(plans)
        found = Catalogue(whole.layout, whole.schemas, whole.dataset, cut=True)
        found.plan_files = {plan: whole.plan_files[plan] for plan in chosen}
        for name, table in whole.tables.items():
            if table.schema.group in (PLAN, PLAN_FILE):
                found.tables[name] = Table(table.schema)
                for plan in chosen:
                    for read in self._files[name].get(plan, ()):
                        found.tables[name].add(read)
        lists = self.lists(chosen, also)
        for name, table in whole.tables.items():
            if name in GROWING:
                found.tables[name] = Table(table.schema)
                for read in lists[name]:
                    found.tables[name].add(read)
            elif name not in found.tables:
                found.tables[name] = table
        return found

    def lists(self, plans: Iterable[str], also: Mapping[str, Iterable[str]] | None = None) -> dict[str, list[FileRows]]:
        """What ``to`` leaves of the growing lists, by list.

        Args:
            plans: as for ``to``.
            also: as for ``to``.
        """
        reached = self._reached(plans, also or {})
        return {name: list(self._cut(name, keys)) for name, keys in reached.items()}

    def _reached(self, plans: Iterable[str], also: Mapping[str, Iterable[str]]) -> dict[str, set[str]]:
        """The keys in each growing list that rows of the plans lead to, directly or through such a list."""
        reached = {name: set(also.get(name, ())) for name in GROWING}
        for plan in plans:
            for target, words in self.named(plan).items():
                reached[target] |= self._spots[target].keys() & words
        fresh = [(name, key) for name, keys in reached.items() for key in keys]
        while fresh:
            for target, keys in self._onward[fresh.pop()]:
                fresh += [(target, key) for key in keys - reached[target]]
                reached[target] |= keys
        return reached

    def named(self, plan: str) -> Mapping[str, Sequence[str]]:
        """What a plan's rows name where they lead into growing lists, by list.

        Args:
            plan: its id.
        """
        if plan not in self._said:
            self._said[plan] = self._of_plan(plan)
        return self._said[plan]

    def _of_plan(self, plan: str) -> Mapping[str, Sequence[str]]:
        digest = self.catalogue.digests.get(plan, "")
        found: Mapping[str, Sequence[str]] | None = self.known.get(digest) if digest else None
        if found is None:
            named: dict[str, set[str]] = {name: set() for name in GROWING}
            for name in self._ways:
                for read in self._files[name].get(plan, ()):
                    for target, keys in self._named(name, read, read.rows):
                        named[target] |= keys
            found = {name: sorted(keys) for name, keys in named.items()}
            if digest:
                self.known.put(digest, found)
        return found

    def _named(self, table: str, read: FileRows, rows: Iterable[Sequence[str]]) -> Iterator[tuple[str, set[str]]]:
        """What some rows of a file name in columns that lead into growing lists, by list."""
        for column, target in self._ways.get(table, ()):
            if (place := read.where.get(column)) is not None:
                yield target, {row[place] for row in rows}

    def _cut(self, name: str, keys: Iterable[str]) -> Iterator[FileRows]:
        """Some rows of a growing list, in its order."""
        rows: dict[int, list[int]] = defaultdict(list)
        for read, row in map(self._spots[name].__getitem__, keys):
            rows[id(read)].append(row)
        for read in self._files[name].get("", ()):
            if chosen := sorted(rows[id(read)]):
                yield replace(read, lines=[read.lines[row] for row in chosen], rows=[read.rows[row] for row in chosen])

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
        """The columns that lead into a growing list, with that list, by table; tables without such are absent."""
        ways = {
            name: [(key.column, key.table) for key in schema.foreign_keys if key.table in GROWING]
            for name, schema in self.catalogue.schemas.items()
        }
        return {name: found for name, found in ways.items() if found}

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

    @cached_property
    def _onward(self) -> dict[tuple[str, str], list[tuple[str, set[str]]]]:
        """The keys in growing lists that each row of one names, by its list and key."""
        return {
            (name, key): [
                (target, keys & self._spots[target].keys())
                for target, keys in self._named(name, read, [read.rows[row]])
            ]
            for name, spots in self._spots.items()
            for key, (read, row) in spots.items()
        }
