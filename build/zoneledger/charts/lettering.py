"""Room for text, reckoned so that it holds whichever of the page's fonts a reader has."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from operator import ne

# Upper bounds over the fonts of the pages' stack and over what a system without any of them falls back to, in thousandths
# of an em: whole numbers, so that a line measured in parts is as wide as one measured at once.
_EM = 1000
_LATIN = 580
_DIGIT = 640
# A browser may part Han from Latin by an eighth of an em (`text-autospace`).
_BETWEEN = 125
#: As many texts as are remembered: words and labels come again in every drawing.
_REMEMBERED = 1 << 15
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
    return size * _measure(text)[0] / _EM


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
    kept = min(len(text) - 1, int(room * _EM / (size * _LATIN)))
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
    most = room * _EM / size
    lines, line = [], ""
    # how wide the line is, with and without the blanks it ends in
    full = bare = 0
    for piece in _PIECE.findall(text):
        # A word longer than a line is taken character by character.
        for part in [piece] if _measure(piece)[1] <= most else piece:
            added = _measure(part)
            joint = _joint(line, part)
            if line and (full + joint + added[1] if added[1] else bare) > most:
                lines.append(line.rstrip())
                line, full, bare = "", 0, 0
            if line:
                line += part
            else:
                line, joint = part.lstrip(), 0
                added = _measure(line)
            bare = full + joint + added[1] if added[1] else bare
            full += joint + added[0]
    return [*lines, line.rstrip()] if line.strip() or not lines else lines


def one_line(text: str) -> str:
    """The text without what cannot be drawn: control characters, line ends and marks that turn the direction."""
    if not text.isprintable():
        text = "".join(char if char.isprintable() else " " for char in text)
    return " ".join(text.split())


@lru_cache(_REMEMBERED)
def _measure(text: str) -> tuple[int, int]:
    """How wide a text is, and how wide without the blanks it ends in, in thousandths of an em."""
    kept = text.rstrip()
    full = _units(text)
    return full, full if len(kept) == len(text) else _units(kept)


def _units(text: str) -> int:
    han = list(map(_is_han, text))
    return sum(map(_unit, text)) + _BETWEEN * int(sum(map(ne, han, han[1:])))


def _joint(line: str, part: str) -> int:
    """What parts a line from what is put to it."""
    return _BETWEEN if line and part and _is_han(line[-1]) != _is_han(part[0]) else 0


@cache
def _unit(char: str) -> int:
    if _is_han(char):
        return _EM
    return _DIGIT if char.isdigit() else _LATIN


@cache
def _is_han(char: str) -> bool:
    return unicodedata.east_asian_width(char) in "WFA"
