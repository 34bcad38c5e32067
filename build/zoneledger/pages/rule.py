"""A rule's own page, made from the rule itself: its address is in every message of that kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from zoneledger.pages.renderer import Renderer
from zoneledger.report import text, wording
from zoneledger.report.setting import page_path
from zoneledger.rulebook import STAGES, example
from zoneledger.site.shell import Page


def pages(renderers: Mapping[str, Renderer]) -> Iterator[tuple[str, Page]]:
    """Every rule's page in each language."""
    for stage in STAGES:
        for rule in stage.rules:
            found = example(rule)
            for lang, renderer in renderers.items():
                title, tip = rule.title.of(lang), rule.tip.of(lang)
                values = {
                    "rule": rule,
                    "stage": stage,
                    "severity": wording.SEVERITY[rule.severity],
                    "shown": "\n".join(text.one(found, lang)) if found is not None else "",
                }
                description = f"{rule.code}{renderer.words['colon']}{tip}"
                yield lang, renderer.page("rule.html", page_path(rule.code), title, description, **values)
