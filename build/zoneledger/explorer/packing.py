"""Numbers as the characters of a text: what JSON holds in one byte each where they are small, and every host compresses.

A list of small numbers in JSON takes two bytes each or more, and a binary file is sent uncompressed by many static hosts.
``site/theme/overrides/assets/javascripts/explorer/packing.js`` reads what is written here.
"""

from __future__ import annotations

from collections.abc import Iterable

#: From the first character after the quotation mark on, so that nothing needs an escape …
_FIRST = ord("#")
#: … with the backslash and the surrogates left out.
_BACKSLASH = ord("\\")
_SURROGATES = range(0xD800, 0xE000)

#: The largest number that one character can stand for.
LARGEST = 0xFFFF - _FIRST - 1 - len(_SURROGATES)


def character(number: int) -> str:
    """The character of one number.

    Args:
        number: from 0 to ``LARGEST``.

    Raises:
        ValueError: it is out of range.
    """
    if not 0 <= number <= LARGEST:
        raise ValueError(f"{number} does not fit into one character")
    point = number + _FIRST
    point += point >= _BACKSLASH
    return chr(point + len(_SURROGATES) if point >= _SURROGATES.start else point)


class _Characters(dict[int, str]):
    """The character of each number; found when it first occurs."""

    def __missing__(self, number: int) -> str:
        return self.setdefault(number, character(number))


_CHARACTERS = _Characters()


def pack(numbers: Iterable[int]) -> str:
    """A text with one character a number.

    Args:
        numbers: each from 0 to ``LARGEST``.

    Raises:
        ValueError: one is out of range.
    """
    return "".join(map(_CHARACTERS.__getitem__, numbers))


def unpack(text: str) -> list[int]:
    """The numbers of a text that ``pack`` wrote."""
    return [_number(ord(one)) for one in text]


def _number(point: int) -> int:
    point -= len(_SURROGATES) if point >= _SURROGATES.stop else 0
    return point - _FIRST - (point > _BACKSLASH)
