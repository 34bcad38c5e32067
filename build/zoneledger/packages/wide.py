"""The wide tables: the rows of a table with what they point to written in, so that a first chart needs no join.

Which columns there are, and where each comes from, is said by the wide table's own schema.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from zoneledger.catalogue import Catalogue, Field, TableSchema
from zoneledger.catalogue.cells import Cells, places
from zoneledger.catalogue.records import Record
from zoneledger.catalogue.schemas import COMPUTED, FOLDER, LABEL, WIDE
from zoneledger.packages import wide_targets
from zoneledger.packages.identity import Same
from zoneledger.packages.tables import Columns

Records = Mapping[str, Sequence[Record]]
_Schemas = Mapping[str, TableSchema]

#: Columns that no path leads to, by the table they are of.
_COMPUTED = {"targets": wide_targets.computed}


def wide_records(catalogue: Catalogue, records: Records) -> dict[str, list[Record]]:
    """The records of every wide table.

    Args:
        catalogue: checked datasets.
        records: those of all other tables, as they are published.
    """
    joins = _Joins(catalogue.schemas, records)
    found = {}
    for schema in catalogue.schemas.values():
        if schema.group == WIDE:
            computed = _COMPUTED[schema.of](catalogue) if schema.of in _COMPUTED else {}
            found[schema.name] = _extended(joins, schema, records[schema.of], computed)
    return found


def _extended(
    joins: _Joins, schema: TableSchema, rows: Sequence[Record], computed: Mapping[str, Mapping[str, str]]
) -> list[Record]:
    """The rows of a table with more columns: what each leads to, and what was reckoned for each."""
    fields = [field for field in schema.fields if field.descriptor["derived"] not in (FOLDER, COMPUTED)]
    if not rows:
        return []
    where, base = places(tuple(field.name for field in fields)), Columns(rows)
    joined = zip(*(joins.column(schema.of, field, base) for field in fields), strict=True)
    return [
        Record(row.file, row.line, Cells(where, cells).extended(computed.get(row.cells["id"], {})), row.plan_id)
        for row, cells in zip(rows, joined, strict=True)
    ]


class _Joins:
    """Follows paths of columns; every table is indexed by its key once, every path followed once a value."""

    def __init__(self, schemas: _Schemas, records: Records) -> None:
        self._schemas, self._records = schemas, records
        self._by_key: dict[str, dict[str, Record]] = {}

    def column(self, table: str, field: Field, base: Columns) -> Sequence[str]:
        """A wide table's column.

        Args:
            table: the table it extends.
            field: the column.
            base: the columns of that table.
        """
        path, labels = field.path, None
        if field.descriptor["derived"] == LABEL:
            path, lang = path[:-1], path[-1]
            labels = _labels(Same(self._schemas), table, path, lang)
        first = base.of(self._schemas[table].by_name[path[0]])
        if len(path) == 1 and labels is None:
            return first
        target = self._target(table, path[0]) if len(path) > 1 else ""
        known = {}
        for value in set(first):
            last = self._at(target, path[1:], value)
            known[value] = last if labels is None else labels.get(last, "")
        return [known[value] for value in first]

    def _at(self, table: str, path: Sequence[str], key: str) -> str:
        """Where a path leads from the row of a table that has a key; the key itself where the path is at its end."""
        for place, column in enumerate(path):
            if not key:
                return ""
            record = self._index(table)[key]
            schema = self._schemas[table]
            key = record.plan_id if schema.by_name[column].from_folder else record.cells.get(column, "")
            if place + 1 < len(path):
                table = self._target(table, column)
        return key

    def _target(self, table: str, column: str) -> str:
        return _target(self._schemas, table, column)

    def _index(self, table: str) -> dict[str, Record]:
        if table not in self._by_key:
            (key,) = self._schemas[table].primary_key
            self._by_key[table] = {record.cells[key]: record for record in self._records[table]}
        return self._by_key[table]


def _target(schemas: _Schemas, table: str, column: str) -> str:
    return next(key.table for key in schemas[table].foreign_keys if key.column == column)


@lru_cache(maxsize=256)
def _labels(schemas: Same[_Schemas], table: str, columns: tuple[str, ...], lang: str) -> dict[str, str]:
    """A code's words in one language, of the codes that a path leads to."""
    for column in columns[:-1]:
        table = _target(schemas.held, table, column)
    labelled = schemas.held[table].by_name[columns[-1]].labelled
    return {value: label.of(lang) for value, label in labelled.items()}
