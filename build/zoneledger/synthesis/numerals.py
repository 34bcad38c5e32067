"""The next heading number in a plan's own style: 3 after 2, (四) after (三)."""

from __future__ import annotations

import re

from zoneledger.figures import han_number

_PART = re.compile(r"(?P<open>\(?)(?:(?P<digits>[0-9]+)|(?P<han>[一二三四五六七八九十]+))(?P<close>\)?)")
_HAN = "零一二三四五六七八九"


def following(part: str, steps: int) -> str | None:
    """The number so many steps on; None where it is no number.

    >>> following("3", 1), following("(九)", 2), following("保障", 1)
    ('4', '(十一)', None)
    """
    found = _PART.fullmatch(part)
    if found is None:
        return None
    number = int(found["digits"] or han_number(found["han"])) + steps
    return f"{found['open']}{number if found['digits'] else _han(number)}{found['close']}"


def _han(number: int) -> str:
    """A number up to 99 in Han numerals."""
    tens, ones = divmod(number, 10)
    return f"{'' if tens < 2 else _HAN[tens]}{'十' if tens else ''}{_HAN[ones] if ones or not tens else ''}"
