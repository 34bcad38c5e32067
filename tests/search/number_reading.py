"""Reads written lists of numbers as the browser does, character by character."""

from __future__ import annotations

from itertools import accumulate


def decode(text: str) -> list[int]:
    """Numbers one behind the other."""
    numbers, number = [], 0
    for code in map(ord, text):
        if code >= 93:
            number = number * 34 + code - 93
        else:
            numbers.append(number * 46 + code - 35)
            number = 0
    return numbers


def rising(text: str) -> list[int]:
    """A rising list from its differences."""
    return list(accumulate((step + 1 for step in decode(text)), initial=-1))[1:]
