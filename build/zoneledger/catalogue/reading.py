"""Which columns were read, and a name for what they say: what was made from them holds until one of these names changes.

Every table notes the columns that its typed rows were asked for (``catalogue.cells.NotedPlaces``). That is sound for whatever
reads the datasets through a catalogue alone: if nothing of what it read has changed, it reads and makes the same again.
Which rows there are, where each stands and what identifies it, and every ``plan.yml`` as a whole, count as read in any case.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from hashlib import blake2b

from zoneledger.catalogue.catalogue import Catalogue
from zoneledger.catalogue.said import ROWS, Said, column_said, of_plans, rows_said

#: The columns that were read, by table.
Read = dict[str, list[str]]

_BYTES = 16


def begun(catalogue: Catalogue) -> Catalogue:
    """The catalogue as one of which nothing was read: its notes are empty, and what was computed from it is computed anew.

    Args:
        catalogue: its tables are shared, and nobody else may read them until ``read`` was asked.
    """
    for table in catalogue.tables.values():
        table.places.clear()
    # what is remembered of a catalogue (``once``) is remembered of the very object
    return replace(catalogue, facts=catalogue.facts and catalogue.facts.begun())


def read(catalogue: Catalogue) -> Read:
    """The columns that were read since ``begun``."""
    return {name: noted for name, table in catalogue.tables.items() if (noted := table.places.noted())}


class Fingerprints:
    """Names for what columns say; each is reckoned once.

    Args:
        catalogue: the datasets, whole.
        said: what plans say, where that is known.
    """

    def __init__(self, catalogue: Catalogue, said: Said | None = None) -> None:
        self._catalogue, self._said = catalogue, said or Said(catalogue)
        self._known: dict[tuple[str, str], str] = {}

    def of(self, columns: Mapping[str, Iterable[str]]) -> list[str]:
        """The names of columns, and of what counts as read in any case.

        Args:
            columns: by table, as ``read`` gave them.

        Raises:
            KeyError: there is no such table, or column.
        """
        rows = [self._name(table, ROWS) for table in self._catalogue.tables]
        return [self._said.files, *rows, *(self._name(table, column) for table in columns for column in columns[table])]

    def _name(self, name: str, column: str) -> str:
        if (name, column) not in self._known:
            table = self._catalogue.tables[name]
            if of_plans(table):
                content = self._said.of(name, column).encode()
            else:
                content = rows_said(table, table.files) if column == ROWS else column_said(table.files, column)
            found = blake2b(f"{name} {column} ".encode(), digest_size=_BYTES)
            found.update(content)
            self._known[name, column] = found.hexdigest()
        return self._known[name, column]
