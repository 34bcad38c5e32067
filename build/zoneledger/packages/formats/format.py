"""What a download format is: how tables become its files, and how its files are read again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from zoneledger.catalogue import TableSchema
from zoneledger.packages.package import Package
from zoneledger.packages.tables import Table
from zoneledger.problems import Text

#: Files by name.
Files = Mapping[str, bytes]
#: Rows by table; a cell is the one text of its value that all formats share (``numbers.canonical``).
Rows = dict[str, list[tuple[str, ...]]]
Encode = Callable[[Package], dict[str, bytes]]
ReadBack = Callable[[Files, Mapping[str, TableSchema]], Rows]


class Stretches(NamedTuple):
    """How a table's file is made of stretches, one behind the other.

    Args:
        head: what it begins with.
        rows: the rows of a part of the table.
    """

    head: Callable[[TableSchema], bytes]
    rows: Callable[[Table], bytes]


@dataclass(frozen=True)
class Format:
    """One format.

    Args:
        id: its name in addresses: ``parquet``.
        name: its name in words.
        suffix: what its files' names end with.
        mediatype: of its files.
        by_table: whether each table is a file of its own; otherwise one file holds all.
        reading: how to open it, what it does to values: lines of Markdown.
        encode: a package's data files by name.
        read_back: every row of the tables from those files; for checking what was written. Tables that the files do not
            hold are absent.
        stretches: how a file is put together from those of several plans; None where it is made as a whole.
    """

    id: str
    name: Text
    suffix: str
    mediatype: str
    by_table: bool
    reading: Text
    encode: Encode
    read_back: ReadBack
    stretches: Stretches | None = None
