"""Cuts one plan out of the datasets, with every row of other tables that its rows point to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from zoneledger.catalogue import Catalogue, TableSchema
from zoneledger.catalogue.records import Record
from zoneledger.catalogue.schemas import REFERENCE, ForeignKey
from zoneledger.packages.tables import Columns, PublishedTable, ordered

# A foreign key of a table, and the cells of its column.
_Way = tuple[ForeignKey, Sequence[str]]


class Closure:
    """Follows foreign keys from a plan's rows; one instance serves all plans.

    Args:
        catalogue: the datasets.
        records: the records of every table as they are published; indexed once, by the columns that foreign keys
            point to.
    """

    def __init__(self, catalogue: Catalogue, records: Mapping[str, Sequence[Record]]) -> None:
        self._schemas = {schema.name: schema for schema in ordered(catalogue.schemas.values())}
        self._records = records
        # The positions of a plan's rows, by plan and table.
        self._own: dict[str, dict[str, set[int]]] = {}
        for name, rows in self._records.items():
            # A row of a wide table goes with the row it extends.
            for position, record in enumerate(rows if not self._schemas[name].of else ()):
                self._own.setdefault(record.plan_id, {}).setdefault(name, set()).add(position)
        columns = {name: Columns(rows) for name, rows in self._records.items()}
        self._ways: dict[str, list[_Way]] = {
            name: [(key, columns[name].of(schema.by_name[key.column])) for key in schema.foreign_keys]
            for name, schema in self._schemas.items()
        }
        # Rows by the columns that are pointed to: table and column, then value, then positions.
        self._index: dict[tuple[str, str], dict[str, list[int]]] = {}
        for schema in self._schemas.values():
            for key in schema.foreign_keys:
                self._index.setdefault((key.table, key.target), {})
        for (name, column), positions in self._index.items():
            for position, value in enumerate(columns[name].of(self._schemas[name].by_name[column])):
                positions.setdefault(value, []).append(position)
        targets = {name for name, _ in self._index}
        self._wide = {name: schema.of for name, schema in self._schemas.items() if schema.of}
        self._links = [schema for schema in self._schemas.values() if _is_link(schema, targets)]

    def tables(self, plan_id: str) -> tuple[PublishedTable, ...]:
        """All tables, each with the plan's own rows and those needed for every foreign key to resolve.

        Args:
            plan_id: the plan; one without rows gives tables without rows.
        """
        own = self._own.get(plan_id, {})
        chosen = {name: set(own.get(name, ())) for name in self._schemas}
        waiting = list(own.items())
        while waiting:
            name, fresh = waiting.pop()
            for table, positions in self._referenced(name, fresh):
                if found := positions - chosen[table]:
                    chosen[table] |= found
                    waiting.append((table, found))
        for schema in self._links:
            for position in range(len(self._records[schema.name])):
                if all(found <= chosen[table] for table, found in self._referenced(schema.name, (position,))):
                    chosen[schema.name].add(position)
        for name, extended in self._wide.items():
            # Both tables hold the same rows in the same order.
            chosen[name] = chosen[extended]
        return tuple(
            PublishedTable(schema, tuple([self._records[name][position] for position in sorted(chosen[name])]))
            for name, schema in self._schemas.items()
        )

    def _referenced(self, name: str, positions: Iterable[int]) -> list[tuple[str, set[int]]]:
        """The rows that some rows of a table point to, by the tables they stand in."""
        referenced = []
        for key, column in self._ways[name]:
            index = self._index[key.table, key.target]
            values = {column[position] for position in positions}
            found = {place for value in values if value for place in index.get(value, ())}
            referenced.append((key.table, found))
        return referenced


def _is_link(schema: TableSchema, targets: set[str]) -> bool:
    """Whether a shared list only links others, like indicator_relations: nothing leads to it, so it is not followed to.

    Such a row comes along where everything it links is there.
    """
    return schema.group == REFERENCE and schema.name not in targets and len(schema.foreign_keys) > 1
