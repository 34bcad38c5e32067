"""The hub of organisations, by city and agency type."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from zoneledger.facets import file
from zoneledger.facets.kinds.organizations import KIND
from zoneledger.pages.renderer import Renderer
from zoneledger.problems import Text
from zoneledger.site.shell import Page
from zoneledger.views.name import name
from zoneledger.views.place import places

#: With more bodies than this the hub names the cities alone, whose pages have them.
MOST = 3000


def pages(renderers: Mapping[str, Renderer]) -> Iterator[tuple[str, Page]]:
    """The hub in each language."""
    catalogue = renderers["zh"].catalogue
    found = places(catalogue)
    names = {code: name(catalogue, "jurisdictions", code) if code else Text("", "") for code in sorted(found)}
    duties = {body: len(rows.get("responsibilities", ())) for body, rows in file(catalogue, KIND).items()}
    values = {"places": found, "names": names, "duties": duties, "whole": len(duties) <= MOST}
    for lang, renderer in renderers.items():
        words = renderer.words["facets"]["organizations"]
        path = f"{KIND.folder}/"
        yield lang, renderer.page("organizations.html", path, words["title"], words["description"], **values)
