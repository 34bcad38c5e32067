"""The duties of one organisation or agency type on as many pages as they need, each linked to the next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from zoneledger.catalogue import Catalogue
from zoneledger.facets.taking import Parcel
from zoneledger.pages.renderer import Renderer
from zoneledger.problems import Text
from zoneledger.site.shell import Page
from zoneledger.views.duty_index import DutyIndex
from zoneledger.views.name import Named
from zoneledger.views.plan_part import PlanPart, Sheet, sheets

#: Duties on one page. A duty with its targets and fellow bearers takes up to two kilobytes, and a page less than 500 kB.
DUTIES_SHOWN = 150


@dataclass(frozen=True)
class Pager:
    """Where a page stands in a row of pages.

    Args:
        number: its place, from 1.
        last: how many there are.
        folder: the address of the first one below the language's root; the others lie in numbered folders there.
        starts: on which page the duties of each plan begin, by plan id.
    """

    number: int
    last: int
    folder: str
    starts: Mapping[str, int] = field(default_factory=dict)

    def address(self, number: int) -> str:
        """The address of a page of the row, below the language's root."""
        return self.folder if number == 1 else f"{self.folder}{number}/"


@dataclass(frozen=True)
class Bearer:
    """Whose duties they are.

    Args:
        folder: the address of its page below the language's root.
        name: what it is called.
        crumbs: the pages above, with their addresses.
        plans: its part in each plan.
        as_printed: whether a row quotes the printed name alone, or links to the organisation.
    """

    folder: str
    name: Text
    crumbs: tuple[tuple[str, Text], ...]
    plans: Sequence[PlanPart]
    as_printed: bool


def first_and_rest(
    catalogue: Catalogue, index: DutyIndex, bearer: Bearer, parcels: Sequence[Parcel]
) -> tuple[tuple[Sheet, ...], Pager, Iterator[tuple[Sheet, ...]]]:
    """The duties of the first page, its place, and those of the pages after it."""
    shown = next((parcel.shown for parcel in parcels if parcel.table == "responsibilities"), 0)
    total = sum(len(plan.stubs) for plan in bearer.plans)
    size = max(shown, 1)
    rest = sheets(catalogue, index, bearer.plans, shown, size) if total else iter(())
    starts, before = {}, 0
    for plan in bearer.plans:
        starts[plan.plan_id] = 1 if before < shown else 2 + (before - shown) // size
        before += len(plan.stubs)
    return next(rest, ()), Pager(1, 1 + -(-(total - shown) // size), bearer.folder, starts), rest


def later_pages(
    renderers: Mapping[str, Renderer], bearer: Bearer, first: Pager, rest: Iterator[tuple[Sheet, ...]]
) -> Iterator[tuple[str, Page]]:
    """The pages after the first, in each language."""
    for number, found in enumerate(rest, start=2):
        pager = Pager(number, first.last, bearer.folder)
        values = {"bearer": bearer, "pager": pager, "sheets": found}
        for lang, renderer in renderers.items():
            words = renderer.words["duty_sheet"]
            named = {"name": bearer.name.of(lang), "number": number, "last": pager.last}
            title, about = words["title"].format(**named), words["description"].format(**named)
            yield lang, renderer.page("duty_sheet.html", pager.address(number), title, about, **values)


def crumb(folder: str, one: Named | None) -> tuple[tuple[str, Text], ...]:
    """The page of something above, where there is one."""
    return ((f"{folder}/{one.id}/", one.name),) if one else ()
