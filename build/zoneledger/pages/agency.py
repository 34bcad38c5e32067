"""A page an agency type: what it leads, shares and supports, with whom, in which cities, plan by plan.

A type with very many duties is summed up (``agency_summed``): its duties stand on the pages of its organisations, and
further pages list these by city.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from zoneledger.catalogue import Catalogue
from zoneledger.facets import file
from zoneledger.facets.kinds.agencies import KIND
from zoneledger.facets.taking import of_value
from zoneledger.pages.agency_bodies import body_pages
from zoneledger.pages.charge_rows import ChargeRows
from zoneledger.pages.duty_sheets import DUTIES_SHOWN, Bearer, first_and_rest, later_pages
from zoneledger.pages.renderer import Renderer
from zoneledger.site.shell import Page
from zoneledger.views.agency import AgencyView, Body, agencies, bodies_by_type, by_city
from zoneledger.views.duty_index import DutyIndex, Stub, duty_index
from zoneledger.views.duty_summary import duty_summary
from zoneledger.views.partner import fellow_agencies
from zoneledger.views.plan_part import largest_parts, plan_parts

#: Organisations on the page, those with most duties first; with more of them further pages, or those of cities, have all.
BODIES_SHOWN = 150
#: Cities on the page, those with most duties first.
CITIES_SHOWN = 100
#: The same where duties fill the page: such a page would be too heavy with all of them.
BODIES_BESIDE, CITIES_BESIDE = 60, 40
#: Duties of one type up to which its pages have every one of them.
DUTIES_LISTED = 600
#: Plans whose shares are compared, those with the largest first.
SHARES_SHOWN = 40


def pages(renderers: Mapping[str, Renderer], only: Collection[str] | None = None) -> Iterator[tuple[str, Page]]:
    """Every agency type whose pages have all its duties, in each language; a type is about all plans.

    Args:
        renderers: what renders pages, by language.
        only: the ids of the types whose pages are made; all by default.
    """
    return of_types(renderers, only, listed=True)


def of_types(
    renderers: Mapping[str, Renderer], only: Collection[str] | None, *, listed: bool
) -> Iterator[tuple[str, Page]]:
    """Agency types with an organisation, in each language.

    Args:
        renderers: what renders pages, by language.
        only: the ids of the types whose pages are made; all where None.
        listed: whether those whose duties are all listed, or those that are summed up.
    """
    catalogue = renderers["zh"].catalogue
    filed, index = file(catalogue, KIND), duty_index(catalogue)
    bodies = bodies_by_type(catalogue, index)
    for agency in agencies(catalogue, index):
        stubs = index.agencies.get(agency.id, [])
        if (only is not None and agency.id not in only) or (len(stubs) <= DUTIES_LISTED) != listed:
            continue
        parts = plan_parts(catalogue, index, stubs) if listed else largest_parts(catalogue, index, stubs, SHARES_SHOWN)
        parcels = of_value(catalogue, KIND, agency.id, filed[agency.id], DUTIES_SHOWN if listed else 0)
        bearer = Bearer(f"agencies/{agency.id}/", agency.name, (), parts, as_printed=False, listed=listed)
        full = listed and len(stubs) > DUTIES_SHOWN
        values = _values(catalogue, index, agency, stubs, bearer)
        values |= _cities(bodies[agency.id], CITIES_BESIDE if full else CITIES_SHOWN)
        values |= {"parcels": parcels, "bodies": bodies[agency.id][: BODIES_BESIDE if full else BODIES_SHOWN]}
        values["calendars"] = renderers["zh"].context.calendars
        values["charts"] = renderers["zh"].context.figures.agencies.get(agency.id, ())
        if listed:
            sheets, pager, rest = first_and_rest(catalogue, index, bearer, parcels)
            yield from _page(renderers, agency, bearer, values | {"sheets": sheets, "pager": pager})
            yield from later_pages(renderers, bearer, pager, rest)
        else:
            pager, further = body_pages(renderers, bearer, bodies[agency.id], BODIES_SHOWN)
            yield from _page(renderers, agency, bearer, values | {"sheets": (), "pager": pager})
            yield from further


def _page(
    renderers: Mapping[str, Renderer], agency: AgencyView, bearer: Bearer, values: Mapping[str, object]
) -> Iterator[tuple[str, Page]]:
    for lang, renderer in renderers.items():
        words = renderer.words["agency"]
        title = words["title"].format(name=agency.name.of(lang))
        about = words["description"].format(name=agency.name.of(lang), about=agency.description.of(lang))
        shown = {**values, "charges": ChargeRows(renderer, bearer.as_printed)}
        yield lang, renderer.page("agency.html", bearer.folder, title, about, **shown)


def _values(
    catalogue: Catalogue, index: DutyIndex, agency: AgencyView, stubs: Sequence[Stub], bearer: Bearer
) -> dict[str, object]:
    partners = fellow_agencies(catalogue, index, stubs)
    return {
        "agency": agency,
        "bearer": bearer,
        "roles": catalogue.schemas["responsibilities"].by_name["role"],
        "partners": partners,
        "summary": duty_summary(stubs, bearer.plans[0].title if agency.plans == 1 else None, partners),
    }


def _cities(bodies: Sequence[Body], most: int) -> dict[str, object]:
    found = by_city(bodies)
    return {"cities": found[:most], "city_total": len(found)}
