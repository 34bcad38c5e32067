"""The hub of ready questions: each with the number of rows that answer it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from zoneledger.facets.ready import ready
from zoneledger.pages.renderer import Renderer
from zoneledger.site.shell import Page
from zoneledger.views.question import questions


def pages(renderers: Mapping[str, Renderer]) -> Iterator[tuple[str, Page]]:
    """The hub in each language."""
    catalogue = renderers["zh"].catalogue
    values = {"asked": ready(catalogue), "questions": questions(catalogue)}
    for lang, renderer in renderers.items():
        words = renderer.words["questions"]
        yield lang, renderer.page("questions.html", "questions/", words["title"], words["description"], **values)
