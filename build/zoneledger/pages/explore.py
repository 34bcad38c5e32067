"""The hub of explorers, facets and ready questions: what there is to look for, and how much of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from zoneledger.explorer import FOLDER, SOURCES, TABLES
from zoneledger.facets import KINDS
from zoneledger.facets.ready import ready
from zoneledger.pages.renderer import Renderer
from zoneledger.site.shell import Page


def pages(renderers: Mapping[str, Renderer]) -> Iterator[tuple[str, Page]]:
    """The hub in each language."""
    catalogue = renderers["zh"].catalogue
    values: dict[str, object] = {
        "rows": {name: catalogue.count(SOURCES[name]) for name in TABLES},
        "facets": {kind.folder: len(kind.names(catalogue)) for kind in KINDS},
        "questions": len(ready(catalogue)),
    }
    for lang, renderer in renderers.items():
        words = renderer.words["explore"]
        yield lang, renderer.page("explore.html", f"{FOLDER}/", words["title"], words["description"], **values)
