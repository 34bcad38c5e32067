"""A figure that is measured, what it is counted in, and what is promised of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from zoneledger.problems import Text

_MANY = 10**9


@dataclass(frozen=True)
class Unit:
    """What a figure is counted in.

    Args:
        text: as it stands behind the figure; empty for counts and ratios.
        places: digits after the point that are shown.
    """

    text: Text
    places: int


SECONDS = Unit(Text("秒", "s"), 1)
HUNDREDTHS = Unit(Text("秒", "s"), 2)
MILLISECONDS = Unit(Text("毫秒", "ms"), 1)
MEBIBYTES = Unit(Text("MiB", "MiB"), 0)
MEGABYTES = Unit(Text("MB", "MB"), 1)
KILOBYTES = Unit(Text("kB", "kB"), 0)
COUNT = Unit(Text("", ""), 0)
PROCESSES = Unit(Text("", ""), 1)
RATIO = Unit(Text("倍", "×"), 2)


def plans_text(plans: int) -> Text:
    """A number of plans in words."""
    return Text(f"{plans} 份计划", f"{plans:,} plan{'s' if plans != 1 else ''}")


@dataclass(frozen=True)
class Promise:
    """What the project promises of a figure, from some number of plans on or up to one.

    Args:
        limit: the figure should not pass it.
        least: from how many plans on it is promised.
        most: up to how many plans it is promised.
        above: whether the limit is the least the figure may be, not the most.
    """

    limit: float
    least: int = 1
    most: int = _MANY
    above: bool = False

    def concerns(self, plans: int) -> bool:
        """Whether it says anything about so many plans."""
        return self.least <= plans <= self.most

    def kept(self, value: float) -> bool:
        """Whether a figure keeps it."""
        return value >= self.limit if self.above else value <= self.limit

    def text(self, unit: Unit) -> Text:
        """The promise in words."""
        sign = "≥" if self.above else "≤"
        zh, en = f"{sign} {self.limit:g} {unit.text.zh}".rstrip(), f"{sign} {self.limit:,g} {unit.text.en}".rstrip()
        if self.least > 1:
            return Text(f"{zh}（{self.least} 份起）", f"{en} (from {self.least:,} plans)")
        if self.most < _MANY:
            return Text(f"{zh}（{self.most} 份以内）", f"{en} (up to {self.most:,} plans)")
        return Text(zh, en)


@dataclass(frozen=True)
class Figure:
    """A figure before it is measured.

    Args:
        name: its key in the JSON, within what is measured together.
        label: what it is.
        unit: what it is counted in.
        promises: what is promised of it; at most one for any number of plans.
    """

    name: str
    label: Text
    unit: Unit
    promises: tuple[Promise, ...] = ()

    def shown(self, value: float) -> Text:
        """A value with its unit, as the site writes numbers in each language."""
        zh, en = f"{value:.{self.unit.places}f}", f"{value:,.{self.unit.places}f}"
        return Text(f"{zh} {self.unit.text.zh}".rstrip(), f"{en} {self.unit.text.en}".rstrip())

    def broken(self, value: float, plans: int) -> bool:
        """Whether a value at so many plans breaks what is promised."""
        return any(promise.concerns(plans) and not promise.kept(value) for promise in self.promises)


Tell = Callable[[Text], None]
