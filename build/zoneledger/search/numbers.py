"""Lists of numbers as short strings of printable ASCII, which every host compresses and every JSON reader takes.

A number's last digit is one of 46 characters, each digit before it one of 34 others, so that numbers below 46 take one
character and need no separator. Of a rising list the differences are written: those of a common word are mostly small.
``numbers.js`` reads it.
"""

from __future__ import annotations

from collections.abc import Iterable

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


def _digits(number: int) -> str:
    if number < 0:
        raise ValueError(f"{number} is negative")
    rest, last = divmod(number, LASTS)
    text = chr(LAST + last)
    while rest:
        rest, digit = divmod(rest, MORES)
        text = chr(MORE + digit) + text
    return text
