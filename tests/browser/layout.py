"""Looks at a page's layout with the eyes of a reader: text that is cut off, lies on other text, is tiny, or cannot be drawn."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

_LOOK = Path(__file__).with_name("layout.js").read_text(encoding="utf-8")

#: Every fold open: what is inside must be sound, too.
_UNFOLD = "() => document.querySelectorAll('details').forEach(fold => { fold.open = true })"


def faults(page: Page) -> list[str]:
    """What is wrong with the page as it is shown now.

    Args:
        page: loaded; where it is scrolled to does not matter.

    Raises:
        AssertionError: the page shows no text at all, so nothing was looked at.
    """
    seen = page.evaluate(_LOOK)
    assert seen["lines"] > 3, "the page shows no text"
    found: list[str] = seen["faults"]
    return found


def unfold(page: Page) -> None:
    """Open every fold of the page."""
    page.evaluate(_UNFOLD)
