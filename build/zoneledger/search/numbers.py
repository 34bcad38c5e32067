"""Lists of numbers as short strings of printable ASCII, which every host compresses and every JSON reader takes.

A number's last digit is one of 46 characters, each digit before it one of 34 others, so that numbers below 46 take one
character and need no separator. Of a rising list the differences are written: those of a common word are mostly small.
``numbers.js`` reads it.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

#: Neither range holds a quotation mark or a backslash, which JSON would double.
LAST, LASTS = ord("#"), 46
MORE, MORES = ord("]"), 34


def encode(numbers: Iterable[int]) -> str:
    """Numbers one behind the other.

    Args:
        numbers: 0 or above.

    Raises:
        ValueError: one of them is negative.
    """
    return "".join(map(_digits, numbers))


def rising(numbers: Iterable[int]) -> str:
    """A strictly rising list, as its first number and the differences less one.

    Args:
        numbers: 0 or above, each above the one before.

    Raises:
        ValueError: they do not rise.
    """
    before, steps = -1, []
    for number in numbers:
        steps.append(number - before - 1)
        before = number
    return encode(steps)


def encode_lists(numbers: NDArray[np.int64], ends: NDArray[np.int64]) -> str:
    """Many lists, parted by spaces.

    Args:
        numbers: of all lists one behind the other, 0 or above.
        ends: where each list ends, rising.

    Raises:
        ValueError: a number is negative.
    """
    if len(numbers) and numbers.min() < 0:
        raise ValueError(f"{numbers.min()} is negative")
    digits = [numbers % LASTS + LAST]
    rest = numbers // LASTS
    while rest.any():
        # 0 stands for no digit, which no character of the text is.
        digits.insert(0, np.where(rest > 0, rest % MORES + MORE, 0))
        rest //= MORES
    characters = np.stack(digits, axis=1).astype(np.uint8)
    parting = np.zeros((len(numbers), 1), dtype=np.uint8)
    parting[ends[:-1] - 1] = ord(" ")
    flat = np.concatenate((characters, parting), axis=1).ravel()
    return str(flat[flat != 0].tobytes(), "ascii")


def first(text: str) -> int:
    """The first of the numbers that ``encode`` wrote.

    Args:
        text: of one number or more.
    """
    number = 0
    for code in map(ord, text):
        if code < MORE:
            return number * LASTS + code - LAST
        number = number * MORES + code - MORE
    raise ValueError(f"{text!r} holds no whole number")


def how_many(text: str) -> int:
    """How many numbers ``encode`` wrote.

    Args:
        text: of numbers.
    """
    return sum(ord(char) < MORE for char in text)


def _digits(number: int) -> str:
    if 0 <= number < len(_SHORT):
        return _SHORT[number]
    if number < 0:
        raise ValueError(f"{number} is negative")
    return _written(number)


def _written(number: int) -> str:
    rest, last = divmod(number, LASTS)
    text = chr(LAST + last)
    while rest:
        rest, digit = divmod(rest, MORES)
        text = chr(MORE + digit) + text
    return text


#: Numbers up to a plan's rows are written many thousand times.
_SHORT = tuple(map(_written, range(2048)))
