"""Cuts one plan out of the datasets, with every row of other tables that its rows point to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from zoneledger.catalogue import Catalogue, TableSchema
from zoneledger.catalogue.records import Record
from zoneledger.catalogue.schemas import REFERENCE
from zoneledger.packages.tables import PublishedTable, cell, ordered

# A record by its table and its position there.
Spot = tuple[str, int]


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
        self._own: dict[str, list[Spot]] = {}
        for name, rows in self._records.items():
            # A row of a wide table goes with the row it extends.
            for position, record in enumerate(rows if not self._schemas[name].of else ()):
                self._own.setdefault(record.plan_id, []).append((name, position))
        self._keys = {
            name: [(key, schema.by_name[key.column]) for key in schema.foreign_keys]
            for name, schema in self._schemas.items()
        }
        # Rows by the columns that are pointed to: table and column, then value, then positions.
        self._index: dict[tuple[str, str], dict[str, list[int]]] = {}
        for schema in self._schemas.values():
            for key in schema.foreign_keys:
                self._index.setdefault((key.table, key.target), {})
        for (name, column), positions in self._index.items():
            field = self._schemas[name].by_name[column]
            for position, record in enumerate(self._records[name]):
                positions.setdefault(cell(record, field), []).append(position)
        targets = {name for name, _ in self._index}
        self._wide = {name: schema.of for name, schema in self._schemas.items() if schema.of}
        self._links = [schema for schema in self._schemas.values() if _is_link(schema, targets)]

    def tables(self, plan_id: str) -> tuple[PublishedTable, ...]:
        """All tables, each with the plan's own rows and those needed for every foreign key to resolve.

        Args:
            plan_id: the plan; one without rows gives tables without rows.
        """
        chosen = set(self._own.get(plan_id, ()))
        waiting = list(chosen)
        while waiting:
            found = set(self._referenced(waiting.pop())) - chosen
            chosen |= found
            waiting += found
        for schema in self._links:
            spots = [(schema.name, position) for position in range(len(self._records[schema.name]))]
            chosen |= {spot for spot in spots if chosen.issuperset(self._referenced(spot))}
        for name, extended in self._wide.items():
            # Both tables hold the same rows in the same order.
            chosen |= {(name, position) for table, position in chosen if table == extended}
        picked: dict[str, list[Record]] = {name: [] for name in self._schemas}
        for name, position in sorted(chosen):
            picked[name].append(self._records[name][position])
        return tuple(PublishedTable(schema, tuple(picked[name])) for name, schema in self._schemas.items())

    def _referenced(self, spot: Spot) -> list[Spot]:
        name, position = spot
        record, found = self._records[name][position], []
        for key, field in self._keys[name]:
            value = cell(record, field)
            if value:
                found += [(key.table, position) for position in self._index[key.table, key.target].get(value, ())]
        return found


def _is_link(schema: TableSchema, targets: set[str]) -> bool:
    """Whether a shared list only links others, like indicator_relations: nothing leads to it, so it is not followed to.

    Such a row comes along where everything it links is there.
    """
    return schema.group == REFERENCE and schema.name not in targets and len(schema.foreign_keys) > 1
