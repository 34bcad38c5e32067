"""The hub of agency types: which functions of government the plans call upon, and how often."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from zoneledger.pages.renderer import Renderer
from zoneledger.site.shell import Page
from zoneledger.views.agency import agencies


def pages(renderers: Mapping[str, Renderer]) -> Iterator[tuple[str, Page]]:
    """The hub in each language."""
    catalogue = renderers["zh"].catalogue
    values = {"agencies": agencies(catalogue), "roles": catalogue.schemas["responsibilities"].by_name["role"]}
    values["figures"] = renderers["zh"].context.figures.agency_hub
    for lang, renderer in renderers.items():
        words = renderer.words["agencies"]
        yield lang, renderer.page("agencies.html", "agencies/", words["title"], words["description"], **values)
