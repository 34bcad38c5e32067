"""Tables in memory: raw cells for checking, typed rows for everything after it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from operator import itemgetter

from zoneledger.catalogue.cells import Cells, NotedPlaces, Places, places
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
    cells: Mapping[str, str]
    plan_id: str = ""

    def place(self, column: str = "") -> Place:
        """Where the record, or one of its cells, stands."""
        return Place(self.file, self.line, column)


@dataclass(slots=True)  # frozen it would take twice as long to make, and there are hundreds of thousands
class Row:
    """One typed row, not to be changed: every column of the schema, the plan's id included; empty and computed cells are None.

    Args:
        values: typed values by column.
        file: path from the repository's root of the file it stands in.
        line: its physical line there.
    """

    values: Mapping[str, Value]
    file: str
    line: int

    def __getitem__(self, column: str) -> Value:
        return self.values[column]

    def text(self, column: str) -> str:
        """A cell as text; empty where it is empty."""
        cells = self.values
        # Asked for tens of thousands of times a plan: a call less is a quarter of it.
        value = cells.row[cells.where[column]] if type(cells) is Cells else cells[column]
        if type(value) is str:  # nearly always
            return value
        return "" if value is None else str(value)

    def number(self, column: str) -> int | float | None:
        """A numeric cell; None where it is empty or not a number."""
        value = self.values[column]
        return value if isinstance(value, int | float) and not isinstance(value, bool) else None


@dataclass(frozen=True, slots=True)
class FileRows:
    """What one file of a table holds, as read: rows of cells, each as wide as the header.

    Args:
        file: path from the repository's root.
        plan_id: the folder's plan; empty in reference lists.
        where: the place of each column in a row.
        lines: the physical line on which each row starts.
        rows: the rows' cells, raw.
    """

    file: str
    plan_id: str
    where: Places
    lines: Sequence[int]
    rows: Sequence[Sequence[str]]

    def column(self, name: str) -> list[str]:
        """The cells of a column."""
        return [*map(itemgetter(self.where[name]), self.rows)]

    def records(self) -> Iterator[Record]:
        """The rows as records."""
        for line, row in zip(self.lines, self.rows, strict=True):
            yield Record(self.file, line, Cells(self.where, row), self.plan_id)


class Table:
    """All records of one table, over all plans, in plan and file order.

    Args:
        schema: the table's rules.
        records: its records; none by default.

    Attributes:
        places: where the columns of typed rows stand, and which of them were asked for.
    """

    def __init__(self, schema: TableSchema, records: list[Record] | None = None) -> None:
        self.schema = schema
        self.places = NotedPlaces(tuple(schema.by_name))
        self._files: list[FileRows] = []
        self._records = records
        self._as_read: list[Record] = []

    def __iter__(self) -> Iterator[Record]:
        return iter(self.records)

    def add(self, read: FileRows) -> None:
        """Adds what a file holds, after what is there."""
        if self._records is not None:
            self._records += read.records()
        else:
            self._files.append(read)

    @property
    def files(self) -> list[FileRows]:
        """The records file by file, as columns are read from them: whoever asks may read anything there."""
        self.places.note_all()
        return self._held

    @property
    def _held(self) -> list[FileRows]:
        # once records were changed, they are what holds
        if self._records is None or self._records == self._as_read:
            return self._files
        return _by_file(self._records)

    @property
    def records(self) -> list[Record]:
        """The records, made when first asked for: a check that finds nothing does without."""
        self.places.note_all()
        if self._records is None:
            self._as_read = [record for read in self._files for record in read.records()]
            self._records = [*self._as_read]
        return self._records

    @records.setter
    def records(self, records: list[Record]) -> None:
        self._records = records

    @cached_property
    def rows(self) -> list[Row]:
        """The records typed by the schema.

        Raises:
            ValueError: a cell does not fit its type; ``zoneledger check`` finds these first.
        """
        return [row for read in self._held for row in self._typed(read)]

    @cached_property
    def sizes(self) -> dict[str, int]:
        """How many records there are of each plan, of shared lists under no plan: to count rows, nobody need type them."""
        found: dict[str, int] = defaultdict(int)
        for read in self._held:
            found[read.plan_id] += len(read.rows)
        return dict(found)

    @cached_property
    def by_plan(self) -> dict[str, list[Row]]:
        """The typed rows by plan, of a table with a file a plan."""
        grouped: dict[str, list[Row]] = defaultdict(list)
        for row in self.rows:
            grouped[row.text("plan_id")].append(row)
        return dict(grouped)

    @cached_property
    def by_key(self) -> dict[object, Row]:
        """The typed rows by their primary key, where that is a single column; else none."""
        key, *more = self.schema.primary_key
        return {} if more else {row.values[key]: row for row in self.rows}

    @cached_property
    def keys(self) -> dict[str, set[str]]:
        """The raw cells of the primary key's column by plan, where it is a single one; of shared lists under no plan."""
        found: dict[str, set[str]] = defaultdict(set)
        for read in self._held:
            place = read.where.get(self.schema.primary_key[0])
            if place is not None:
                found[read.plan_id].update(row[place] for row in read.rows)
        return found

    @cached_property
    def all_keys(self) -> set[str]:
        """All of them: of a shared list, or of all plans together."""
        return set().union(*self.keys.values())

    def _typed(self, read: FileRows) -> Iterator[Row]:
        """The rows of one file: column by column, then put together again."""
        if not read.rows:
            return  # columns of no rows are no columns
        where = self.places
        raw = list(zip(*read.rows, strict=True))
        columns: list[Sequence[Value]] = []
        for field in self.schema.fields:
            if field.from_folder:
                columns.append([read.plan_id or None] * len(read.rows))
            elif field.name in read.where:
                columns.append(typed(raw[read.where[field.name]], field.type))
            else:
                columns.append([None] * len(read.rows))
        for line, values in zip(read.lines, zip(*columns, strict=True), strict=True):
            yield Row(Cells(where, values), read.file, line)


def _by_file(records: Sequence[Record]) -> list[FileRows]:
    """Records one after another that share file, plan and columns, together; others may be mixed by hand."""
    found = []
    for (file, plan_id, columns), group in groupby(records, lambda r: (r.file, r.plan_id, tuple(r.cells))):
        same = list(group)
        rows = [tuple(record.cells.values()) for record in same]
        found.append(FileRows(file, plan_id, places(columns), [record.line for record in same], rows))
    return found


def typed(cells: Sequence[str], kind: str) -> Sequence[Value]:
    """The cells of a column in its schema type.

    Raises:
        ValueError: a cell does not fit the type.
    """
    if kind == "string":
        return [cell or None for cell in cells]
    known = {cell: convert(cell, kind) for cell in set(cells)}
    return [known[cell] for cell in cells]


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
