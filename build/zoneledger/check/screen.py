"""The accept-screen: what is certainly valid is accepted by the column, and only the rest is looked at cell by cell.

It never words a finding of its own. Files with a cell in doubt go through the same passes as every file does with
Frictionless, whose own readers decide of each cell in doubt; so both engines find the same, and most files cost a few
operations on whole columns.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from zoneledger.catalogue import Catalogue, Table
from zoneledger.catalogue.cells import Places
from zoneledger.catalogue.records import FileRows
from zoneledger.check import cell_readers, cells, characters, forms, key_screen, keys, order
from zoneledger.check.acceptors import Acceptor
from zoneledger.check.cell_readers import Reader
from zoneledger.problems import Problem

#: Stands between cells when many are looked at as one text. It is printable and no part of any other character's form.
_BETWEEN = "\u241f"
#: Printable characters that ``characters.py`` counts among the hidden ones.
_SHOWN = ("\ufffc", "\ufffd")


class Screen:
    """Checks tables by their schema; what it learns of valid values serves all plans that it is given one after another."""

    def __init__(self) -> None:
        self._acceptors: dict[tuple[str, str], Acceptor] = {}
        self._readers: dict[tuple[str, str], Reader] = {}

    def found(self, catalogue: Catalogue, tables: Sequence[Table]) -> list[Problem]:
        """Every problem of files' cells, keys and order in some tables.

        Args:
            catalogue: where keys are looked up; its faults are those of its files.
            tables: what to check.
        """
        found: list[Problem] = []
        for table in tables:
            found += self._cells(catalogue, table)
        doubtful = [table for table in tables if not key_screen.certain(catalogue, table)]
        found += keys.validate(catalogue, doubtful, [*catalogue.faults, *found]) if doubtful else ()
        for table in tables:
            unsorted = [read for read in table.files if not key_screen.sorted_certainly(table.schema, read)]
            found += order.lint([_part(table, unsorted)]) if unsorted else ()
        return found

    def _cells(self, catalogue: Catalogue, table: Table) -> Iterator[Problem]:
        files = [read for read in table.files if read.rows]
        if not _clean(files):
            yield from characters.lint([_part(table, [read for read in files if not _clean([read])])])
        for where, same in _by_header(files):
            suspects = self._suspects(table, where, same)
            if suspects:
                spoilt = [read for read in same if any(_holds(read, column, bad) for column, bad in suspects.items())]
                yield from forms.lint(catalogue, [_part(table, spoilt)])
                readers = {column: self._reader(table, column) for column in suspects}
                for read in spoilt:
                    faults = cell_readers.read(read, readers, table.schema.columns)
                    yield from cells.told(table, read, faults)

    def _suspects(self, table: Table, where: Places, files: Sequence[FileRows]) -> dict[str, set[str]]:
        """By column, the values in which something is wrong."""
        columns = list(zip(*chain.from_iterable(read.rows for read in files), strict=True))
        found = {}
        for name, place in where.items():
            field = table.schema.by_name[name]
            acceptor = self._acceptors.get((table.schema.name, name))
            if acceptor is None:
                acceptor = self._acceptors[table.schema.name, name] = Acceptor(field)
            doubtful = acceptor.doubtful(columns[place])
            if doubtful:
                reader = self._reader(table, name)
                wrong = {cell for cell in doubtful if reader.faults(cell) or (cell and any(forms.judge(cell, field)))}
                acceptor.learn(doubtful - wrong)
                if wrong:
                    found[name] = wrong
        return found

    def _reader(self, table: Table, column: str) -> Reader:
        key = (table.schema.name, column)
        if key not in self._readers:
            self._readers[key] = Reader(table.schema.by_name[column])
        return self._readers[key]


def _part(table: Table, files: Iterable[FileRows]) -> Table:
    part = Table(table.schema)
    for read in files:
        part.add(read)
    return part


def _by_header(files: Iterable[FileRows]) -> Iterator[tuple[Places, list[FileRows]]]:
    """The files by the order of their columns, which is mostly one and the same."""
    found: dict[tuple[str, ...], list[FileRows]] = {}
    for read in files:
        found.setdefault(tuple(read.where), []).append(read)
    for same in found.values():
        yield same[0].where, same


def _holds(read: FileRows, column: str, cells_sought: set[str]) -> bool:
    return not cells_sought.isdisjoint(read.column(column))


def _clean(files: Iterable[FileRows]) -> bool:
    """Whether no cell certainly has an outer space, a hidden character or an uncomposed one."""
    text = _BETWEEN.join(chain.from_iterable(chain.from_iterable(read.rows for read in files)))
    # of the spaces only the ordinary one is printable
    return (
        text.isprintable()
        and not text.startswith(" ")
        and not text.endswith(" ")
        and f" {_BETWEEN}" not in text
        and f"{_BETWEEN} " not in text
        and not any(shown in text for shown in _SHOWN)
        and unicodedata.is_normalized("NFC", text)
    )
