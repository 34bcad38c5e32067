"""Untrusted text in the host's Markdown: shown to the letter, never markup, a mention, a reference or a link."""

from __future__ import annotations

import re

from zoneledger.report.printable import visible

# Joins words without a trace, and keeps `@name`, `#1` and `GH-1` from being taken for a mention or a reference.
_JOINER = "\u2060"
_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
_REFERENCE = re.compile(r"(\\?[@#]|GH\\?-)(?=\w)", re.IGNORECASE)


def code(value: object, limit: int = 160) -> str:
    """A value as a code span, in which the host reads no markup and finds no names.

    Args:
        value: from a file; unprintable characters and line breaks are spelled out.
        limit: characters; what is longer is cut, and says so.
    """
    text = shorten(visible(str(value)), limit)
    if not text.strip():
        return "`∅`"
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * (longest + 1)
    return f"{fence} {text} {fence}" if text[0] in "` " or text[-1] in "` " else f"{fence}{text}{fence}"


def prose(value: str, limit: int = 600) -> str:
    """A sentence from a file as plain text: every mark of punctuation escaped, every mention and reference broken.

    Args:
        value: one sentence in one language.
        limit: characters, before escaping.
    """
    escaped = _PUNCTUATION.sub(r"\\\1", shorten(visible(value).strip(), limit))
    return _REFERENCE.sub(rf"\1{_JOINER}", escaped)


def shorten(text: str, limit: int) -> str:
    """The text, cut with an ellipsis where it is longer than the limit."""
    return text if len(text) <= limit else text[:limit] + "…"
