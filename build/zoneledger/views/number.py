"""Figures as a reader writes them: no float noise, separators where the language uses them, money in words of scale."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

from zoneledger.catalogue import Row
from zoneledger.problems import Text

Number = int | float

#: A unit symbol that begins with a multiplier: `100 million yuan`, `10,000 mu`.
_MULTIPLIED = re.compile(r"^(?P<times>10,000|100 million) (?P<unit>.+)$")
_TIMES = {"10,000": Decimal(10_000), "100 million": Decimal(100_000_000)}
_HAN_SCALES = ((Decimal(10) ** 8, "亿"), (Decimal(10) ** 4, "万"))
_SCALES = ((Decimal(10) ** 12, "trillion"), (Decimal(10) ** 9, "billion"), (Decimal(10) ** 6, "million"))


def readable(value: Number | Decimal) -> Text:
    """A figure alone: plain digits in Chinese, thousands separators in English.

    Args:
        value: any finite number.
    """
    if type(value) is int:  # nearly all: a count
        return Text(str(value), f"{value:,}")
    exact = _exact(value)
    return Text(format(exact, "f"), format(exact, ",f"))


def share(part: int, whole: int) -> Text:
    """A share as a whole percentage; a dash where there is nothing to take a share of."""
    if not whole:
        return Text("—", "—")
    percent = (Decimal(100 * part) / whole).quantize(Decimal(1), ROUND_HALF_UP)
    return Text(f"{percent}%", f"{percent}%")


def size(count: int) -> str:
    """A file's size in the unit that keeps the figure short.

    Args:
        count: bytes.
    """
    amount = Decimal(count)
    for unit in ("B", "kB", "MB"):
        if amount < 1000:
            digits = Decimal(1) if unit == "B" or amount >= 10 else Decimal("0.1")
            return f"{readable(amount.quantize(digits, ROUND_HALF_UP)).en} {unit}"
        amount /= 1000
    return f"{readable(amount.quantize(Decimal('0.1'), ROUND_HALF_UP)).en} GB"


def amount(value: Number, unit: Row | None, upper: Number | None = None) -> Text:
    """A figure with its unit, as a sentence needs it.

    Chinese keeps the unit's own scale (5000亿元); English multiplies it out (500 billion yuan). Counted things lose their
    English counter: the indicator's name already says what is counted.

    Args:
        value: in the unit's own scale.
        unit: row of ``units``; None where it is unknown.
        upper: the upper end of a range, in the same unit.
    """
    figures = [value] if upper is None else [value, upper]
    plain = [readable(figure) for figure in figures]
    zh, en = "—".join(text.zh for text in plain), " to ".join(text.en for text in plain)
    if unit is None:
        return Text(zh, en)
    symbol = Text(unit.text("symbol_zh"), unit.text("symbol_en"))
    multiplied = _MULTIPLIED.match(symbol.en)
    if multiplied:
        times = _TIMES[multiplied["times"]]
        en = " to ".join(_in_words(_exact(figure) * times) for figure in figures)
        return Text(zh + symbol.zh, f"{en} {multiplied['unit']}")
    if unit["quantity_kind"] in ("count", "rank"):
        return Text(zh + symbol.zh, en)
    if symbol.en in ("%", "‰"):
        return Text(zh + symbol.zh, en + symbol.en)
    return Text(zh + symbol.zh, f"{en} {symbol.en}")


def scaled(value: Decimal) -> Text:
    """A large figure with the words of scale of each language: ``5000亿``, ``500 billion``."""
    zh = next((f"{readable(value / size).zh}{mark}" for size, mark in _HAN_SCALES if abs(value) >= size), "")
    return Text(zh or readable(value).zh, _in_words(value))


def _exact(value: Number | Decimal) -> Decimal:
    # `str` gives the shortest digits that read back as the same float: what the CSV printed.
    exact = value if isinstance(value, Decimal) else Decimal(str(value))
    whole = exact.to_integral_value()
    return whole if exact == whole else exact.normalize()


def _in_words(value: Decimal) -> str:
    for scale, name in _SCALES:
        if abs(value) >= scale:
            return f"{readable(value / scale).en} {name}"
    return readable(value).en
