"""The hub of development zones, by city; many zones on several pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from zoneledger.facets import file
from zoneledger.facets.kinds.zones import KIND
from zoneledger.pages.regions import listed
from zoneledger.pages.renderer import Renderer
from zoneledger.site.shell import Page
from zoneledger.views.name import Named
from zoneledger.views.zone import ZoneView, zones

#: Zones on one page: each takes less than a kilobyte, and each city's table another.
ZONES_LISTED = 200


def pages(renderers: Mapping[str, Renderer]) -> Iterator[tuple[str, Page]]:
    """The hub in each language."""
    catalogue = renderers["zh"].catalogue
    counts = {
        value: {table: len(rows.get(table, ())) for table in KIND.tables}
        for value, rows in file(catalogue, KIND).items()
    }
    found = listed(catalogue, zones(catalogue), "zones/", ZONES_LISTED, lambda zone: zone.city.id)
    for pager, sheet, groups in found.pages():
        regions = [(code, _by_city(some)) for code, some in groups]
        values = {"groups": regions, "counts": counts, "pager": pager, "regions": found.regions, "zones": sheet}
        for lang, renderer in renderers.items():
            words = renderer.words["zones"]
            title, about = (pager.named(renderer.words, words[key]) for key in ("title", "description"))
            yield lang, renderer.page("zones.html", pager.address(pager.number), title, about, **values)


def _by_city(zones: list[ZoneView]) -> dict[Named, list[ZoneView]]:
    cities: dict[Named, list[ZoneView]] = {}
    for zone in zones:
        cities.setdefault(zone.city, []).append(zone)
    return cities
