"""A page an organisation: what it leads, answers for and supports, plan by plan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from zoneledger.facets import file
from zoneledger.facets.kinds.organizations import KIND
from zoneledger.facets.taking import of_value
from zoneledger.pages.renderer import Renderer
from zoneledger.site.shell import Page
from zoneledger.views.organization import organizations
from zoneledger.views.place import seat


def pages(renderers: Mapping[str, Renderer]) -> Iterator[tuple[str, Page]]:
    """Every organisation in each language."""
    catalogue = renderers["zh"].catalogue
    roles = catalogue.schemas["responsibilities"].by_name["role"]
    filed = file(catalogue, KIND)
    for body in organizations(catalogue):
        row = catalogue.row("organizations", body.id)
        parcels = of_value(catalogue, KIND, body.id, filed[body.id])
        values = {"body": body, "roles": roles, "parcels": parcels, "city": seat(catalogue, row) if row else None}
        for lang, renderer in renderers.items():
            title = body.name.of(lang)
            about = renderer.words["organization"]["description"].format(name=title)
            path = f"organizations/{body.id}/"
            yield lang, renderer.page("organization.html", path, title, about, **values)
