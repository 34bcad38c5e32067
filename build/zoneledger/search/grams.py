"""The characters of a line, and the pairs of characters that stand side by side.

One or two characters are found by these alone. Of longer words the pairs narrow down the records; whether they stand
together is then looked up in the text. Spaces part the words of a query and stand in no pair.
"""

from __future__ import annotations


def grams(folded: str) -> list[str]:
    """Characters and pairs of a line, in order; one that occurs again is there again.

    Args:
        folded: the line, folded.
    """
    found: list[str] = []
    # Any white space parts, as it does in the browser's queries.
    for part in folded.split():
        found += part
        found += map(str.__add__, part, part[1:])
    return found
