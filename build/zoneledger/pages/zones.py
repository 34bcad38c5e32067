"""The hub of development zones, by city."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from zoneledger.pages.renderer import Renderer
from zoneledger.site.shell import Page
from zoneledger.views.name import Named
from zoneledger.views.zone import ZoneView, zones


def pages(renderers: Mapping[str, Renderer]) -> Iterator[tuple[str, Page]]:
    """The hub in each language."""
    cities: dict[Named, list[ZoneView]] = {}
    for zone in zones(renderers["zh"].catalogue):
        cities.setdefault(zone.city, []).append(zone)
    for lang, renderer in renderers.items():
        words = renderer.words["zones"]
        yield lang, renderer.page("zones.html", "zones/", words["title"], words["description"], cities=cities)
