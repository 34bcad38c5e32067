"""Pinyin of names and headings: gongxinju and gxj both lead to 市工信局.

Lines are found by each of their syllables and by each pair of neighbouring initials; the browser then checks the characters
against the readings. A character has the reading of the word it stands in (重庆 chongqing) and its most common others
(zhongqing finds it, too).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import pairwise

from pypinyin import Style, lazy_pinyin, pinyin

from zoneledger.search.numbers import rising

#: Kinds of records whose names and headings are spelt; those of other kinds are sentences or quotations.
KINDS = frozenset(
    (
        "plans", "organizations", "agency_types", "indicators", "zones", "jurisdictions", "industries", "units", "measures",
        "mechanisms", "instruments", "projects", "plan_industries", "glossary", "page",
    )
)  # fmt: skip

#: How many of a character's readings count beside the one in its word.
_OTHERS = 2

_RUN = re.compile(r"[一-鿿]+")


def readings(folded: Iterable[str]) -> dict[str, frozenset[str]]:
    """The readings of all characters of some lines.

    Args:
        folded: lines, folded: simplified characters.

    Returns:
        Syllables of plain letters, without tones, ü as v.
    """
    found: dict[str, set[str]] = {}
    for text in folded:
        for run in _RUN.findall(text):
            for char, syllable in zip(run, lazy_pinyin(run), strict=True):
                found.setdefault(char, set(_single(char))).add(syllable)
    return {char: frozenset(filter(str.isalpha, syllables)) for char, syllables in found.items()}


def spelling(name: str) -> tuple[str, str]:
    """A name's syllables one behind the other, and its initials; what is no Chinese character is left out.

    Args:
        name: in simplified characters.
    """
    syllables = [syllable for run in _RUN.findall(name) for syllable in lazy_pinyin(run)]
    return "".join(syllables), "".join(syllable[0] for syllable in syllables)


@cache
def _single(char: str) -> tuple[str, ...]:
    return tuple(pinyin(char, style=Style.NORMAL, heteronym=True)[0][:_OTHERS])


def spelt(lines: Iterable[tuple[int, str]], read: dict[str, frozenset[str]]) -> dict[str, str]:
    """Written lists of line numbers by syllable, and by a hyphen and two neighbouring initials.

    Args:
        lines: numbers, rising, and folded texts.
        read: the readings of their characters.
    """
    found: dict[str, list[int]] = {}
    for number, text in lines:
        keys = set()
        for run in _RUN.findall(text):
            keys |= {syllable for char in run for syllable in read[char]}
            for one, two in pairwise(run):
                keys |= {f"-{a[0]}{b[0]}" for a in read[one] for b in read[two]}
        for key in keys:
            found.setdefault(key, []).append(number)
    return {key: rising(numbers) for key, numbers in found.items()}


def written(read: dict[str, frozenset[str]]) -> dict[str, str]:
    """The readings as the browser reads them: characters by syllable."""
    found: dict[str, str] = {}
    for char in sorted(read):
        for syllable in sorted(read[char]):
            found[syllable] = found.get(syllable, "") + char
    return dict(sorted(found.items()))
