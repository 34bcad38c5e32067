"""A table that lies in a CSV file, as large as it may be: what the whole's other formats are made from."""

from __future__ import annotations

import csv
import io
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from zoneledger.catalogue import TableSchema, Value
from zoneledger.catalogue.records import convert
from zoneledger.packages.tables import typed


class Stretch(NamedTuple):
    """Rows of such a table that came together, as those of one plan.

    Args:
        rows: how many.
        digest: a name for them: the same name, the same rows.
        packed: gives them as deflate blocks (``pieces.deflated``).
    """

    rows: int
    digest: str
    packed: Callable[[], bytes]

    def content(self) -> bytes:
        """The rows as they stand in the table's file.

        Raises:
            zlib.error: the blocks are damaged.
        """
        return zlib.decompressobj(-zlib.MAX_WBITS).decompress(self.packed())

    def lines(self) -> Iterator[list[str]]:
        """The rows as text, one cell a column; see ``content``."""
        return csv.reader(io.StringIO(self.content().decode("utf-8"), newline=""))


def others(held: Sequence[tuple[int, str]], now: Sequence[Stretch]) -> list[int] | None:
    """The places of the stretches that are others now; None where that is not known, or rows stand in other places.

    Args:
        held: how many rows each stretch had before, and the name for them.
        now: the stretches of the same table.
    """
    if not now or [rows for rows, _ in held] != [each.rows for each in now]:
        return None
    return [place for place, each in enumerate(now) if held[place][1] != each.digest]


@dataclass(frozen=True)
class StoredTable:
    """One such table; its rows are read whenever they are asked for, and none is kept.

    Args:
        schema: the table's rules.
        path: the file, in the canonical format.
        count: how many rows it has.
        stretches: its rows, one stretch behind the other; empty where that is not known.
    """

    schema: TableSchema
    path: Path
    count: int
    stretches: Sequence[Stretch] = ()

    @property
    def name(self) -> str:
        """The table's name."""
        return self.schema.name

    @cached_property
    def header(self) -> tuple[str, ...]:
        """All published columns, in the schema's order."""
        return tuple(field.name for field in self.schema.fields)

    @property
    def texts(self) -> tuple[tuple[str, ...], ...]:
        """The columns as text, one cell a row; an empty cell is the empty string."""
        return tuple(zip(*self.lines(), strict=True)) if self.count else tuple(() for _ in self.header)

    @property
    def values(self) -> tuple[tuple[Value, ...], ...]:
        """The columns typed as the schema says, one value a row; an empty cell is None, a date its ISO text."""
        return tuple(typed(column, field) for column, field in zip(self.texts, self.schema.fields, strict=True))

    def lines(self) -> Iterator[list[str]]:
        """The rows as text, one cell a column."""
        with self.path.open(encoding="utf-8", newline="") as file:
            reader = csv.reader(file)
            next(reader)
            yield from reader

    def rows(self) -> Iterator[list[Value]]:
        """The rows as values, one a column."""
        special = [
            (place, field.type)
            for place, field in enumerate(self.schema.fields)
            if field.type not in ("string", "date")
        ]
        for line in self.lines():
            row: list[Value] = [text or None for text in line]
            for place, kind in special:
                row[place] = convert(line[place], kind)
            yield row
