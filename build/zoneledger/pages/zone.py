"""A page a development zone: what it is, and every row of every plan that names it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from zoneledger.facets import file
from zoneledger.facets.kinds.zones import KIND
from zoneledger.facets.taking import of_value
from zoneledger.pages.renderer import Renderer
from zoneledger.site.shell import Page
from zoneledger.views.plan import short_titles
from zoneledger.views.zone import zones


def pages(renderers: Mapping[str, Renderer]) -> Iterator[tuple[str, Page]]:
    """Every zone in each language."""
    catalogue = renderers["zh"].catalogue
    values: dict[str, object] = {"plans": short_titles(catalogue)}
    filed = file(catalogue, KIND)
    for zone in zones(catalogue):
        values["parcels"] = of_value(catalogue, KIND, zone.id, filed[zone.id])
        for lang, renderer in renderers.items():
            title = zone.name.of(lang)
            about = renderer.words["zone"]["description"].format(name=title)
            yield lang, renderer.page("zone.html", f"zones/{zone.id}/", title, about, zone=zone, **values)
