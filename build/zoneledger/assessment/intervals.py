"""Bounds as intervals: what a reported figure leaves possible, and which values reach a target or miss it.

"Over 1000" leaves every larger value possible. It proves a target whose values it lies wholly within, disproves one
whose missing values it lies wholly within, and otherwise leaves the question open.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum


class Answer(Enum):
    """What a figure says about a target, as far as values go."""

    REACHED = "reached"
    MISSED = "missed"
    BEYOND = "beyond"
    OPEN = "open"


@dataclass(frozen=True)
class Interval:
    """A range of values; an end of None is unbounded.

    Args:
        low, high: its ends, ``low`` not above ``high``.
        low_open, high_open: whether that end itself is left out.
    """

    low: Decimal | None = None
    high: Decimal | None = None
    low_open: bool = False
    high_open: bool = False

    def within(self, other: Interval) -> bool:
        """Whether every value of this one lies in the other."""
        below = other.low is None or (
            self.low is not None
            and (self.low > other.low or (self.low == other.low and (self.low_open or not other.low_open)))
        )
        above = other.high is None or (
            self.high is not None
            and (self.high < other.high or (self.high == other.high and (self.high_open or not other.high_open)))
        )
        return below and above


ANYTHING = Interval()


@dataclass(frozen=True)
class Wanted:
    """The values that reach a target and those that miss it; what is in neither decides nothing.

    Args:
        reached: values that reach it.
        missed: values that miss it.
        beyond: values past an exact figure, on its better side.
    """

    reached: Interval
    missed: tuple[Interval, ...] = ()
    beyond: Interval | None = None


def reported(comparator: str, low: Decimal, high: Decimal) -> Interval:
    """What a reported figure leaves possible.

    Args:
        comparator: as in ``outcomes``; an approximate figure leaves anything possible, since no tolerance is printed.
        low, high: its value in base units, twice the same unless it is a range.
    """
    return {
        "eq": Interval(low, low),
        "between": Interval(low, high),
        "ge": Interval(low, None),
        "gt": Interval(low, None, low_open=True),
        "le": Interval(None, low),
        "lt": Interval(None, low, high_open=True),
    }.get(comparator, ANYTHING)


def wanted(comparator: str, low: Decimal, high: Decimal, direction: str) -> Wanted:
    """The values that reach a target, and those that miss it.

    An exact figure or a range is missed on the indicator's worse side only. Past it on the better side the plan is
    silent: 12 is more than the 10 that were named, and nobody wrote that more is no fulfilment, nor that it is one.

    Args:
        comparator: as in ``targets``.
        low, high: its value in base units, twice the same unless it is a range.
        direction: the indicator's: ``higher`` or ``lower`` is better, or ``neutral``.
    """
    under, over = Interval(None, low, high_open=True), Interval(high, None, low_open=True)
    if comparator in ("eq", "between"):
        exact = Interval(low, high)
        if direction == "higher":
            return Wanted(exact, (under,), over)
        if direction == "lower":
            return Wanted(exact, (over,), under)
        return Wanted(exact, (under, over))
    return {
        "ge": Wanted(Interval(low, None), (under,)),
        "gt": Wanted(over, (Interval(None, low),)),
        "le": Wanted(Interval(None, low), (over,)),
        "lt": Wanted(under, (Interval(low, None),)),
    }.get(comparator, Wanted(Interval(low, low)))


def compare(evidence: Interval, target: Wanted) -> Answer:
    """Whether the evidence certainly reaches the target, certainly misses it, or leaves it open."""
    if evidence.within(target.reached):
        return Answer.REACHED
    if any(evidence.within(part) for part in target.missed):
        return Answer.MISSED
    if target.beyond is not None and evidence.within(target.beyond):
        return Answer.BEYOND
    return Answer.OPEN
