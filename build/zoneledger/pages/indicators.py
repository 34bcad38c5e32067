"""The hub of indicators, by dimension, with how many plans set targets on each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from zoneledger.pages.renderer import Renderer
from zoneledger.site.shell import Page
from zoneledger.views.indicator import indicators


def pages(renderers: Mapping[str, Renderer]) -> Iterator[tuple[str, Page]]:
    """The hub in each language."""
    catalogue = renderers["zh"].catalogue
    found, dimension = indicators(catalogue), catalogue.schemas["indicators"].by_name["dimension"]
    groups = [(key, dimension.label(key), [view for view in found if view.dimension == key]) for key in dimension.enum]
    values = {
        "groups": [group for group in groups if group[2]],
        "total": len(found),
        "figures": renderers["zh"].context.figures.indicators,
    }
    for lang, renderer in renderers.items():
        words = renderer.words["indicators"]
        yield lang, renderer.page("indicators.html", "indicators/", words["title"], words["description"], **values)
