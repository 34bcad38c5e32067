"""A page an agency type: what it leads, shares and supports, with whom, in which cities, plan by plan.

A type with very many duties is summed up (``agency_summed``): its duties stand on the pages of its organisations, and
further pages list these by city.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from zoneledger.catalogue import Catalogue
from zoneledger.facets import file
from zoneledger.facets.kinds.agencies import KIND
from zoneledger.facets.taking import Parcel, of_value
from zoneledger.pages import duty_sheets
from zoneledger.pages.charge_rows import ChargeRows
from zoneledger.pages.duty_sheets import DUTIES_SHOWN, Bearer, in_words, later_page, spread
from zoneledger.pages.pager import Pager
from zoneledger.pages.renderer import Renderer
from zoneledger.pages.sheet import Rows, Sheet
from zoneledger.problems import Text
from zoneledger.site.shell import Page
from zoneledger.views.agency import AgencyView, Body, CityPart, agencies, bodies_by_type, by_city
from zoneledger.views.duty_index import DutyIndex, of_types
from zoneledger.views.duty_summary import duty_summary
from zoneledger.views.partner import Partners, fellow_agencies
from zoneledger.views.plan_part import Sheet as Shown
from zoneledger.views.plan_part import Stretch, plan_parts

T = TypeVar("T")

#: Organisations on the page, those with most duties first; with more of them further pages, or those of cities, have all.
BODIES_SHOWN = 150
#: Cities on the page, those with most duties first.
CITIES_SHOWN = 100
#: The same where duties fill the page: such a page would be too heavy with all of them.
BODIES_BESIDE, CITIES_BESIDE = 60, 40
#: Duties of one type up to which its pages have every one of them.
DUTIES_LISTED = 600


@dataclass(frozen=True)
class Bodies:
    """The organisations of a type, as far as its first page names them.

    Args:
        named: the first of them.
        cities: the first of their cities.
        city_total: how many cities there are.
    """

    named: tuple[Body, ...]
    cities: tuple[CityPart, ...]
    city_total: int

    @classmethod
    def of(cls, bodies: tuple[Body, ...], most: int, most_cities: int) -> Bodies:
        """As many as a page names.

        Args:
            bodies: all of them.
            most: how many organisations it names.
            most_cities: how many cities.
        """
        cities = by_city(bodies)
        return cls(bodies[:most], cities[:most_cities], len(cities))


@dataclass(frozen=True)
class Told:
    """What the first page of a type says beside the duties it shows.

    Args:
        agency: the type.
        bearer: the same as who has the duties.
        pager: which of the type's pages it is.
        parcels: what can be taken along.
        bodies: its organisations.
        partners: those named beside it.
        summary: the sentence that sums up its duties.
        stretches: which duties it shows.
    """

    agency: AgencyView
    bearer: Bearer
    pager: Pager
    parcels: tuple[Parcel, ...]
    bodies: Bodies
    partners: Partners
    summary: Text
    stretches: tuple[Stretch, ...] = ()


def pages(renderers: Mapping[str, Renderer], only: Collection[str] | None = None) -> Iterator[tuple[str, Page]]:
    """Every agency type whose pages have all its duties, in each language; a type is about all plans.

    Args:
        renderers: what renders pages, by language.
        only: the ids of the types whose pages are made; all by default.
    """
    for sheet in sheets(renderers["zh"].catalogue, only):
        yield from sheet.pages(renderers)


def sheets(catalogue: Catalogue, only: Collection[str] | None = None) -> Iterator[Sheet[Any]]:
    """The same pages, one by one, before any duty is put into words.

    A duty is shown with what its measure promises and with all who are named there: with other rows of its plan.

    Args:
        catalogue: checked datasets.
        only: as for ``pages``.
    """
    filed = file(catalogue, KIND)
    listed = [key for key in chosen(catalogue, listed=True) if only is None or key in only]
    if not listed:
        return
    index = of_types(catalogue, listed)
    bodies = bodies_by_type(catalogue, index, listed)
    for agency in agencies(catalogue, index, listed):
        parcels = of_value(catalogue, KIND, agency.id, filed[agency.id], DUTIES_SHOWN)
        parts = plan_parts(catalogue, index, index.agencies.get(agency.id, []))
        whole = Bearer(f"agencies/{agency.id}/", agency.name, (), parts, as_printed=False)
        pager, (shown, *later) = spread(whole, parcels)
        full = agency.total > DUTIES_SHOWN
        most = (BODIES_BESIDE, CITIES_BESIDE) if full else (BODIES_SHOWN, CITIES_SHOWN)
        named = Bodies.of(bodies[agency.id], *most)
        bearer = replace(whole, plans=tuple(part.bare for part in parts))
        said = beside(catalogue, index, agency, bearer)
        yield _sheet(Told(agency, bearer, pager, parcels, named, *said, _bare(shown)), shown, _first)
        for number, found in enumerate(later, start=2):
            place = Pager(number, pager.last, pager.folder)
            yield _sheet(duty_sheets.Told(replace(whole, plans=()), place, _bare(found)), found, _later)


def chosen(catalogue: Catalogue, *, listed: bool) -> list[str]:
    """The agency types with an organisation whose pages are of one sort.

    Args:
        catalogue: checked datasets.
        listed: whether those whose duties are all listed, or those that are summed up.
    """
    filed = file(catalogue, KIND)
    return [key for key, rows in filed.items() if (len(rows.get("responsibilities", ())) <= DUTIES_LISTED) == listed]


def beside(catalogue: Catalogue, index: DutyIndex, agency: AgencyView, bearer: Bearer) -> tuple[Partners, Text]:
    """Those named beside a type, and the sentence that sums up its duties.

    Args:
        catalogue: checked datasets.
        index: the duties of the type.
        agency: the type.
        bearer: the same as who has the duties.
    """
    stubs = index.agencies.get(agency.id, [])
    partners = fellow_agencies(catalogue, index, stubs)
    return partners, duty_summary(stubs, bearer.plans[0].title if agency.plans == 1 else None, partners)


def first_page(renderers: Mapping[str, Renderer], told: Told, sheets: Sequence[Shown] = ()) -> Iterator[tuple[str, Page]]:
    """The first page of a type, in each language.

    Args:
        renderers: what renders pages, by language.
        told: what it says beside duties.
        sheets: the duties it shows.
    """
    agency, context = told.agency, renderers["zh"].context
    values: dict[str, object] = vars(told) | {
        "bodies": told.bodies.named,
        "cities": told.bodies.cities,
        "city_total": told.bodies.city_total,
        "roles": renderers["zh"].catalogue.schemas["responsibilities"].by_name["role"],
        "sheets": sheets,
        "calendars": context.calendars,
        "charts": context.figures.agencies.get(agency.id, ()),
    }
    for lang, renderer in renderers.items():
        words = renderer.words["agency"]
        title = words["title"].format(name=agency.name.of(lang))
        about = words["description"].format(name=agency.name.of(lang), about=agency.description.of(lang))
        shown = {**values, "charges": ChargeRows(renderer, told.bearer.as_printed)}
        yield lang, renderer.page("agency.html", told.bearer.folder, title, about, **shown)


def _bare(found: Sequence[Stretch]) -> tuple[Stretch, ...]:
    return tuple(stretch.bare for stretch in found)


def _sheet(
    told: T, found: Sequence[Stretch], fill: Callable[[Mapping[str, Renderer], T, Rows], Iterator[tuple[str, Page]]]
) -> Sheet[T]:
    rows = [stub.row for stretch in found for stub in stretch.stubs]
    return Sheet(told, {"responsibilities": rows}, fill, others=True)


def _first(renderers: Mapping[str, Renderer], told: Told, rows: Rows) -> Iterator[tuple[str, Page]]:
    return first_page(renderers, told, in_words(renderers["zh"].catalogue, told.stretches, rows["responsibilities"]))


def _later(renderers: Mapping[str, Renderer], told: duty_sheets.Told, rows: Rows) -> Iterator[tuple[str, Page]]:
    sheets = in_words(renderers["zh"].catalogue, told.stretches, rows["responsibilities"])
    return later_page(renderers, told.bearer, told.pager, sheets)
