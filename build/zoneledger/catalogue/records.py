"""Tables in memory: raw cells for checking, typed rows for everything after it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from zoneledger.catalogue.schemas import TableSchema
from zoneledger.problems import Place

Value = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Record:
    """One record of a file as written: cells by column, untouched.

    Args:
        file: path from the repository's root.
        line: physical line on which the record starts, from 1.
        cells: raw text by column name.
        plan_id: the folder's plan; empty in reference lists.
    """

    file: str
    line: int
    cells: dict[str, str]
    plan_id: str = ""

    def place(self, column: str = "") -> Place:
        """Where the record, or one of its cells, stands."""
        return Place(self.file, self.line, column)


@dataclass(frozen=True, slots=True)
class Row:
    """One typed row: every column of the schema, the plan's id included; empty and computed cells are None.

    Args:
        values: typed values by column.
        file: path from the repository's root of the file it stands in.
        line: its physical line there.
    """

    values: dict[str, Value]
    file: str
    line: int

    def __getitem__(self, column: str) -> Value:
        return self.values[column]

    def text(self, column: str) -> str:
        """A cell as text; empty where it is empty."""
        value = self.values[column]
        return "" if value is None else str(value)

    def number(self, column: str) -> int | float | None:
        """A numeric cell; None where it is empty or not a number."""
        value = self.values[column]
        return value if isinstance(value, int | float) and not isinstance(value, bool) else None


@dataclass
class Table:
    """All records of one table, over all plans, in plan and file order."""

    schema: TableSchema
    records: list[Record] = field(default_factory=list)

    def __iter__(self) -> Iterator[Record]:
        return iter(self.records)

    @cached_property
    def rows(self) -> list[Row]:
        """The records typed by the schema.

        Raises:
            ValueError: a cell does not fit its type; ``zoneledger check`` finds these first.
        """
        return [self._typed(record) for record in self.records]

    def _typed(self, record: Record) -> Row:
        values: dict[str, Value] = {}
        for column in self.schema.fields:
            raw = record.plan_id if column.from_folder else record.cells.get(column.name, "")
            values[column.name] = convert(raw, column.type)
        return Row(values, record.file, record.line)


def convert(raw: str, kind: str) -> Value:
    """A raw cell in its schema type; the empty cell is None.

    Raises:
        ValueError: the cell does not fit the type.
    """
    if raw == "":
        return None
    if kind == "integer":
        return int(raw)
    if kind == "number":
        # Whole numbers stay whole, so that no output shows 5000.0 for a printed 5000.
        return float(raw) if "." in raw or "e" in raw.lower() else int(raw)
    if kind == "boolean":
        return raw == "true"
    return raw
