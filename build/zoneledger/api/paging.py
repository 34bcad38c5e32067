"""Long lists in numbered files: the first under the list's own name, the others in a folder beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

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


def pages(stem: str, items: Sequence[Item], links: Links, page: Page[Item]) -> Iterator[tuple[str, bytes]]:
    """The files of a list; one without items is a single file.

    Args:
        stem: the list's path without its ending.
        items: everything that is listed.
        links: the links that all its pages share.
        page: makes one file.
    """
    last = max(1, -(-len(items) // ROWS))
    for number in range(1, last + 1):
        own = replace(
            links,
            next=path_of(stem, number + 1) if number < last else None,
            prev=path_of(stem, number - 1) if number > 1 else None,
        )
        path = path_of(stem, number)
        yield path, page(path, items[(number - 1) * ROWS : number * ROWS], own)
