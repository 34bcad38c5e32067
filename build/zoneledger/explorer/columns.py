"""What an explorer's columns are: their heads, the same for all plans, and how a plan's rows fill them.

The five kinds a browser can filter and sort without parsing anything:

- ``key``: one text a row, all different;
- ``choice``: one of a list of named values; a facet may be made of it;
- ``choices``: any number of them;
- ``text``: words in both languages, shown and searched, no facet;
- ``number``: a figure or null.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from zoneledger.catalogue import Row
from zoneledger.problems import Text

#: The value of a row that has none: its key in addresses, and its words.
NONE_KEY = "none"
NONE = Text("（无）", "(none)")

#: How a list of values is ordered: as given (years, strengths), or by name in the reader's language.
GIVEN, BY_NAME = "given", "name"

Names = Mapping[str, Text] | Callable[[str], Text]
Cells = Callable[[Sequence[Row]], Sequence[Any]]


@dataclass(frozen=True)
class Column:
    """One column of an explorer.

    Args:
        id: its name in addresses and in the files.
        kind: ``key``, ``choice``, ``choices``, ``text`` or ``number``.
        title: what readers see.
        cells: a plan's rows → a cell a row: a text for ``key``, a value's key for ``choice``, keys for ``choices``, a
            ``Text`` for ``text``, a number or None for ``number``.
        names: words of each value by its key: all that there are, in the order they are shown, or a function.
        listed: the keys of a list that all plans share, in the order they are shown, where ``names`` is a function;
            without it the values come with the plans (years, places, bodies) and are shown in the order of their keys.
        none: words of ``NONE_KEY``.
        many: whether there are the more values the more plans; their names are then loaded in blocks.
        by: of a text that follows from another column's value, that column; ``names`` says it, and there are no cells.
        facet: whether readers may filter by it.
        order: ``GIVEN`` or ``BY_NAME``.
        shown: whether it is among the columns shown at first.
        link: folder of the page a value has, below its language's root; empty where it has none.
    """

    id: str
    kind: str
    title: Text
    cells: Cells = tuple
    names: Names | None = None
    listed: Callable[[], Iterable[str]] | None = None
    none: Text = NONE
    many: bool = False
    by: str = ""
    facet: bool = False
    order: str = BY_NAME
    shown: bool = False
    link: str = ""

    @classmethod
    def facet_of(cls, title: Text, name: str, cells: Cells, names: Names, **options: Any) -> Column:
        """A column readers may filter by, of kind ``choice`` unless ``kind`` is among the options."""
        return cls(name, options.pop("kind", "choice"), title, cells, names, facet=True, **options)

    def head(self) -> dict[str, Any]:
        """What a browser is told of the column, besides its values."""
        head: dict[str, Any] = {"id": self.id, "kind": self.kind, "title": list(self.title)}
        head |= {"facet": self.facet, "shown": self.shown, "order": self.order}
        return {**head, "link": self.link} if self.link else head

    def shared(self) -> dict[str, Any]:
        """What all plans share of the column, as JSON can hold it; ``names`` is null where names come with the plans."""
        return {"head": self.head(), "names": self._listed(), "none": list(self.none), "many": self.many, "by": self.by}

    @property
    def carries(self) -> bool:
        """Whether the names of its values come with each plan's rows."""
        return callable(self.names) and self.listed is None

    def _listed(self) -> dict[str, list[str]] | None:
        if isinstance(self.names, Mapping):
            return {key: list(name) for key, name in self.names.items()}
        if self.names is None or self.listed is None:
            return None
        return {key: list(self.names(key)) for key in self.listed()}
