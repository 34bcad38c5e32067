"""The hubs of the facets that have no tab of their own: every value, with the number of its rows by table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from zoneledger.facets import KINDS, Kind, file
from zoneledger.pages.regions import listed
from zoneledger.pages.renderer import Renderer
from zoneledger.site.shell import Page

#: Facets whose hub and pages are made here; the others have pages with more on them.
FOLDERS = ("years", "strengths", "cities", "industries")
#: Values on one page, each of which takes up to 600 bytes.
VALUES_LISTED = 500


def pages(renderers: Mapping[str, Renderer]) -> Iterator[tuple[str, Page]]:
    """Each hub in each language."""
    for kind in KINDS:
        if kind.folder in FOLDERS:
            yield from _hub(renderers, kind)


def _hub(renderers: Mapping[str, Renderer], kind: Kind) -> Iterator[tuple[str, Page]]:
    catalogue = renderers["zh"].catalogue
    counts = {
        value: {table: len(rows.get(table, ())) for table in kind.tables}
        for value, rows in file(catalogue, kind).items()
    }
    names = kind.names(catalogue)
    places = kind.folder == "cities"
    found = listed(catalogue, list(names), f"{kind.folder}/", VALUES_LISTED, lambda value: value if places else "")
    for pager, _, groups in found.pages():
        values = {"kind": kind, "names": names, "counts": counts, "pager": pager, "regions": found.regions}
        values["groups"] = groups
        for lang, renderer in renderers.items():
            words = renderer.words["facets"][kind.folder]
            title, about = (pager.named(renderer.words, words[key]) for key in ("title", "description"))
            yield lang, renderer.page("facet_hub.html", pager.address(pager.number), title, about, **values)
