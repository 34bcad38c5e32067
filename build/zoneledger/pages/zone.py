"""A page a development zone: what it is, and every row of every plan that names it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from zoneledger.facets import file
from zoneledger.facets.kinds.zones import KIND
from zoneledger.facets.rows import facet_rows
from zoneledger.facets.taking import of_value
from zoneledger.pages.renderer import Renderer
from zoneledger.site.shell import Page
from zoneledger.views.plan import short_titles
from zoneledger.views.zone import Belongings, zones


def pages(
    renderers: Mapping[str, Renderer], only: Collection[str] | None = None, belongings: Belongings | None = None
) -> Iterator[tuple[str, Page]]:
    """Every zone in each language.

    Beside the shared lists it reads the plans that name the zone, so a catalogue of these plans gives the same pages.

    Args:
        renderers: what renders pages, by language.
        only: the ids of the zones whose pages are made; all by default.
        belongings: what the shared lists say belongs to each zone, where the catalogue holds only a part of them.
    """
    catalogue = renderers["zh"].catalogue
    plans, filed = short_titles(catalogue), file(catalogue, KIND, only)
    for zone in zones(catalogue, only, belongings):
        parcels = of_value(catalogue, KIND, zone.id, filed[zone.id])
        rows = facet_rows(catalogue, filed[zone.id], parcels)
        values: dict[str, object] = {"zone": zone, "plans": plans, "parcels": parcels, "rows": rows}
        for lang, renderer in renderers.items():
            title = zone.name.of(lang)
            about = renderer.words["zone"]["description"].format(name=title)
            yield lang, renderer.page("zone.html", f"zones/{zone.id}/", title, about, **values)
