"""The data dictionary: every table and column from the schemas, and the rows of the shared lists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from zoneledger.pages.renderer import Renderer
from zoneledger.site.shell import Page
from zoneledger.views.dictionary import dictionary


def pages(renderers: Mapping[str, Renderer]) -> Iterator[tuple[str, Page]]:
    """The dictionary in each language."""
    tables = dictionary(renderers["zh"].catalogue)
    for lang, renderer in renderers.items():
        words = renderer.words["dictionary"]
        yield (
            lang,
            renderer.page("dictionary.html", "dictionary/", words["title"], words["description"], tables=tables),
        )
