"""What a text is found by without reading it: pairs of Chinese characters, threes of any others.

A text that holds a word holds all grams of the word; the reverse must be looked up in the text. Runs are cut where
Chinese meets other writing, so that a part of a text has no gram that the whole has not.
``site/theme/overrides/assets/javascripts/explorer/grams.js`` does the same to what is typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from zoneledger.search.folding import fold

#: Chinese characters, their punctuation and full-width forms; or anything else between spaces.
_RUNS = re.compile("[\u2e80-\U0010ffff]+|[^\\s\u2e80-\U0010ffff]+")
_CHINESE = "\u2e80"


class _Folding(dict[int, str]):
    """A table for ``str.translate`` that folds each character when it first occurs."""

    def __missing__(self, point: int) -> str:
        self[point] = fold(chr(point))
        return self[point]


_FOLDING = _Folding()


def grams(texts: Iterable[str]) -> set[str]:
    """All grams of some texts.

    Args:
        texts: as written; they are folded here, character by character, as ``fold`` does.
    """
    found: set[str] = set()
    for run in {*_RUNS.findall("\n".join({*texts}).translate(_FOLDING))}:
        length = 2 if run >= _CHINESE else 3
        found.update([run[place : place + length] for place in range(len(run) + 1 - length)])
    return found


def bucket(gram: str, buckets: int) -> int:
    """The file in which a gram is listed.

    Args:
        gram: any text.
        buckets: how many files there are.
    """
    value = 0
    for character in gram:
        value = (value * 31 + ord(character)) & 0xFFFFFFFF
    return value % buckets
