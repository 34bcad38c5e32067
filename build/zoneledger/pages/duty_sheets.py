"""The duties of one organisation or agency type on as many pages as they need, each linked to the next."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from zoneledger.catalogue import Catalogue
from zoneledger.facets.taking import Parcel
from zoneledger.pages.charge_rows import ChargeRows
from zoneledger.pages.pager import Pager
from zoneledger.pages.renderer import Renderer
from zoneledger.problems import Text
from zoneledger.site.shell import Page
from zoneledger.views.duty_index import DutyIndex
from zoneledger.views.name import Named
from zoneledger.views.plan_part import PlanPart, Sheet, sheets

#: Duties on one page. A duty with its targets and fellow bearers takes up to two kilobytes, and a page less than 500 kB.
DUTIES_SHOWN = 150


@dataclass(frozen=True)
class Bearer:
    """Whose duties they are.

    Args:
        folder: the address of its page below the language's root.
        name: what it is called.
        crumbs: the pages above, with their addresses.
        plans: its part in each plan.
        as_printed: whether a row quotes the printed name alone, or links to the organisation.
        listed: whether its pages have every duty; where they are too many, ``plans`` are those with the largest part.
    """

    folder: str
    name: Text
    crumbs: tuple[tuple[str, Text], ...]
    plans: Sequence[PlanPart]
    as_printed: bool
    listed: bool = True


def first_and_rest(
    catalogue: Catalogue, index: DutyIndex, bearer: Bearer, parcels: Sequence[Parcel]
) -> tuple[tuple[Sheet, ...], Pager, Iterator[tuple[Sheet, ...]]]:
    """The duties of the first page, its place, and those of the pages after it."""
    shown = next((parcel.shown for parcel in parcels if parcel.table == "responsibilities"), 0)
    total = sum(len(plan.stubs) for plan in bearer.plans)
    size = max(shown, 1)
    rest = sheets(catalogue, index, bearer.plans, shown, size) if total else iter(())
    starts: dict[Hashable, int] = {}
    before = 0
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
        values: dict[str, object] = {"bearer": bearer, "pager": pager, "sheets": found}
        for lang, renderer in renderers.items():
            values["charges"] = ChargeRows(renderer, bearer.as_printed)
            words = renderer.words["duty_sheet"]
            named = {"name": bearer.name.of(lang), "number": number, "last": pager.last}
            title, about = words["title"].format(**named), words["description"].format(**named)
            yield lang, renderer.page("duty_sheet.html", pager.address(number), title, about, **values)


def crumb(folder: str, one: Named | None) -> tuple[tuple[str, Text], ...]:
    """The page of something above, where there is one."""
    return ((f"{folder}/{one.id}/", one.name),) if one else ()
