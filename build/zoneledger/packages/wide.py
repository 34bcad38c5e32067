"""The wide tables: the rows of a table with what they point to written in, so that a first chart needs no join.

Which columns there are, and where each comes from, is said by the wide table's own schema.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from zoneledger.catalogue import Catalogue, Field, TableSchema
from zoneledger.catalogue.records import Record
from zoneledger.catalogue.schemas import COMPUTED, FOLDER, LABEL, WIDE
from zoneledger.packages import wide_targets

Records = Mapping[str, Sequence[Record]]
# A record's cell of one column.
Taking = Callable[[Record], str]

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
            columns = [field for field in schema.fields if field.descriptor["derived"] not in (FOLDER, COMPUTED)]
            taking = {field.name: joins.taking(schema.of, field) for field in columns}
            computed = _COMPUTED[schema.of](catalogue) if schema.of in _COMPUTED else {}
            found[schema.name] = [
                Record(
                    record.file,
                    record.line,
                    {
                        **{column: take(record) for column, take in taking.items()},
                        **computed.get(record.cells["id"], {}),
                    },
                    record.plan_id,
                )
                for record in records[schema.of]
            ]
    return found


class _Joins:
    """Follows paths of columns; every table is indexed by its key once, every path followed once a value."""

    def __init__(self, schemas: Mapping[str, TableSchema], records: Records) -> None:
        self._schemas, self._records = schemas, records
        self._by_key: dict[str, dict[str, Record]] = {}

    def taking(self, table: str, field: Field) -> Taking:
        """What gives a wide table's column for a record of the table it extends."""
        path = field.path
        if field.descriptor["derived"] != LABEL:
            return self._following(table, path)
        *columns, lang = path
        labels, taking = self._labels(table, columns), self._following(table, tuple(columns))
        return lambda record: labels[lang].get(taking(record), "")

    def _following(self, table: str, path: tuple[str, ...]) -> Taking:
        column, *rest = path
        if self._schemas[table].by_name[column].from_folder:
            first: Taking = lambda record: record.plan_id  # noqa: E731
        else:
            first = lambda record: record.cells.get(column, "")  # noqa: E731
        if not rest:
            return first
        target = self._target(table, column)
        further, index, known = self._following(target, tuple(rest)), self._index(target), {"": ""}

        def follow(record: Record) -> str:
            key = first(record)
            if key not in known:
                known[key] = further(index[key])
            return known[key]

        return follow

    def _target(self, table: str, column: str) -> str:
        return next(key.table for key in self._schemas[table].foreign_keys if key.column == column)

    def _index(self, table: str) -> dict[str, Record]:
        if table not in self._by_key:
            (key,) = self._schemas[table].primary_key
            self._by_key[table] = {record.cells[key]: record for record in self._records[table]}
        return self._by_key[table]

    def _labels(self, table: str, columns: Sequence[str]) -> dict[str, dict[str, str]]:
        for column in columns[:-1]:
            table = self._target(table, column)
        labelled = self._schemas[table].by_name[columns[-1]].labelled
        return {lang: {value: label.of(lang) for value, label in labelled.items()} for lang in ("zh", "en")}
