"""A page an agency type: its organisations, and its duties plan by plan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from zoneledger.facets import file
from zoneledger.facets.kinds.agencies import KIND
from zoneledger.facets.taking import of_value
from zoneledger.pages.renderer import Renderer
from zoneledger.site.shell import Page
from zoneledger.views.agency import agencies


def pages(renderers: Mapping[str, Renderer]) -> Iterator[tuple[str, Page]]:
    """Every agency type with an organisation, in each language."""
    catalogue = renderers["zh"].catalogue
    roles = catalogue.schemas["responsibilities"].by_name["role"]
    filed = file(catalogue, KIND)
    for agency in agencies(catalogue):
        parcels = of_value(catalogue, KIND, agency.id, filed[agency.id])
        for lang, renderer in renderers.items():
            words = renderer.words["agency"]
            title = words["title"].format(name=agency.name.of(lang))
            about = words["description"].format(name=agency.name.of(lang), about=agency.description.of(lang))
            values = {"agency": agency, "roles": roles, "parcels": parcels}
            yield lang, renderer.page("agency.html", f"agencies/{agency.id}/", title, about, **values)
