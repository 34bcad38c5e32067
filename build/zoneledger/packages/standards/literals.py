"""Texts in both languages as JSON-LD writes them, for the descriptions that are JSON-LD."""

from __future__ import annotations

from zoneledger.problems import Text


def both(text: Text) -> list[dict[str, str]]:
    """A text as two literals, each with its language."""
    return [{"@value": text.zh, "@language": "zh"}, {"@value": text.en, "@language": "en"}]
