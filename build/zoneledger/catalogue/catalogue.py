"""A whole checkout in memory: shared lists, every plan, and what was wrong with their files."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from zoneledger.catalogue.folder import contents
from zoneledger.catalogue.records import Row, Table
from zoneledger.catalogue.schemas import PLAN, PLAN_FILE, TableSchema
from zoneledger.layout import Layout
from zoneledger.problems import Problem

if TYPE_CHECKING:
    from zoneledger.catalogue.facts import Facts


@dataclass
class Catalogue:
    """Everything under ``datasets/``, with the schemas that rule it.

    Args:
        layout: the checkout.
        schemas: every table's schema by name.
        dataset: ``dataset.yml``.
        plan_files: each plan's ``plan.yml`` by plan id, in id order.
        tables: every table by name; those without rows are there too.
        digests: a name for what stood in each plan's folder when it was read (``folder.digest``), by plan id.
        files: the same of each file there, by plan id and the file's name.
        problems: what was wrong with the files themselves.
        unread: the folders of plans that were left out on purpose.
        shared: the catalogue whose shared lists these are, where they were read once for many; else None.
        cut: whether it was cut out of another to make a part from: nobody changes its rows, and it is soon dropped.
        facts: the facts of its plans that are known already; they are computed where None.
    """

    layout: Layout
    schemas: dict[str, TableSchema]
    dataset: dict[str, Any] = field(default_factory=dict)
    plan_files: dict[str, dict[str, Any]] = field(default_factory=dict)
    tables: dict[str, Table] = field(default_factory=dict)
    digests: dict[str, str] = field(default_factory=dict)
    files: dict[str, dict[str, str]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    unread: list[Path] = field(default_factory=list)
    shared: Catalogue | None = None
    cut: bool = False
    facts: Facts | None = None

    @property
    def as_of(self) -> str:
        """The date of the data, as ``dataset.yml`` says it; empty where that cannot be read."""
        return str(self.dataset.get("as_of", ""))

    def rows(self, table: str, plan_id: str | None = None) -> list[Row]:
        """Typed rows of a table, of one plan or of all."""
        if plan_id is None:
            return self.tables[table].rows
        return self.tables[table].by_plan.get(plan_id, []) if self.schemas[table].group == PLAN else []

    def type_rows(self, names: Collection[str] | None = None) -> None:
        """Types the rows of tables now: processes that are forked afterwards share them.

        Args:
            names: the tables; all where None.
        """
        for name, table in self.tables.items():
            if (names is None or name in names) and table.rows and self.schemas[name].group == PLAN:
                table.by_plan  # noqa: B018 - it is remembered

    def count(self, table: str, plan_id: str | None = None) -> int:
        """How many rows ``rows`` would give."""
        sizes = self.tables[table].sizes
        if plan_id is None:
            return sum(sizes.values())
        return sizes.get(plan_id, 0) if self.schemas[table].group == PLAN else 0

    def row(self, table: str, key: object) -> Row | None:
        """The row of a table whose single-column primary key has this value."""
        return self.tables[table].by_key.get(key)

    @property
    def own(self) -> list[Table]:
        """The tables that this catalogue is about: all of them, but for shared lists that were read once for many."""
        lent = self.shared.tables if self.shared is not None else {}
        return [table for name, table in self.tables.items() if lent.get(name) is not table]

    @property
    def faults(self) -> list[Problem]:
        """What was wrong with the files of all its tables, those of shared lists that were read once for many too."""
        return [*self.problems, *(self.shared.problems if self.shared is not None else ())]

    def of(self, plans: Collection[str]) -> Catalogue:
        """The same catalogue with some of its plans alone; the shared lists are the very same.

        Args:
            plans: their ids.
        """
        found = Catalogue(self.layout, self.schemas, self.dataset, shared=self.shared)
        found.plan_files = {plan: content for plan, content in self.plan_files.items() if plan in plans}
        for name, table in self.tables.items():
            if table.schema.group in (PLAN, PLAN_FILE):
                found.tables[name] = Table(table.schema)
                for read in table.files:
                    if read.plan_id in plans:
                        found.tables[name].add(read)
            else:
                found.tables[name] = table
        return found

    def elsewhere(self, words: Collection[str], plans: Collection[str] | None = None) -> set[str]:
        """Those of some words that stand in the plans left out: enough to know that a shared row is used there.

        Args:
            words: what to look for.
            plans: in which of those plans; in all by default.
        """
        sought, found = set(words), set[str]()
        for folder in self.unread:
            if not sought:
                break
            if plans is None or folder.name in plans:
                for data in filter(None, contents(folder).values()):
                    found |= sought.intersection(re.split(r'[,\r\n": ]+', data.decode("utf-8", "replace")))
                sought -= found
        return found
