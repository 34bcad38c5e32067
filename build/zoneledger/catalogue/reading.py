"""Which columns were read, and a name for what they say: what was made from them holds until one of these names changes.

Every table notes the columns that its typed rows were asked for (``catalogue.cells.NotedPlaces``). That is sound for whatever
reads the datasets through a catalogue alone: if nothing of what it read has changed, it reads and makes the same again.
Which rows there are, where each stands and what identifies it, and every ``plan.yml`` as a whole, count as read in any case.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from hashlib import blake2b

from zoneledger.catalogue.catalogue import Catalogue
from zoneledger.catalogue.records import FileRows, Table

#: The columns that were read, by table.
Read = dict[str, list[str]]

_BYTES = 16
_BETWEEN = "\x1f"


def begun(catalogue: Catalogue) -> Catalogue:
    """The catalogue as one of which nothing was read: its notes are empty, and what was computed from it is computed anew.

    Args:
        catalogue: its tables are shared, and nobody else may read them until ``read`` was asked.
    """
    for table in catalogue.tables.values():
        table.places.clear()
    # what is remembered of a catalogue (``once``) is remembered of the very object
    return replace(catalogue, told=catalogue.told and catalogue.told.begun())


def read(catalogue: Catalogue) -> Read:
    """The columns that were read since ``begun``."""
    return {name: noted for name, table in catalogue.tables.items() if (noted := table.places.noted())}


@dataclass(frozen=True)
class Fingerprints:
    """Names for what columns say; each is reckoned once.

    Args:
        catalogue: the datasets, whole.
    """

    catalogue: Catalogue
    _known: dict[tuple[str, str], str] = field(default_factory=dict)

    def of(self, columns: Mapping[str, Iterable[str]]) -> list[str]:
        """The names of columns, and of what counts as read in any case.

        Args:
            columns: by table, as ``read`` gave them.

        Raises:
            KeyError: there is no such table.
        """
        return [
            self._rows,
            *(self._column(self.catalogue.tables[table], column) for table in columns for column in columns[table]),
        ]

    @cached_property
    def _rows(self) -> str:
        found = blake2b(repr(self.catalogue.plan_files).encode("utf-8", "surrogatepass"), digest_size=_BYTES)
        for name, table in self.catalogue.tables.items():
            keys = [key for key in table.schema.primary_key if key != "plan_id"]
            for rows in table.files:
                found.update(repr((name, rows.file, rows.plan_id, list(rows.lines))).encode())
                for key in keys:
                    found.update(_cells(rows, key))
        return found.hexdigest()

    def _column(self, table: Table, column: str) -> str:
        key = (table.schema.name, column)
        if key not in self._known:
            found = blake2b(column.encode(), digest_size=_BYTES)
            for rows in table.files:
                found.update(_cells(rows, column))
            self._known[key] = found.hexdigest()
        return self._known[key]


def _cells(rows: FileRows, column: str) -> bytes:
    """The cells of a column of one file; no two columns have the same."""
    if column not in rows.where:
        return b"\0"
    cells = rows.column(column)
    text = _BETWEEN.join(cells)
    if text.count(_BETWEEN) >= max(1, len(cells)):
        text = repr(cells)
    return f"{len(text)} {text}".encode("utf-8", "surrogatepass")
