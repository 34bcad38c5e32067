"""Pinyin of names and headings: gongxinju and gxj both lead to 市工信局.

Lines are found by each of their syllables and by each pair of neighbouring initials; the browser then checks the characters
against the readings. A character has the reading of the word it stands in (重庆 chongqing) and its most common others
(zhongqing finds it, too).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Set
from functools import cache, lru_cache
from itertools import pairwise

from pypinyin import Style, lazy_pinyin, pinyin

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
    found: dict[str, frozenset[str]] = {}
    for text in folded:
        for run in _RUN.findall(text):
            for char, syllable in zip(run, _syllables(run), strict=True):
                held = found.get(char) or _single(char)
                found[char] = held if syllable in held or not syllable.isalpha() else held | {syllable}
    return found


def spelling(name: str) -> tuple[str, str]:
    """A name's syllables one behind the other, and its initials; what is no Chinese character is left out.

    Args:
        name: in simplified characters.
    """
    syllables = [syllable for run in _RUN.findall(name) for syllable in _syllables(run)]
    return "".join(syllables), "".join(syllable[0] for syllable in syllables)


@lru_cache(maxsize=20_000)
def _syllables(run: str) -> tuple[str, ...]:
    return tuple(lazy_pinyin(run))


@cache
def _single(char: str) -> frozenset[str]:
    return frozenset(filter(str.isalpha, pinyin(char, style=Style.NORMAL, heteronym=True)[0][:_OTHERS]))


@lru_cache(maxsize=20_000)
def _initials(one: frozenset[str], two: frozenset[str]) -> frozenset[str]:
    return frozenset(f"-{a[0]}{b[0]}" for a in one for b in two)


def keys(name: str, read: Mapping[str, frozenset[str]]) -> set[str]:
    """The keys by which a name is found: its syllables, and a hyphen and two neighbouring initials.

    Args:
        name: folded.
        read: the readings of its characters.
    """
    found: set[str] = set()
    for run in _RUN.findall(name):
        for char in run:
            found |= read[char]
        for one, two in pairwise(run):
            found |= _initials(read[one], read[two])
    return found


def written(read: Mapping[str, Set[str]]) -> dict[str, str]:
    """The readings as the browser reads them: characters by syllable."""
    found: dict[str, str] = {}
    for char in sorted(read):
        for syllable in sorted(read[char]):
            found[syllable] = found.get(syllable, "") + char
    return dict(sorted(found.items()))
