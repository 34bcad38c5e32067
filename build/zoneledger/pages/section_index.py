"""What a section that stands elsewhere leaves behind: its heading, its folds and an anchor for each of its rows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from markupsafe import Markup

from zoneledger.pages.blocks import ID, Block, section

_FIGURE = re.compile(r"<figure\b.*?</figure>", re.DOTALL)
_HEADING = re.compile(r"<h2[^>]*>(.*?)</h2>", re.DOTALL)
#: Of a unit's heading, its number and its title are enough.
_BESIDE = re.compile(r'<span class="zl-tree__(?:who|counts)".*', re.DOTALL)
#: Spans stay: they say which language a number is in.
_TAG = re.compile(r"<(?!/?span\b)[^>]*>")
#: Bytes of the anchor of a row besides its id, which it has twice, and of a section's heading and words.
_ANCHOR, _WORDS = 40, 800


@dataclass(frozen=True)
class Fold:
    """A part of a section.

    Args:
        anchor: leads to it.
        own: whether the anchor is its own; otherwise that of something in it.
        label: what it is called, safe HTML.
    """

    anchor: Markup
    own: bool
    label: Markup


@dataclass(frozen=True)
class SectionIndex:
    """What a section leaves behind.

    Args:
        heading: safe HTML.
        folds: its parts in their order.
        rows: the ids of its rows that are no such part, sorted.
    """

    heading: Markup
    folds: tuple[Fold, ...]
    rows: tuple[Markup, ...]

    @property
    def weight(self) -> int:
        """About how many bytes it takes."""
        folds = sum(2 * len(fold.anchor) + len(fold.label.encode()) + _ANCHOR for fold in self.folds)
        return _WORDS + folds + sum(2 * len(row) + _ANCHOR for row in self.rows)

    def only(self, count: int) -> SectionIndex:
        """The same with the first rows alone."""
        return replace(self, rows=self.rows[:count])


def index(plan_id: str, text: str) -> SectionIndex:
    """What a section leaves behind.

    Args:
        plan_id: the plan; the ids of its rows begin with it.
        text: the section as its template wrote it.
    """
    found = _HEADING.match(text)
    if not found:
        return SectionIndex(Markup(""), (), ())
    folds = tuple(_folds(section(text.encode())))
    own = {fold.anchor for fold in folds if fold.own}
    ids = {Markup(key) for key in ID.findall(_FIGURE.sub("", text)) if key.startswith(f"{plan_id}-")}
    return SectionIndex(Markup(found[1]), folds, tuple(sorted(ids - own)))


def _folds(block: Block) -> Iterator[Fold]:
    """The outermost folds and the headings between them."""
    for one in block.blocks:
        if one.tag not in (b"details", b"h3"):
            yield from _folds(one)
            continue
        text = one.text.decode()
        own = ID.search(one.start.decode())
        anchor = own or ID.search(text)
        label = text[: text.find("</summary>")] if one.tag == b"details" else text
        if anchor:
            words = _TAG.sub("", _BESIDE.sub("", label)).split()
            yield Fold(Markup(anchor[1]), own is not None, Markup(" ".join(words)))
