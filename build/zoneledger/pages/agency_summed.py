"""A page an agency type with too many duties to list: what it does in sum, and further pages with its organisations.

A kind of its own, for it shows no target: where one is edited, these pages need not be made again.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from zoneledger.facets import file
from zoneledger.facets.kinds.agencies import KIND
from zoneledger.facets.taking import of_value
from zoneledger.pages import agency
from zoneledger.pages.agency_bodies import body_pages
from zoneledger.pages.duty_sheets import Bearer
from zoneledger.pages.renderer import Renderer
from zoneledger.site.shell import Page
from zoneledger.views.agency import agencies, bodies_by_type
from zoneledger.views.duty_index import duty_index
from zoneledger.views.plan_part import largest_parts

#: Plans whose shares are compared, those with the largest first.
SHARES_SHOWN = 40


def pages(renderers: Mapping[str, Renderer], only: Collection[str] | None = None) -> Iterator[tuple[str, Page]]:
    """Every such type, in each language.

    Args:
        renderers: what renders pages, by language.
        only: the ids of the types whose pages are made; all by default.
    """
    catalogue = renderers["zh"].catalogue
    summed = [key for key in agency.chosen(catalogue, listed=False) if only is None or key in only]
    filed, index = file(catalogue, KIND), duty_index(catalogue)
    bodies = bodies_by_type(catalogue, index, summed)
    most = (agency.BODIES_SHOWN, agency.CITIES_SHOWN)
    for view in agencies(catalogue, index, summed):
        parts = largest_parts(catalogue, index, index.agencies[view.id], SHARES_SHOWN)
        parcels = of_value(catalogue, KIND, view.id, filed[view.id], 0)
        bearer = Bearer(f"agencies/{view.id}/", view.name, (), parts, as_printed=False, listed=False)
        pager, further = body_pages(renderers, bearer, bodies[view.id], most[0])
        named = agency.Bodies.of(bodies[view.id], *most)
        said = agency.beside(catalogue, index, view, bearer)
        yield from agency.first_page(renderers, agency.Told(view, bearer, pager, parcels, named, *said))
        yield from further
