"""A page an agency type: what it leads, shares and supports, with whom, in which cities, plan by plan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from zoneledger.facets import file
from zoneledger.facets.kinds.agencies import KIND
from zoneledger.facets.taking import of_value
from zoneledger.pages.duty_sheets import DUTIES_SHOWN, Bearer, first_and_rest, later_pages
from zoneledger.pages.renderer import Renderer
from zoneledger.site.shell import Page
from zoneledger.views.agency import agencies, bodies_by_type, by_city
from zoneledger.views.duty_index import duty_index
from zoneledger.views.duty_summary import duty_summary
from zoneledger.views.partner import fellow_agencies
from zoneledger.views.plan_part import plan_parts

#: Organisations on the page, those with most duties first; the pages of cities have them all.
BODIES_SHOWN = 150


def pages(renderers: Mapping[str, Renderer]) -> Iterator[tuple[str, Page]]:
    """Every agency type with an organisation, in each language."""
    catalogue = renderers["zh"].catalogue
    roles = catalogue.schemas["responsibilities"].by_name["role"]
    filed, index = file(catalogue, KIND), duty_index(catalogue)
    bodies = bodies_by_type(catalogue, index)
    for agency in agencies(catalogue, index):
        stubs = index.agencies.get(agency.id, [])
        plans, partners = plan_parts(catalogue, index, stubs), fellow_agencies(catalogue, index, stubs)
        parcels = of_value(catalogue, KIND, agency.id, filed[agency.id], DUTIES_SHOWN)
        bearer = Bearer(f"agencies/{agency.id}/", agency.name, (), plans, as_printed=False)
        sheets, pager, rest = first_and_rest(catalogue, index, bearer, parcels)
        values = {
            "agency": agency,
            "bearer": bearer,
            "roles": roles,
            "parcels": parcels,
            "partners": partners,
            "summary": duty_summary(stubs, plans[0].title if len(plans) == 1 else None, partners),
            "cities": by_city(bodies[agency.id]),
            "bodies": bodies[agency.id][:BODIES_SHOWN],
            "calendars": renderers["zh"].context.calendars,
            "charts": renderers["zh"].context.figures.agencies.get(agency.id, ()),
            "sheets": sheets,
            "pager": pager,
        }
        for lang, renderer in renderers.items():
            words = renderer.words["agency"]
            title = words["title"].format(name=agency.name.of(lang))
            about = words["description"].format(name=agency.name.of(lang), about=agency.description.of(lang))
            yield lang, renderer.page("agency.html", bearer.folder, title, about, **values)
        yield from later_pages(renderers, bearer, pager, rest)
