"""A page an organisation: what it leads, answers for and supports, plan by plan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from zoneledger.pages.renderer import Renderer
from zoneledger.site.shell import Page
from zoneledger.views.organization import organizations


def pages(renderers: Mapping[str, Renderer]) -> Iterator[tuple[str, Page]]:
    """Every organisation in each language."""
    catalogue = renderers["zh"].catalogue
    roles = catalogue.schemas["responsibilities"].by_name["role"]
    for body in organizations(catalogue):
        for lang, renderer in renderers.items():
            title = body.name.of(lang)
            about = renderer.words["organization"]["description"].format(name=title)
            path = f"organizations/{body.id}/"
            yield lang, renderer.page("organization.html", path, title, about, body=body, roles=roles)
