"""The hubs of the facets that have no tab of their own: every value, with the number of its rows by table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from zoneledger.facets import KINDS, file
from zoneledger.pages.renderer import Renderer
from zoneledger.site.shell import Page

#: Facets whose hub and pages are made here; the others have pages with more on them.
FOLDERS = ("years", "strengths", "cities", "industries")


def pages(renderers: Mapping[str, Renderer]) -> Iterator[tuple[str, Page]]:
    """Each hub in each language."""
    catalogue = renderers["zh"].catalogue
    for kind in KINDS:
        if kind.folder in FOLDERS:
            counts = {
                value: {table: len(rows.get(table, ())) for table in kind.tables}
                for value, rows in file(catalogue, kind).items()
            }
            values = {"kind": kind, "names": kind.names(catalogue), "counts": counts}
            for lang, renderer in renderers.items():
                words = renderer.words["facets"][kind.folder]
                path = f"{kind.folder}/"
                yield lang, renderer.page("facet_hub.html", path, words["title"], words["description"], **values)
