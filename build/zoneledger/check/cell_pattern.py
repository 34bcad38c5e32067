r"""Whether a cell fits its column's pattern; Python's ``\d`` alone would let full-width and Arabic digits through."""

from __future__ import annotations

import re


def fits(pattern: str, cell: str) -> bool:
    """Whether the whole cell fits, its digits being those of ASCII.

    Args:
        pattern: the regular expression of the column's schema.
        cell: the cell's text.
    """
    if r"\d" in pattern and any(char.isdecimal() and not char.isascii() for char in cell):
        return False
    return re.fullmatch(pattern, cell) is not None
