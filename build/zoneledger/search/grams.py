"""Which lines hold a character, and which hold two characters side by side.

One or two characters are found by this alone. Of longer words the pairs narrow down the lines; whether they stand together
is then looked up in the text. Spaces part the words of a query and stand in no pair.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from zoneledger.search.numbers import rising


def grams(folded: Iterable[str]) -> dict[str, str]:
    """Written lists of line numbers by character and by pair.

    Args:
        folded: lines in the order of their numbers, folded.
    """
    found: dict[str, list[int]] = {}
    for number, text in enumerate(folded):
        for gram in {*text, *map("".join, pairwise(text))}:
            found.setdefault(gram, []).append(number)
    return {gram: rising(numbers) for gram, numbers in found.items() if not any(map(str.isspace, gram))}
