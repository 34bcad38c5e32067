"""Implied annual growth: what a target asks for a year, where its starting point is known; the assumptions said aloud.

Three ways lead there, in this order: the target states a yearly rate; it states a multiple and the year it counts from;
or a reported figure for an earlier year stands beside a level, about the same subject and the same measure. Growth is
taken as even: the rate that, applied every year, leads from the first figure to the last (compound annual growth).
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from math import isfinite

from zoneledger.assessment import measure, scope
from zoneledger.catalogue import Catalogue, Row
from zoneledger.edtf import interval_end, is_redacted
from zoneledger.problems import Text
from zoneledger.units import bounds
from zoneledger.views.number import readable, scaled
from zoneledger.views.target import SYMBOLS

#: Kinds of value whose change over the years is a growth of the thing itself.
_LEVELS = ("level", "count", "ratio")
_YEARLY = ("annual", "annual_average")


@dataclass(frozen=True)
class Growth:
    """The growth a target implies.

    Args:
        rate: per cent a year, one decimal.
        symbol: ``≥``, ``>``, ``≤``, ``<``, ``≈`` or empty, as the target's comparator.
        formula: how the rate came about, with its figures.
        assumption: what was taken for granted.
        outcome: the reported figure it starts from; None where the target itself says enough.
    """

    rate: Decimal
    symbol: str
    formula: Text
    assumption: Text
    outcome: Row | None = None

    @property
    def words(self) -> Text:
        """The rate as a reader sees it: ``≥26%``, with a per cent sign."""
        shown = f"{self.symbol}{readable(self.rate.normalize()).en}%"
        return Text(f"每年{shown}", f"{shown} a year")


_STATED = Text("原文写明的就是年增长率", "The document states a yearly rate")
_EVEN = Text("假定各年增速相同", "Assumes the same growth every year")
_ONLY_YEAR = Text("计划只有一年，增长率即当年增长率", "The plan covers one year: its growth is that year's")


def growth(catalogue: Catalogue, target: Row, outcomes: list[Row] | None = None) -> Growth | None:
    """The growth a target implies, or None where no starting point is known.

    Args:
        catalogue: checked datasets.
        target: a row of ``targets``; a figure suspected to be misprinted or a blanked year gives None.
        outcomes: its reported figures; looked up where None.
    """
    if target["note_basis"] == "suspected" or target["value"] is None or target["value_max"] is not None:
        return None
    if target["benchmark"] is not None or is_redacted(target.text("due") + target.text("baseline")):
        return None
    if target["value_type"] == "growth_rate":
        return _stated(catalogue, target)
    if target["value_type"] == "multiple":
        return _multiple(target)
    if target["value_type"] in _LEVELS and target["recurrence"] == "once":
        if outcomes is None:
            rows = catalogue.rows("outcomes", target.text("plan_id"))
            outcomes = [row for row in rows if row["target_id"] == target["id"]]
        return _from_level(catalogue, target, outcomes)
    return None


def _stated(catalogue: Catalogue, target: Row) -> Growth | None:
    rate = Decimal(str(target["value"]))
    formula = Text(f"原文：{readable(rate).zh}%", f"as printed: {readable(rate).en}%")
    if target["recurrence"] in _YEARLY:
        return Growth(_rounded(rate), _symbol(target), formula, _STATED)
    period = str(catalogue.plan_files.get(target.text("plan_id"), {}).get("period") or "")
    only = {part[:4] for part in period.split("/")}
    if len(only) == 1 and only == {target.text("due")[:4]}:
        return Growth(_rounded(rate), _symbol(target), formula, _ONLY_YEAR)
    return None


def _multiple(target: Row) -> Growth | None:
    first, last = target.text("baseline"), target.text("due")
    if not first or not last:
        return None
    value = Decimal(str(target["value"]))
    return _compound(target, value, int(last[:4]) - int(first[:4]), readable(value))


def _from_level(catalogue: Catalogue, target: Row, outcomes: list[Row]) -> Growth | None:
    """From the last full year before the target's own that a comparable, exact figure is reported for."""
    due = target.text("due")
    usable = [row for row in outcomes if due and _comparable(catalogue, target, row)]
    usable = [row for row in usable if interval_end(row.text("period"))[:4] < due[:4]]
    if not usable:
        return None
    # A baseline, where one is marked so; else the earliest figure, from which most of the way is still to go.
    start = min(usable, key=lambda row: (row["role"] != "baseline", row.text("period"), row.text("id")))
    (first, _), (last, _) = bounds(catalogue, start), bounds(catalogue, target)
    if first is None or last is None or first <= 0:
        return None
    ends = scaled(last), scaled(first)
    figures = Text(f"{ends[0].zh} ÷ {ends[1].zh}", f"{ends[0].en} ÷ {ends[1].en}")
    return _compound(target, last / first, int(due[:4]) - int(start.text("period")[:4]), figures, start)


def _comparable(catalogue: Catalogue, target: Row, outcome: Row) -> bool:
    period = outcome.text("period")
    whole_year = len(period) == 4 and not is_redacted(period)
    exact = outcome["comparator"] in ("eq", "approx") and outcome["value_max"] is None
    same = not scope.difference(target, outcome, catalogue) and not measure.difference(target, outcome, catalogue)
    return whole_year and exact and same


def _compound(target: Row, ratio: Decimal, years: int, figures: Text, start: Row | None = None) -> Growth | None:
    if years < 1 or ratio <= 0:
        return None
    exact = float(ratio) ** (1 / years) - 1
    if not isfinite(exact):
        return None
    bases = [f"({side})" if " " in side else side for side in figures]
    formula = Text(*(f"{base}^(1/{years}) − 1" for base in bases))
    return Growth(_rounded(Decimal(str(exact * 100))), _symbol(target), formula, _EVEN, start)


def _rounded(rate: Decimal) -> Decimal:
    return rate.quantize(Decimal("0.1"), ROUND_HALF_UP)


def _symbol(target: Row) -> str:
    return SYMBOLS.get(target.text("comparator"), "")
