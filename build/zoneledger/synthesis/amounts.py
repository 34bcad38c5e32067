"""Other figures in place of printed ones, so that what is printed and the value stay one figure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from zoneledger import figures
from zoneledger.catalogue import Row

#: Spread of the factor by which the figures of one unit under one measure change together (standard deviation of its logarithm).
SPREAD = 0.35
_PLAIN = re.compile(r"[0-9]+(?:\.[0-9]+)?")
#: Units whose figures are shares of a whole.
SHARES = ("percent", "percentage-point")


@dataclass(frozen=True, slots=True)
class Amount:
    """A plain Arabic figure in a printed stretch, which may become another one.

    Args:
        start, end: its span in ``printed``, in characters.
        number: as printed.
        times: what the row's value is of the printed number: 1, or the following 万 or 亿.
        unit: the row's unit.
    """

    start: int
    end: int
    number: Decimal
    times: int
    unit: str

    def changed(self, factor: float) -> Decimal:
        """About ``factor`` times the number, as round as it was.

        A share stays below the whole, a whole number stays whole, and nothing becomes nought.
        """
        if self.unit in SHARES and self.number >= 100:
            return self.number
        exact = self.number * Decimal(repr(factor))
        step = Decimal(1).scaleb(self._place(exact))
        rounded = max((exact / step).quantize(Decimal(1), ROUND_HALF_UP) * step, step)
        if self.unit in SHARES:
            rounded = min(rounded, Decimal(100) - step)
        return rounded

    def _place(self, exact: Decimal) -> int:
        """The decimal place to round to: that of the printed number, and not more than three digits of large ones."""
        places = -int(self.number.as_tuple().exponent)
        return -places if places or exact < 100 else max(exact.adjusted() - 1, 0)


def written(number: Decimal) -> str:
    """A number as a cell writes it: no exponent, no needless zeros.

    >>> written(Decimal("9.20")), written(Decimal("1E+3"))
    ('9.2', '1000')
    """
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def find(row: Row) -> Amount | None:
    """The figure of a target or instrument where it may be changed; None for words, ranges and Han numerals."""
    found = figures.find(row.text("printed"))
    member = int(row.number("member") or 1)
    value = row.number("value")
    if len(found) < member or row["comparator"] == "between" or not value:
        return None
    figure = found[member - 1]
    plain = _PLAIN.match(row.text("printed"), figure.start, figure.end)
    if plain is None or figure.high is not None or figure.low != Fraction(plain[0]):
        return None
    number = Decimal(plain[0])
    times = next((times for times in (1, figure.scale) if number * times == Decimal(str(value))), None)
    return Amount(plain.start(), plain.end(), number, times, row.text("unit_id")) if times else None
