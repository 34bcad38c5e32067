"""The theme's own markup, put right where it breaks the HTML standard and no template block lets us say otherwise."""

from __future__ import annotations

import re
from pathlib import Path

#: What the theme writes, what stands there instead, and how often a page has it; None where that depends on the page.
#: A checkbox has nothing to complete; an empty ``tabindex`` is no number, and a label that is not focused needs none.
CORRECTIONS = (
    (re.compile(r'(<input class="md-toggle"[^>]*?) autocomplete="off"'), r"\1", 2),
    (re.compile(r'(<label\b[^>]*?) tabindex=""'), r"\1", None),
)


class MarkupError(Exception):
    """The theme no longer writes what is corrected here: look at its new version."""


def correct(tree: Path) -> None:
    """Corrects every page below a folder, in place.

    Args:
        tree: rendered pages of one language.

    Raises:
        MarkupError: a page lacks what every page of the pinned theme has.
    """
    for page in sorted(tree.rglob("*.html")):
        page.write_text(corrected(page.read_text(encoding="utf-8"), page.name), encoding="utf-8")


def corrected(html: str, name: str) -> str:
    """A page's text with all corrections.

    Args:
        html: the page.
        name: what it is called in a message.

    Raises:
        MarkupError: the page lacks what every page of the pinned theme has.
    """
    for written, instead, times in CORRECTIONS:
        html, found = written.subn(instead, html)
        if times not in (None, found):
            raise MarkupError(f"{name}: {written.pattern} stands {found} times instead of {times}")
    return html
