"""Long lists by place: province after province, city after city, with an index that says on which page each begins."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, TypeVar

from zoneledger.catalogue import Catalogue
from zoneledger.pages.pager import Pager, parted, starts
from zoneledger.views.name import Named, name
from zoneledger.views.place import province

T = TypeVar("T")


@dataclass(frozen=True)
class Region:
    """A province in the index of a list.

    Args:
        place: its code and its name; the code is empty for what lies in none.
        count: how many things of the list are there.
        page: the page on which they begin.
    """

    place: Named
    count: int
    page: int


@dataclass(frozen=True)
class Listed(Generic[T]):
    """A list on its pages.

    Args:
        sheets: what each page holds.
        pager: the place of the first page.
        regions: the index; empty where one page has everything.
        region: the code of an item's province; empty where there is none.
        named: a province by its code.
        by_place: whether it is in the order of places.
    """

    sheets: Sequence[Sequence[T]]
    pager: Pager
    regions: tuple[Region, ...]
    region: Callable[[T], str]
    named: Callable[[str], Named]
    by_place: bool

    def pages(self) -> Iterator[tuple[Pager, Sequence[T], list[tuple[Named, list[T]]]]]:
        """Each page: where it stands, what it holds, and the same by province, which is named."""
        for number, sheet in enumerate(self.sheets, start=1):
            groups = [(self.named(code), list(some)) for code, some in groupby(sheet, key=self.region)]
            yield self.pager.at(number), sheet, groups if self.by_place else [(self.named(""), list(sheet))]


def listed(  # noqa: PLR0913 - one argument a question that every list answers in its own way
    catalogue: Catalogue,
    items: Sequence[T],
    folder: str,
    most: int,
    code_of: Callable[[T], str],
    *,
    weight: Callable[[T], int] = lambda _: 1,
    counted: Callable[[T], bool] = lambda _: True,
    by_place: bool = False,
) -> Listed[T]:
    """Spreads a list over pages; one that needs more than one is put in the order of places.

    Args:
        catalogue: for the provinces.
        items: in the order in which a single page shows them.
        folder: the address of the first page below the language's root.
        most: what a page holds at most.
        code_of: the jurisdiction of an item; empty where it lies nowhere.
        weight: what an item takes of a page.
        counted: whether the index counts an item.
        by_place: whether a single page is in the order of places as well.
    """
    above = {code: province(catalogue, code) for code in {code_of(item) for item in items}}

    def region(item: T) -> str:
        return above[code_of(item)]

    def named(code: str) -> Named:
        return Named(code, name(catalogue, "jurisdictions", code or None))

    sheets = parted(items, most, weight)
    by_place = by_place or len(sheets) > 1
    if by_place:
        # what lies in no province comes last; the order is stable, so things of one city stay as they were
        order = sorted(items, key=lambda item: (not region(item), region(item), code_of(item)))
        sheets = parted(order, most, weight)
    if len(sheets) == 1:
        return Listed(sheets, Pager(1, 1, folder), (), region, named, by_place)
    begins = starts(sheets, region)
    counts: dict[str, int] = {}
    for item in items:
        counts[region(item)] = counts.get(region(item), 0) + counted(item)
    regions = tuple(Region(named(str(code)), counts[str(code)], page) for code, page in begins.items())
    return Listed(sheets, Pager(1, len(sheets), folder, begins), regions, region, named, by_place)
