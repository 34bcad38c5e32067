"""Long lists in numbered files: the first under the list's own name, the others in a folder beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Generic, TypeVar

from zoneledger.api.publication import Links

Item = TypeVar("Item")

#: Rows in one file. Small enough that a telephone can read one, and that a list is long from the first day on: who
#: reads a single file only learns it now, not when the ledger has grown. A million rows make two thousand files.
ROWS = 500

#: From path, items and links to a file's content.
Page = Callable[[str, Sequence[Item], Links], bytes]


def path_of(stem: str, number: int) -> str:
    """Where a page of a list lies; ids have no slash and no dot, so that no name can be both."""
    return f"{stem}.json" if number == 1 else f"{stem}/pages/{number}.json"


class Pages(Generic[Item]):
    """The files of a list whose items come little by little; no more than a file's are held.

    Args:
        stem: the list's path without its ending.
        total: how many items there will be.
        links: the links that all its pages share.
        page: makes one file.
    """

    def __init__(self, stem: str, total: int, links: Links, page: Page[Item]) -> None:
        self._stem, self._links, self._page = stem, links, page
        self._last = max(1, -(-total // ROWS))
        self._written = 0
        self._held: list[Item] = []

    def add(self, items: Iterable[Item]) -> Iterator[tuple[str, bytes]]:
        """Takes in what follows, and gives the files that are full."""
        self._held += items
        while len(self._held) > ROWS:
            yield self._file(self._held[:ROWS])
            del self._held[:ROWS]

    def end(self) -> Iterator[tuple[str, bytes]]:
        """Gives the last file; of a list without items it is the only one.

        Raises:
            ValueError: there were not as many items as was said.
        """
        yield self._file(self._held)
        if self._written != self._last:
            raise ValueError(f"{self._stem}: {self._written} files where {self._last} were to come")

    def _file(self, items: Sequence[Item]) -> tuple[str, bytes]:
        self._written += 1
        number, path = self._written, path_of(self._stem, self._written)
        own = replace(
            self._links,
            next=path_of(self._stem, number + 1) if number < self._last else None,
            prev=path_of(self._stem, number - 1) if number > 1 else None,
        )
        return path, self._page(path, items, own)


def pages(stem: str, items: Sequence[Item], links: Links, page: Page[Item]) -> Iterator[tuple[str, bytes]]:
    """The files of a list; one without items is a single file.

    Args:
        stem: the list's path without its ending.
        items: everything that is listed.
        links: the links that all its pages share.
        page: makes one file.
    """
    listed = Pages(stem, len(items), links, page)
    yield from listed.add(items)
    yield from listed.end()
