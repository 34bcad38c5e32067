"""The vocabulary: runs of Latin letters and digits, and which of them are endings of one English word.

A query of letters is looked for in the vocabulary, which is short, rather than in the lines: the words that contain it lead
to all lines that do. Words with one stem (double, doubled, doubling) find each other; the stem is that of Porter's English
stemmer of the Snowball project (M. F. Porter, "Snowball: a language for stemming algorithms", 2001).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

import snowballstemmer

from zoneledger.search.numbers import encode, rising

#: Shorter runs are found by characters and pairs.
SHORTEST = 3

_RUN = re.compile(f"[a-z0-9]{{{SHORTEST},}}")


@dataclass(frozen=True)
class Vocabulary:
    """Words in alphabetical order.

    Args:
        words: each once.
        back: how many words before each its stem appeared first; 0 for the first word of a stem.
        lines: written lists of the numbers of lines each word stands in.
    """

    words: list[str]
    back: list[int]
    lines: list[str]

    def written(self) -> dict[str, str]:
        """The vocabulary as the browser reads it, without the lines."""
        return {"words": " ".join(self.words), "back": encode(self.back)}


def runs(folded: str) -> list[str]:
    """The words of a folded line, in order."""
    return _RUN.findall(folded)


def vocabulary(folded: Iterable[str]) -> Vocabulary:
    """The words of all lines.

    Args:
        folded: lines in the order of their numbers, folded.
    """
    found: dict[str, list[int]] = {}
    for number, text in enumerate(folded):
        for word in set(runs(text)):
            found.setdefault(word, []).append(number)
    words = sorted(found)
    first: dict[str, int] = {}
    stemmer = snowballstemmer.stemmer("english")
    back = []
    for place, word in enumerate(words):
        stem = stemmer.stemWord(word) if word.isalpha() else word
        back.append(place - first.setdefault(stem, place))
    return Vocabulary(words, back, [rising(found[word]) for word in words])
