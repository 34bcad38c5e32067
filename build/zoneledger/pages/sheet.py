"""One page among many of a kind, before it is made: what decides it is known, so that whoever keeps pages need not make it.

It shows some rows, each put into words by itself, from what its plan says in other tables, and from the shared lists; a sheet
whose rows are shown with others of their plans says so.
Everything else that it says is told beforehand: an edit of a row changes the sheets that show it, and those that are told
something else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from zoneledger.catalogue import Catalogue, Row
from zoneledger.pages.context import PageContext
from zoneledger.pages.renderer import Renderer
from zoneledger.site.shell import Page

T = TypeVar("T")

#: Rows of plans, by table.
Rows = Mapping[str, Sequence[Row]]


@dataclass(frozen=True)
class Sheet(Generic[T]):
    """A page in each language.

    Args:
        told: what it says beside its rows, the shared lists, the schemas and the site's words; where this has the same
            ``repr``, the page says the same.
        rows: the rows it shows, by table; of some tables it may be none. Beside them it may read the plans of these rows,
            but for other rows of these tables; see ``others``.
        fill: makes it, from renderers by language, what is told, and the rows.
        named: the ids of other rows it names, each with its badges.
        others: whether it may read other rows of these tables too, where they are of the plans of its rows.
    """

    told: T
    rows: Rows
    fill: Callable[[Mapping[str, Renderer], T, Rows], Iterator[tuple[str, Page]]]
    others: bool = False
    named: Sequence[str] = ()

    @property
    def plans(self) -> tuple[str, ...]:
        """The ids of the plans whose rows it shows."""
        return tuple(dict.fromkeys(row.text("plan_id") for rows in self.rows.values() for row in rows))

    def pages(self, renderers: Mapping[str, Renderer]) -> Iterator[tuple[str, Page]]:
        """The page in each language.

        Args:
            renderers: what renders pages, by language.
        """
        return self.fill(renderers, self.told, self.rows)


#: The sheets of a kind, made ready from a catalogue and what is known beside it.
Sheets = Callable[[Catalogue, PageContext], Iterable[Sheet[Any]]]
