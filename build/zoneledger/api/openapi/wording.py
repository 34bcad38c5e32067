"""Both languages in one text: OpenAPI has room for one only."""

from __future__ import annotations

from zoneledger.problems import Text


def line(text: Text) -> str:
    """A title: Chinese, then English."""
    return f"{text.zh} · {text.en}"


def paragraphs(*texts: Text | None) -> str:
    """A description: everything in Chinese, then everything in English."""
    said = [text for text in texts if text]
    return f"{''.join(text.zh for text in said)}\n\n{' '.join(text.en for text in said)}"
