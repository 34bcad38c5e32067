"""The duties of one organisation or agency type on as many pages as they need, each linked to the next."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from zoneledger.catalogue import Catalogue, Row
from zoneledger.facets.taking import Parcel
from zoneledger.pages.charge_rows import ChargeRows
from zoneledger.pages.pager import Pager
from zoneledger.pages.renderer import Renderer
from zoneledger.problems import Text
from zoneledger.site.shell import Page
from zoneledger.views.duty_index import of_plan
from zoneledger.views.name import Named
from zoneledger.views.plan_part import PlanPart, Sheet, Stretch, sheet, stretches

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


@dataclass(frozen=True)
class Told:
    """What a page after the first one says beside the duties it shows.

    Args:
        bearer: without its part in each plan.
        pager: which of the bearer's pages it is.
        stretches: which duties it shows.
    """

    bearer: Bearer
    pager: Pager
    stretches: tuple[Stretch, ...]


def spread(bearer: Bearer, parcels: Sequence[Parcel]) -> tuple[Pager, list[tuple[Stretch, ...]]]:
    """The place of the first page, and which duties each page shows.

    Args:
        bearer: whose duties.
        parcels: say how many duties the first page shows.
    """
    shown = next((parcel.shown for parcel in parcels if parcel.table == "responsibilities"), 0)
    total = sum(plan.duties for plan in bearer.plans)
    size = max(shown, 1)
    starts: dict[Hashable, int] = {}
    before = 0
    for plan in bearer.plans:
        starts[plan.plan_id] = 1 if before < shown else 2 + (before - shown) // size
        before += plan.duties
    pages = list(stretches(bearer.plans, shown, size)) or [()]
    return Pager(1, 1 + -(-(total - shown) // size), bearer.folder, starts), pages


def in_words(catalogue: Catalogue, found: Sequence[Stretch], rows: Sequence[Row]) -> tuple[Sheet, ...]:
    """The duties that a page shows.

    Args:
        catalogue: holds the plans of these duties.
        found: which they are.
        rows: they themselves.
    """
    sheets, done = [], 0
    for stretch in found:
        index = of_plan(catalogue, stretch.plan.plan_id)
        stubs = [index.stub(row) for row in rows[done : done + stretch.shown]]
        sheets.append(sheet(catalogue, index, stretch, stubs))
        done += stretch.shown
    return tuple(sheets)


def later_page(
    renderers: Mapping[str, Renderer], bearer: Bearer, pager: Pager, sheets: Sequence[Sheet]
) -> Iterator[tuple[str, Page]]:
    """A page after the first, in each language.

    Args:
        renderers: what renders pages, by language.
        bearer: whose duties they are.
        pager: which page it is.
        sheets: the duties it shows.
    """
    values: dict[str, object] = {"bearer": bearer, "pager": pager, "sheets": sheets}
    for lang, renderer in renderers.items():
        values["charges"] = ChargeRows(renderer, bearer.as_printed)
        words = renderer.words["duty_sheet"]
        named = {"name": bearer.name.of(lang), "number": pager.number, "last": pager.last}
        title, about = words["title"].format(**named), words["description"].format(**named)
        yield lang, renderer.page("duty_sheet.html", pager.address(pager.number), title, about, **values)


def crumb(folder: str, one: Named | None) -> tuple[tuple[str, Text], ...]:
    """The page of something above, where there is one."""
    return ((f"{folder}/{one.id}/", one.name),) if one else ()
