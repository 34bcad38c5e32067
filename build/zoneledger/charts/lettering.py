"""Room for text, reckoned so that it holds whichever of the page's fonts a reader has."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

# Upper bounds over the fonts of the pages' stack and over what a system without any of them falls back to.
_LATIN_EM = 0.58
_DIGIT_EM = 0.64
_HAN_EM = 1.0
# A browser may part Han from Latin by an eighth of an em (`text-autospace`).
_BETWEEN_EM = 0.125
#: What stays together: a Latin word with its blank, or one Chinese character with the closing marks behind it.
_CLOSING = "，。、；：！？）》〉】〕”’%％"
_PIECE = re.compile(rf"[^\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]+[{_CLOSING}]*\s*|[（《“‘〔]?\S[{_CLOSING}]*\s*|\s+")


def width(text: str, size: float) -> float:
    """An upper estimate of a text's width.

    Args:
        text: one line.
        size: of the type, in pixels.

    Returns:
        Pixels.
    """
    parted = sum(_is_han(left) != _is_han(right) for left, right in pairwise(text))
    return size * (sum(map(_em, text)) + parted * _BETWEEN_EM)


def shorten(text: str, room: float, size: float) -> str:
    """The text, or as much of it as the room holds with an ellipsis.

    Args:
        text: one line.
        room: in pixels.
        size: of the type, in pixels.
    """
    if width(text, size) <= room:
        return text
    # no character is narrower than a Latin one, so more than this can never fit: a label of a whole page is cut at once
    kept = min(len(text) - 1, int(room / (size * _LATIN_EM)))
    while kept and width(text[:kept] + "…", size) > room:
        kept -= 1
    return text[:kept].rstrip() + "…"


def wrap(text: str, room: float, size: float) -> list[str]:
    """The text in as many lines as it takes; nothing is cut.

    Chinese breaks after any character but not before a closing mark; Latin at blanks, and inside a word only where the
    word alone is longer than a line.

    Args:
        text: one line.
        room: a line's, in pixels.
        size: of the type, in pixels.
    """
    lines, line = [], ""
    for piece in _PIECE.findall(text):
        # A word longer than a line is taken character by character.
        for part in [piece] if width(piece.rstrip(), size) <= room else piece:
            if line and width((line + part).rstrip(), size) > room:
                lines.append(line.rstrip())
                line = ""
            line += part if line else part.lstrip()
    return [*lines, line.rstrip()] if line.strip() or not lines else lines


def one_line(text: str) -> str:
    """The text without what cannot be drawn: control characters, line ends and marks that turn the direction."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def _em(char: str) -> float:
    if _is_han(char):
        return _HAN_EM
    return _DIGIT_EM if char.isdigit() else _LATIN_EM


def _is_han(char: str) -> bool:
    return unicodedata.east_asian_width(char) in "WFA"
