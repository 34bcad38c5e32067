"""A page an indicator: its definition, its neighbours, and every target set on it, made comparable."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from zoneledger.facets import file
from zoneledger.facets.kinds.indicators import KIND
from zoneledger.facets.taking import of_value
from zoneledger.pages.renderer import Renderer
from zoneledger.site.shell import Page
from zoneledger.views.indicator import indicators
from zoneledger.views.plan import short_titles


def pages(renderers: Mapping[str, Renderer]) -> Iterator[tuple[str, Page]]:
    """Every indicator in each language."""
    catalogue = renderers["zh"].catalogue
    values: dict[str, object] = {
        "plans": short_titles(catalogue),
        "dimensions": catalogue.schemas["indicators"].by_name["dimension"],
    }
    filed = file(catalogue, KIND)
    for indicator in indicators(catalogue):
        values["parcels"] = of_value(catalogue, KIND, indicator.id, filed[indicator.id])
        for lang, renderer in renderers.items():
            title = renderer.words["indicator"]["title"].format(name=indicator.name.of(lang))
            about = indicator.definition.of(lang)
            path = f"indicators/{indicator.id}/"
            yield lang, renderer.page("indicator.html", path, title, about, indicator=indicator, **values)
