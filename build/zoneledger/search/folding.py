"""Folding: spellings of one word made equal, so that 億元, 亿元 and fullwidth or capital letters find each other.

Each code point is folded on its own: to its compatibility form (NFKC, Unicode Standard Annex 15), then to lower case, then
from traditional to simplified. The folding of a text is therefore that of its code points, one behind the other, and a part
of a text is still a part of it afterwards: what a plain scan finds, a scan of the folded text finds.

``folding.js`` of the search and of the explorer do the same with the table that ``table_of`` makes.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache

from opencc import OpenCC

#: Blocks that hold Chinese characters: radicals to unified ideographs, compatibility, and the supplementary planes.
_BLOCKS = ((0x2E80, 0xA000), (0xF900, 0xFB00), (0x20000, 0x33480))

#: The dictionary converts this one by the word it stands in (著力 → 着力, 顯著 → 显著); one character cannot know.
_MERGED = {"著": "着"}


@cache
def simplified() -> dict[str, str]:
    """Traditional characters and their simplified forms, by OpenCC's ``t2s`` dictionary of single characters.

    Returns:
        One character to one character, in code point order; no value is a key.

    Raises:
        ValueError: the dictionary turns a character into several, which the written table could not hold.
    """
    points = (point for first, end in _BLOCKS for point in range(first, end))
    own = [char for char in map(chr, points) if char.isprintable() and _compatible(char) == char]
    # All in one text, whose line breaks no word of the dictionary crosses: a conversion of each would take far longer.
    converted = OpenCC("t2s").convert("\n".join(own)).split("\n")
    table = {char: plain for char, plain in zip(own, converted, strict=True) if plain != char} | _MERGED
    for char, plain in table.items():
        if len(plain) != 1:
            raise ValueError(f"{char} would be folded to {plain!r}")
    return {char: _last(table, char) for char in sorted(table)}


def table_of(texts: Iterable[str]) -> dict[str, str]:
    """The part of ``simplified`` that can lead to something: traditional characters of these texts and of their simplified ones.

    A character that is left out stays as it was typed; it is in no folded text, so that nothing is found either way.

    Args:
        texts: everything that is searched.
    """
    occurring = set(fold("".join({char for text in texts for char in text})))
    return {char: plain for char, plain in simplified().items() if plain in occurring}


@lru_cache(maxsize=4096)  # the lines of a plan: the search, the explorer and the packages fold them
def fold(text: str) -> str:
    """A text as it is compared in a search.

    Args:
        text: any text; the empty one stays empty.
    """
    return text.translate(_FOLDED)


class _Folded(dict[int, str]):
    """What each code point is folded to, found out when it first occurs."""

    def __missing__(self, point: int) -> str:
        table = simplified()
        found = self[point] = "".join(table.get(part, part) for part in _compatible(chr(point)))
        return found


_FOLDED = _Folded()


def _compatible(char: str) -> str:
    # Lower case again code point by code point: `str.lower` of a word looks at its neighbours (Greek final sigma).
    return "".join(part.lower() for part in unicodedata.normalize("NFKC", char))


def _last(table: dict[str, str], char: str) -> str:
    """Follow the table to its end: 薴 → 苧 → 苎."""
    while char in table:
        char = table[char]
    return char
