"""A page an agency type: its organisations, and its duties plan by plan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from zoneledger.pages.renderer import Renderer
from zoneledger.site.shell import Page
from zoneledger.views.agency import agencies


def pages(renderers: Mapping[str, Renderer]) -> Iterator[tuple[str, Page]]:
    """Every agency type with an organisation, in each language."""
    catalogue = renderers["zh"].catalogue
    roles = catalogue.schemas["responsibilities"].by_name["role"]
    for agency in agencies(catalogue):
        for lang, renderer in renderers.items():
            words = renderer.words["agency"]
            title = words["title"].format(name=agency.name.of(lang))
            about = words["description"].format(name=agency.name.of(lang), about=agency.description.of(lang))
            values = {"agency": agency, "roles": roles}
            yield lang, renderer.page("agency.html", f"agencies/{agency.id}/", title, about, **values)
