"""The hub of rules: every rule that ``check`` and ``audit`` can report, by the stage that reports it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from zoneledger.pages.renderer import Renderer
from zoneledger.report import wording
from zoneledger.rulebook import RULES, STAGES
from zoneledger.site.shell import Page

PATH = "rules/"


def pages(renderers: Mapping[str, Renderer]) -> Iterator[tuple[str, Page]]:
    """The hub in each language."""
    for lang, renderer in renderers.items():
        words = renderer.words["rules"]
        description = words["description"].format(n=len(RULES))
        values = {"stages": STAGES, "severities": wording.SEVERITY, "lead": description}
        yield lang, renderer.page("rules.html", PATH, words["title"], description, **values)
