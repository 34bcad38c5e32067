"""One table as the files of facets hold it: what a reader of a single page needs, with names in both languages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from zoneledger.catalogue import Catalogue
from zoneledger.problems import Text


@dataclass(frozen=True)
class Sheet:
    """The form of a table in the files of facets.

    Args:
        file: the name of the file in the folder of a page.
        header: names of the columns.
        lines: a line a row, in the order of the datasets; the first cell is the row's id. What contributors wrote is
            handed on as it stands.
    """

    file: str
    header: tuple[str, ...]
    lines: Callable[[Catalogue], Iterator[tuple[str, ...]]]


def listed(names: Iterable[Text]) -> Text:
    """Several names in one cell of each language."""
    found = list(names)
    return Text("、".join(name.zh for name in found), "; ".join(name.en for name in found))
