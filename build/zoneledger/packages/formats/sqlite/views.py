"""The wide tables as views: their paths as joins, what no path leads to in a table of its own."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence

from zoneledger.catalogue import Field, TableSchema
from zoneledger.catalogue.schemas import COMPUTED, FOLDER, LABEL
from zoneledger.packages.formats.sqlite import rows
from zoneledger.packages.formats.sqlite.definitions import quoted, statements
from zoneledger.packages.formats.sqlite.rows import Held
from zoneledger.packages.tables import Table


def write(database: sqlite3.Connection, table: Table, schemas: Mapping[str, TableSchema]) -> None:
    """Adds a wide table's view.

    Args:
        database: where all tables are already.
        table: the wide table.
        schemas: every table's rules by name.
    """
    if computed := _computed(table.schema):
        for statement in statements(_computed_schema(table.schema, computed)):
            database.execute(statement)
        fill(database, table)
    database.execute(_View(table.schema, schemas).statement())


def fill(database: sqlite3.Connection, table: Table, stretches: Sequence[int] | None = None) -> None:
    """Makes the table of what no path leads to hold what a wide table says of it; a view follows by itself.

    Args:
        database: the wide table's view is there already, or about to be.
        table: the wide table.
        stretches: as in ``rows.write``.
    """
    if computed := _computed(table.schema):
        rows.write(database, Held(_computed_schema(table.schema, computed), table), stretches)


def _computed(schema: TableSchema) -> list[Field]:
    return [field for field in schema.fields if field.descriptor["derived"] == COMPUTED]


def _computed_name(schema: TableSchema) -> str:
    return f"{schema.of}_computed"


def _computed_schema(schema: TableSchema, computed: list[Field]) -> TableSchema:
    columns = ["id", *(field.name for field in computed)]
    descriptor = {
        "name": _computed_name(schema),
        "fields": [schema.by_name[column].descriptor for column in columns],
        "primaryKey": ["id"],
        "foreignKeys": [{"fields": ["id"], "reference": {"resource": schema.of, "fields": ["id"]}}],
    }
    return TableSchema(descriptor)


class _View:
    """Gathers the joins that a wide table's columns need; each row that is led to is joined once."""

    def __init__(self, schema: TableSchema, schemas: Mapping[str, TableSchema]) -> None:
        self._schema, self._schemas = schema, schemas
        self._joins: list[str] = []
        # A path of columns, and by what name the row it leads to is known here.
        self._rows: dict[tuple[str, ...], tuple[str, str]] = {(): ("row", schema.of)}

    def statement(self) -> str:
        """The view as SQL."""
        columns = ",\n".join(f"  {self._column(field)} AS {quoted(field.name)}" for field in self._schema.fields)
        origin = f"FROM {quoted(self._schema.of)} AS {quoted('row')}"
        return "\n".join((f"CREATE VIEW {quoted(self._schema.name)} AS SELECT", columns, origin, *self._joins))

    def _column(self, field: Field) -> str:
        origin = field.descriptor["derived"]
        if origin == FOLDER:
            return f"{quoted('row')}.{quoted(field.name)}"
        if origin == COMPUTED:
            self._join_computed()
            return f"computed.{quoted(field.name)}"
        if origin == LABEL:
            return f"{self._codes(field.path[:-1])}.label_{field.path[-1]}"
        return f"{self._row(field.path[:-1])[0]}.{quoted(field.path[-1])}"

    def _join_computed(self) -> None:
        line = f"LEFT JOIN {quoted(_computed_name(self._schema))} AS computed ON computed.id = {quoted('row')}.id"
        if line not in self._joins:
            self._joins.append(line)

    def _row(self, path: tuple[str, ...]) -> tuple[str, str]:
        if path not in self._rows:
            before, table = self._row(path[:-1])
            key = next(key for key in self._schemas[table].foreign_keys if key.column == path[-1])
            alias = quoted("_".join(path))
            joined = f"LEFT JOIN {quoted(key.table)} AS {alias}"
            self._joins.append(f"{joined} ON {alias}.{quoted(key.target)} = {before}.{quoted(path[-1])}")
            self._rows[path] = (alias, key.table)
        return self._rows[path]

    def _codes(self, path: tuple[str, ...]) -> str:
        before, table = self._row(path[:-1])
        alias = quoted(f"{'_'.join(path)}_codes")
        line = (
            f"LEFT JOIN codes AS {alias} ON {alias}.table_name = '{table}' AND {alias}.column_name = '{path[-1]}'"
            f" AND {alias}.code = {before}.{quoted(path[-1])}"
        )
        if line not in self._joins:
            self._joins.append(line)
        return alias
