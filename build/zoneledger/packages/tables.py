"""A published table: its columns, derived ones included, and its cells as text and as values.

Every download format takes its rows from here, so that all formats hold the same table.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from zoneledger.catalogue import Catalogue, Field, TableSchema, Value, cells
from zoneledger.catalogue.records import Record, convert
from zoneledger.catalogue.schemas import PLAN, PLAN_FILE, REFERENCE, WIDE

# The plans first, then what they say, then the lists they share, then all of it joined.
_GROUPS = (PLAN_FILE, PLAN, REFERENCE, WIDE)


class Table(Protocol):
    """What the formats ask of a table."""

    @property
    def schema(self) -> TableSchema:
        """The table's rules."""
        ...

    @property
    def name(self) -> str:
        """The table's name."""
        ...

    @property
    def header(self) -> tuple[str, ...]:
        """All published columns, in the schema's order."""
        ...

    @property
    def count(self) -> int:
        """How many rows it has."""
        ...

    @property
    def texts(self) -> tuple[tuple[str, ...], ...]:
        """The columns as text, one cell a row; an empty cell is the empty string."""
        ...

    @property
    def values(self) -> tuple[tuple[Value, ...], ...]:
        """The columns typed as the schema says, one value a row; an empty cell is None, a date its ISO text."""
        ...

    def lines(self) -> Iterable[Sequence[str]]:
        """The rows as text, one cell a column."""
        ...

    def rows(self) -> Iterable[Sequence[Value]]:
        """The rows as values, one a column."""
        ...


@dataclass(frozen=True)
class PublishedTable:
    """One table of one package.

    Args:
        schema: the table's rules.
        records: its rows, in the order of the datasets: by plan, then as in the file.
    """

    schema: TableSchema
    records: tuple[Record, ...]

    @property
    def name(self) -> str:
        """The table's name."""
        return self.schema.name

    @property
    def header(self) -> tuple[str, ...]:
        """All published columns, in the schema's order."""
        return tuple(field.name for field in self.schema.fields)

    @property
    def count(self) -> int:
        """How many rows it has."""
        return len(self.records)

    @cached_property
    def texts(self) -> tuple[tuple[str, ...], ...]:
        """The columns as text, one cell a row; an empty cell is the empty string.

        A cell is what the contributor's file holds: ``zoneledger check`` lets only one form of a value pass.
        """
        columns = Columns(self.records)
        return tuple(columns.of(field) for field in self.schema.fields)

    @cached_property
    def values(self) -> tuple[tuple[Value, ...], ...]:
        """The columns typed as the schema says, one value a row; an empty cell is None, a date its ISO text."""
        return tuple(typed(column, field) for field, column in zip(self.schema.fields, self.texts, strict=True))

    def lines(self) -> Iterable[tuple[str, ...]]:
        """The rows as text, one cell a column."""
        return zip(*self.texts, strict=True)

    def rows(self) -> Iterable[tuple[Value, ...]]:
        """The rows as values, one a column."""
        return zip(*self.values, strict=True)


class Columns:
    """The published cells of records as text, column by column.

    Args:
        records: of one table.
    """

    def __init__(self, records: Sequence[Record]) -> None:
        self._records = records
        self._shared = cells.columns([record.cells for record in records])

    def of(self, field: Field) -> tuple[str, ...]:
        """A column, one cell a record; see ``cell``."""
        if field.from_folder:
            return tuple([record.plan_id for record in self._records])
        name = field.name
        if self._shared is None:
            return tuple([record.cells.get(name, "") for record in self._records])
        return tuple(self._shared[name]) if name in self._shared else ("",) * len(self._records)


def typed(column: Iterable[str], field: Field) -> tuple[Value, ...]:
    """A column's texts as values of its type."""
    if field.type in ("string", "date"):
        return tuple(text or None for text in column)
    return tuple(convert(text, field.type) for text in column)


def cell(record: Record, field: Field) -> str:
    """A record's published cell as text; the plan's id is the name of its folder."""
    return record.plan_id if field.from_folder else record.cells.get(field.name, "")


def ordered(schemas: Iterable[TableSchema]) -> list[TableSchema]:
    """The tables in publication order: plans, plan tables, reference lists, wide tables; by name within each."""
    return sorted(schemas, key=lambda schema: (_GROUPS.index(schema.group), schema.name))


def whole(catalogue: Catalogue, records: Mapping[str, Sequence[Record]]) -> tuple[PublishedTable, ...]:
    """Every table with every row; tables without rows are there too, so that all foreign keys have a target.

    Args:
        catalogue: the datasets.
        records: the records of every table as they are published.
    """
    return tuple(PublishedTable(schema, tuple(records[schema.name])) for schema in ordered(catalogue.schemas.values()))
