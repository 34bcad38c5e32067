"""The vocabulary: runs of Latin letters and digits, and which of them are endings of one English word.

A query of letters is looked for in the vocabulary, which is short, rather than in the texts: the words that contain it lead
to everything that does. Every three letters name the words that hold them, so that no reader loads the whole vocabulary.
Words with one stem (double, doubled, doubling) find each other; the stem is that of Porter's English stemmer of the Snowball
project (M. F. Porter, "Snowball: a language for stemming algorithms", 2001).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

import snowballstemmer

#: Shorter runs are found by characters and pairs.
SHORTEST = 3

#: Three letters that more words hold than this name none of them: looking for pairs of letters is cheaper then.
MANY = 400

#: A word is kept beside those with these first letters in common: its endings are looked for together.
BESIDE = 4

_RUN = re.compile(f"[a-z0-9]{{{SHORTEST},}}")


def runs(folded: str) -> list[str]:
    """The words of a folded line, in order."""
    return _RUN.findall(folded)


@cache
def _stemmer() -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer("english")


@cache
def stem(word: str) -> str:
    """The stem of a word; a word with a digit is its own."""
    return str(_stemmer().stemWord(word)) if word.isalpha() else word


def families(stems: Mapping[str, str]) -> dict[str, list[str]]:
    """Of each word that has any, the other words of its stem.

    Args:
        stems: of all words.
    """
    found: dict[str, list[str]] = {}
    for word in sorted(stems):
        found.setdefault(stems[word], []).append(word)
    return {
        word: [other for other in of_one if other != word]
        for of_one in found.values()
        if len(of_one) > 1
        for word in of_one
    }


def letters(words: Iterable[str]) -> dict[str, str]:
    """Words by each three letters in them, and by a caret and their first three; nothing where they are too many.

    Args:
        words: all of them.
    """
    found: dict[str, list[str]] = {}
    for word in sorted(words):
        for key in {word[at : at + SHORTEST] for at in range(len(word) - SHORTEST + 1)}:
            found.setdefault(key, []).append(word)
        if word.isalpha():
            found.setdefault(f"^{word[:SHORTEST]}", []).append(word)
    return {key: " ".join(held) if key[0] == "^" or len(held) <= MANY else "" for key, held in found.items()}
