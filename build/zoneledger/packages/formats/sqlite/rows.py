"""Rows of a table of the database: all of them written, or, where that gives the same file, those that it holds otherwise."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from zoneledger.catalogue import TableSchema, Value
from zoneledger.catalogue.records import convert
from zoneledger.packages.formats.sqlite.definitions import quoted
from zoneledger.packages.stored import StoredTable
from zoneledger.packages.tables import Table

# What SQLite holds as the text it is.
_TEXTS = ("string", "date")
# So many rows of a table are changed one by one; where there are more, the table is filled anew.
_FEW = 5000


@dataclass(frozen=True)
class Held:
    """What a table of the database is to hold.

    Args:
        schema: its rules.
        table: whose rows these are; it may have further columns.
    """

    schema: TableSchema
    table: Table

    @property
    def name(self) -> str:
        """The table's name as SQL takes it."""
        return quoted(self.schema.name)

    @cached_property
    def marks(self) -> str:
        """A place in a statement for each column."""
        return ", ".join("NULLIF(?, '')" if field.type in _TEXTS else "?" for field in self.schema.fields)

    def values(self, lines: Iterable[Sequence[str]]) -> Iterator[list[Value]]:
        """Rows of text as they are bound to a statement."""
        places = [self.table.header.index(field.name) for field in self.schema.fields]
        every = places == [*range(len(self.table.header))]
        special = [(place, field.type) for place, field in enumerate(self.schema.fields) if field.type not in _TEXTS]
        for line in lines:
            row: list[Value] = [*line] if every else [line[place] for place in places]
            for place, kind in special:
                row[place] = convert(str(row[place]), kind)
            yield row


def write(database: sqlite3.Connection, rows: Held, stretches: Sequence[int] | None = None) -> None:
    """Makes a table hold its rows.

    Args:
        database: the table is there, and may hold rows already.
        rows: what it is to hold.
        stretches: the places of those stretches in which alone it may hold anything else; None where it may anywhere.
    """
    changed = _changed(database, rows, stretches)
    if changed is None:
        database.execute(f"DELETE FROM {rows.name}")
        every = rows.values(rows.table.lines())
        database.executemany(f"INSERT INTO {rows.name} VALUES ({rows.marks})", every)
    else:
        columns = ", ".join(quoted(field.name) for field in rows.schema.fields)
        database.executemany(f"UPDATE {rows.name} SET ({columns}) = ({rows.marks}) WHERE rowid = ?", changed)


def _changed(database: sqlite3.Connection, rows: Held, stretches: Sequence[int] | None) -> list[list[Value]] | None:
    """The rows that a table holds otherwise, each with its number behind it; None where all are to be written.

    A row's number shows in the file. It is the same as in a table filled anew if there are as many rows as before; and
    where each is under the keys that it had, they can be written one after the other.
    """
    schema = rows.schema
    (held,) = database.execute(f"SELECT COUNT(*) FROM {rows.name}").fetchone()
    if not held or held != rows.table.count:
        return None
    cells = [
        f"IFNULL({quoted(field.name)}, '')" if field.type in _TEXTS else quoted(field.name) for field in schema.fields
    ]
    keys = {column for key in (schema.primary_key, *schema.unique_keys) for column in key}
    places = [place for place, field in enumerate(schema.fields) if field.name in keys]
    asked = f"SELECT {', '.join(cells)}, rowid FROM {rows.name} WHERE rowid BETWEEN ? AND ? ORDER BY rowid"
    changed: list[list[Value]] = []
    for first, last, lines in _spans(rows.table, stretches):
        for (*old, number), new in zip(database.execute(asked, (first, last)), rows.values(lines), strict=True):
            if old != new:
                if len(changed) == _FEW or any(old[place] != new[place] for place in places):
                    return None
                changed.append([*new, number])
    return changed


def _spans(table: Table, stretches: Sequence[int] | None) -> Iterator[tuple[int, int, Iterable[Sequence[str]]]]:
    """Rows one behind the other: the number of the first and of the last, and they as text."""
    if stretches is None or not isinstance(table, StoredTable):
        yield 1, table.count, table.lines()
        return
    ends = [*accumulate(each.rows for each in table.stretches)]
    for place in stretches:
        each = table.stretches[place]
        yield ends[place] - each.rows + 1, ends[place], each.lines()
