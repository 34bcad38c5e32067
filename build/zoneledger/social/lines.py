"""A title in lines: broken where its language allows, by the widths of the font itself."""

from __future__ import annotations

import re

from zoneledger.social.typeface import Typeface

_HAN = "\u3400-\u9fff\u3005\u3007"
_OPENING, _CLOSING = "（(“《〈「『[", "，。、；：！？,.;:!?）)”》〉」』]…"
#: What stays on one line: a Han character or a word, with the marks that may not part from it.
_UNIT = re.compile(
    rf"[{re.escape(_OPENING)}]*(?:[{_HAN}]|[^\s{_HAN}{re.escape(_OPENING)}{re.escape(_CLOSING)}]+|[{re.escape(_CLOSING)}])"
    rf"[{re.escape(_CLOSING)}]*\s*|[{re.escape(_OPENING)}]+\s*|\s+"
)
#: The font's ``…`` stands at middle height, as Chinese has it; Latin text ends in three stops.
_ELLIPSES = ("...", "…")


def wrap(text: str, face: Typeface, size: float, room: float, most: int) -> list[str]:
    """Breaks a text into lines.

    Args:
        text: one line, of characters that can be drawn.
        face: the font it is set in.
        size: of the type, in pixels.
        room: width of a line, in pixels.
        most: number of lines; what does not fit ends in an ellipsis.

    Returns:
        At most so many lines, none wider than the room.
    """
    lines: list[str] = [""]
    for unit in _pieces(text, face, size, room):
        if face.width((lines[-1] + unit).rstrip(), size) <= room:
            lines[-1] += unit
        elif len(lines) < most:
            lines.append(unit)
        else:
            lines[-1] = _cut(lines[-1] + unit, face, size, room)
            break
    return [line.strip() for line in lines]


def _pieces(text: str, face: Typeface, size: float, room: float) -> list[str]:
    """The units of a text; one that alone is wider than a line falls into its characters."""
    found: list[str] = []
    for unit in _UNIT.findall(text):
        found += [unit] if face.width(unit.rstrip(), size) <= room else list(unit)
    return found


def _cut(line: str, face: Typeface, size: float, room: float) -> str:
    while line and face.width(_ended(line), size) > room:
        line = line[:-1]
    return _ended(line)


def _ended(line: str) -> str:
    line = line.rstrip()
    return line + _ELLIPSES[bool(re.search(f"[{_HAN}]$", line))]
