"""Figures as Chinese plans print them: ``5000亿``, ``3-5个``, ``60%``, ``三个``, ``翻番``, ``全覆盖``.

Used by ``check`` (do ``printed`` and ``value`` agree?) and by ``audit`` (does the source say so?).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache, lru_cache

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "兩": 2}
_TENS = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}

# Words that state a figure without a numeral; traditional forms beside the simplified ones.
WORDS: dict[str, Fraction] = {
    "翻两番": Fraction(4), "翻兩番": Fraction(4), "翻一番": Fraction(2), "翻番": Fraction(2), "倍增": Fraction(2),
    "零的突破": Fraction(0), "零突破": Fraction(0),
    "全覆盖": Fraction(100), "全覆蓋": Fraction(100), "应收尽收": Fraction(100), "應收盡收": Fraction(100),
    "应调尽调": Fraction(100), "應調盡調": Fraction(100),
    "应保尽保": Fraction(100), "應保盡保": Fraction(100),
    "全部": Fraction(100), "全面": Fraction(100), "全员": Fraction(100), "所有": Fraction(100), "普遍": Fraction(100),
    "一半": Fraction(50), "半数": Fraction(50), "半數": Fraction(50), "过半": Fraction(50), "過半": Fraction(50),
}  # fmt: skip

_HAN = "零〇一二两兩三四五六七八九十百千万萬亿億"
# Possessive: a redacted 20xx must not be read as 2 or 20.
_NUMBER = r"(?:[0-9]{1,3}(?:,[0-9]{3})++(?![0-9])|[0-9]++(?:\.[0-9]++)?)(?![xX])"
_DASH = r"\s*(?:[-–—~～〜−至到]|——)\s*"
# After a Han numeral one of these must follow, or 一 in 一批 and 十分 would count as figures.
_COUNTER = "个個家项項名位倍成年月日亿億万萬大所支件条條座套处處人类類次级級强強元亩畝番季期天户戶场場"
_PATTERN = re.compile(
    "|".join(
        [
            f"(?P<word>{'|'.join(sorted(WORDS, key=len, reverse=True))})",
            f"(?P<percent>百分之[{_HAN}点]+)",
            rf"(?P<low>{_NUMBER})%?(?:{_DASH}(?P<high>{_NUMBER}))?(?P<scale>[万萬亿億](?!级|級))?",
            rf"(?P<han>[{_HAN}]+)(?:{_DASH}(?P<hanhigh>[{_HAN}]+))?(?=余|餘|多|[{_COUNTER}])",
            f"(?<=第)(?P<ordinal>[{_HAN}]+)",
        ]
    )
)


@dataclass(frozen=True)
class Figure:
    """One figure of a text.

    Args:
        start, end: its span in the text, in characters.
        low: its value as printed, without a following 万 or 亿.
        high: the upper value of a range, else None.
        scale: 10,000 or 100,000,000 where 万 or 亿 follows directly, else 1.
    """

    start: int
    end: int
    low: Fraction
    high: Fraction | None
    scale: int = 1

    def states(self, value: int | float, value_max: int | float | None) -> bool:
        """Whether a row's value (and upper value) is this figure, in the printed unit or multiplied out."""
        wanted = (_exact(value), None if value_max is None else _exact(value_max))
        if wanted == (self.low, self.high):
            return True
        scaled = (self.low * self.scale, None if self.high is None else self.high * self.scale)
        return self.scale != 1 and wanted == scaled

    def __str__(self) -> str:
        return _shown(self.low) if self.high is None else f"{_shown(self.low)}–{_shown(self.high)}"


def _shown(value: Fraction) -> str:
    # forty times 亿 is a figure too, and larger than any float
    return f"{float(value):g}" if abs(value) < 10**300 else f"{Decimal(value.numerator) / value.denominator:.6g}"


@lru_cache(maxsize=4096, typed=True)  # a float is not the whole number that it equals, but what it is written as
def _exact(value: int | float) -> Fraction:
    return Fraction(str(value))


def find(text: str) -> list[Figure]:
    """All figures of a text in order; a range counts as one.

    >>> [str(figure) for figure in find("3-5个开发区,60%以上,三个千亿级,实现翻番")]
    ['3–5', '60', '3', '1e+11', '2']
    """
    return list(_find(text))


@lru_cache(maxsize=16384)
def _find(text: str) -> tuple[Figure, ...]:
    return tuple(_figure(match) for match in _PATTERN.finditer(fold(text)))


def fold(text: str) -> str:
    """Full-width digits and marks as half-width ones; one by one, so that every position stays."""
    return "".join(map(_fold, text))


@cache
def _fold(char: str) -> str:
    plain = unicodedata.normalize("NFKC", char)
    return plain if len(plain) == 1 else char


def _figure(match: re.Match[str]) -> Figure:
    start, end = match.span()
    if match["word"]:
        return Figure(start, end, WORDS[match["word"]], None)
    if match["percent"]:
        return Figure(start, end, han_number(match["percent"].removeprefix("百分之")), None)
    if match["low"]:
        low = Fraction(match["low"].replace(",", ""))
        high = Fraction(match["high"].replace(",", "")) if match["high"] else None
        scale = _MYRIADS.get(match["scale"] or "", 1)
        return Figure(start, end, low, high, scale)
    if match["ordinal"]:
        return Figure(start, end, han_number(match["ordinal"]), None)
    high = han_number(match["hanhigh"]) if match["hanhigh"] else None
    return Figure(start, end, han_number(match["han"]), high)


def han_number(text: str) -> Fraction:
    """The value of a Han numeral: positional digits (二〇二二) or with ranks (三千五百, 十二, 百); 点 is the point.

    >>> int(han_number("三千五百")), int(han_number("十二")), int(han_number("百")), int(han_number("两万"))
    (3500, 12, 100, 20000)
    """
    whole, _, decimals = text.partition("点")
    if all(char in _DIGITS for char in whole):
        value = Fraction(int("".join(str(_DIGITS[char]) for char in whole) or "0"))
    else:
        value = Fraction(_ranked(whole))
    if decimals:
        value += Fraction(int("".join(str(_DIGITS.get(char, 0)) for char in decimals)), 10 ** len(decimals))
    return value


def _ranked(text: str) -> int:
    total = section = 0
    digit: int | None = None
    for char in text:
        if char in _DIGITS:
            digit = _DIGITS[char]
        elif char in _TENS:
            # a bare rank means one of it: 十二 is 12, 百 is 100
            section += (1 if digit is None else digit) * _TENS[char]
            digit = None
        else:
            section += digit or 0
            # 千亿 multiplies what stands before, 三万亿 what has been summed up
            total = (total + section or 1) * _MYRIADS[char]
            section, digit = 0, None
    return total + section + (digit or 0)
