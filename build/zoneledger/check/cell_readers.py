"""Frictionless' own reader of cells, asked for single values: the same judge as in ``cells.py``, without its tables."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from zoneledger.catalogue import Field
from zoneledger.catalogue.records import FileRows
from zoneledger.check import cells, descriptors
from zoneledger.check.cells import Fault


class Reader:
    """Reads the cells of one column; each distinct value once.

    Args:
        field: the column.
    """

    def __init__(self, field: Field) -> None:
        self._read: Callable[[str], tuple[Any, dict[str, str] | None]] = (
            descriptors.plain_schema([field.descriptor]).fields[0].create_cell_reader()
        )
        self._known: dict[str, tuple[str, ...]] = {}

    def faults(self, cell: str) -> tuple[str, ...]:
        """What is broken: ``type``, or the names of constraints in the order in which they are told."""
        found = self._known.get(cell)
        if found is None:
            notes = self._read(cell)[1] or {}
            found = tuple(notes)
            if len(self._known) < _MOST_KNOWN:
                self._known[cell] = found
        return found


#: So many distinct values of a column are remembered.
_MOST_KNOWN = 10_000


def read(file: FileRows, readers: Mapping[str, Reader], columns: Sequence[str]) -> list[Fault]:
    """The faults of a file's cells, in the order of rows and columns; one more than are told at most.

    Args:
        file: the file.
        readers: of the columns in which something may be wrong.
        columns: all columns in the schema's order.
    """
    judges = [(column, file.where[column], readers[column]) for column in columns if column in readers]
    found: list[Fault] = []
    for number, row in enumerate(file.rows):
        for column, place, reader in judges:
            found += [(number, column, kind) for kind in reader.faults(row[place])]
        if len(found) > cells.MOST:
            break
    return found
