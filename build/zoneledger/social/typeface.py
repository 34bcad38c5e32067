"""An OpenType font as a preview needs it: which characters it has, how wide they are, how they are drawn.

Text becomes outlines here, so that an image needs no font on the machine and none is ever looked for: the same words give
the same bytes everywhere. Source: OpenType specification, tables ``cmap`` (format 12), ``hhea``, ``hmtx`` and ``CFF``.
"""

from __future__ import annotations

import re
import struct
from bisect import bisect_right
from functools import cache, cached_property
from pathlib import Path

from pylopdf_fonts_zh_cn import sans_path, serif_path

from zoneledger.social.compact_font import CompactFont
from zoneledger.social.outline import outline

#: Stands for a character that the font lacks: 〓, by which Chinese printers mark a missing type.
MISSING = "\u3013"

_HAN = re.compile("[\u3400-\u9fff]")
_STRAIGHT = str.maketrans("‘’“”", "''\"\"")


class Typeface:
    """A font file.

    Args:
        path: an OpenType font with CFF outlines.

    Raises:
        ValueError: it has no map of characters in format 12.
    """

    def __init__(self, path: Path) -> None:
        self._data = data = path.read_bytes()
        count = struct.unpack_from(">H", data, 4)[0]
        entries = (struct.unpack_from(">4sLLL", data, 12 + 16 * place) for place in range(count))
        self._tables = {tag.decode("ascii").strip(): (start, length) for tag, _, start, length in entries}
        self._starts, self._runs = _runs(data, self._tables["cmap"][0])
        self.em: int = struct.unpack_from(">H", data, self._tables["head"][0] + 18)[0]
        self._metrics: int = struct.unpack_from(">H", data, self._tables["hhea"][0] + 34)[0]
        self._paths: dict[int, str] = {}

    def glyph(self, char: str) -> int:
        """The number of a character's glyph; 0 where the font has none."""
        code = ord(char)
        first, last, glyph = self._runs[max(bisect_right(self._starts, code) - 1, 0)]
        return glyph + code - first if first <= code <= last else 0

    def shown(self, text: str) -> str:
        """The text with a mark in place of every character that the font lacks.

        Curly quotes are full-width in a Chinese font: text without Chinese in it gets straight ones.
        """
        if not _HAN.search(text):
            text = text.translate(_STRAIGHT)
        return "".join(char if self.glyph(char) else MISSING for char in text)

    def width(self, text: str, size: float) -> float:
        """How wide a text is set, in the unit of the size."""
        return sum(map(self.advance, text)) * size / self.em

    def path(self, char: str) -> str:
        """A character's outline as the ``d`` of an SVG path: in font units, y upwards, from the baseline."""
        glyph = self.glyph(char)
        if glyph not in self._paths:
            self._paths[glyph] = outline(self._font, glyph)
        return self._paths[glyph]

    def advance(self, char: str) -> int:
        """How far a character moves the pen, in font units."""
        place = min(self.glyph(char), self._metrics - 1)
        return int(struct.unpack_from(">H", self._data, self._tables["hmtx"][0] + 4 * place)[0])

    @cached_property
    def _font(self) -> CompactFont:
        start, length = self._tables["CFF"]
        return CompactFont(self._data[start : start + length])


def _runs(data: bytes, start: int) -> tuple[list[int], list[tuple[int, int, int]]]:
    """Runs of characters whose glyphs follow one another: first and last character, first glyph."""
    count = struct.unpack_from(">H", data, start + 2)[0]
    for place in range(count):
        offset = start + struct.unpack_from(">HHL", data, start + 4 + 8 * place)[2]
        if struct.unpack_from(">H", data, offset)[0] == 12:
            groups = struct.unpack_from(">L", data, offset + 12)[0]
            runs = [struct.unpack_from(">LLL", data, offset + 16 + 12 * group) for group in range(groups)]
            return [run[0] for run in runs], runs
    raise ValueError("no map of characters in format 12")


@cache
def sans() -> Typeface:
    """Noto Sans SC, for labels and figures."""
    return Typeface(sans_path())


@cache
def serif() -> Typeface:
    """Noto Serif SC, for titles."""
    return Typeface(serif_path())
