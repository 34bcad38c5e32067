"""The glossary: the language of plans, by kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from zoneledger.pages.renderer import Renderer
from zoneledger.site.shell import Page
from zoneledger.views.glossary import glossary

PATH = "glossary/"


def pages(renderers: Mapping[str, Renderer]) -> Iterator[tuple[str, Page]]:
    """The page in each language."""
    groups = glossary(renderers["zh"].catalogue)
    count = sum(len(group.terms) for group in groups)
    for lang, renderer in renderers.items():
        words = renderer.words["glossary"]
        about = words["description"].format(n=count)
        yield lang, renderer.page("glossary.html", PATH, words["title"], about, groups=groups, about=about)
