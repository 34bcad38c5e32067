"""How far a reported figure is from its target: in the target's unit and in per cent, where the two measure the same."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from zoneledger.assessment import Finding
from zoneledger.catalogue import Catalogue, Row
from zoneledger.problems import NOTHING, Text
from zoneledger.units import bounds, factor
from zoneledger.views.number import amount, readable

#: Reasons found only after subject, measure and time agreed, and where the figure is no mere bound.
_COMPARED = ("", "before_start", "not_yet_due", "beyond_exact_figure")
#: Kinds of value of which a part can be taken; a share of a share or of a rank says nothing.
_DIVISIBLE = ("level", "increment", "count", "cumulative")
_EQUAL = Text("与目标的数相同", "the same figure")
#: What a reported bound adds: the gap is then a bound as well.
_BOUND = {
    "ge": Text("以上", "at least "),
    "le": Text("以上", "at least "),
    "between": Text("以上", "at least "),
    "gt": Text("以上", "more than "),
    "lt": Text("以上", "more than "),
}


def gap(finding: Finding, target: Row, catalogue: Catalogue) -> Text:
    """The gap in words, from the target's bound that lies nearest; nothing where the two cannot be compared.

    Args:
        finding: the figure held against the target.
        target: its row.
    """
    if finding.reason not in _COMPARED:
        return NOTHING
    aim, figure = bounds(catalogue, target), bounds(catalogue, finding.outcome)
    if None in aim or None in figure:
        return NOTHING
    (low, high), (least, most) = _whole(aim), _whole(figure)
    if least >= high:
        difference, reference = least - high, high
    elif most <= low:
        difference, reference = most - low, low
    else:
        return Text("在目标的区间之内", "within the target's range")
    if not difference:
        return _EQUAL
    bound = _BOUND.get(finding.outcome.text("comparator"), NOTHING)
    zh, en = _words(catalogue, target, difference / factor(catalogue, target)[1], bound)
    if target["value_type"] in _DIVISIBLE and reference:
        percent = (abs(100 * difference / reference)).quantize(Decimal("0.1"), ROUND_HALF_UP)
        shown = readable(percent)
        zh, en = f"{zh}（{shown.zh}%）", f"{en} ({shown.en}%)"
    return Text(zh, en)


def _whole(ends: tuple[Decimal | None, Decimal | None]) -> tuple[Decimal, Decimal]:
    low, high = ends
    assert low is not None and high is not None, "bounds come in pairs"
    return low, high


def _words(catalogue: Catalogue, target: Row, difference: Decimal, bound: Text) -> Text:
    """More or less than the target, or places ahead of it or behind."""
    above, size = difference > 0, abs(difference)
    count = readable(size)
    if target["value_type"] == "rank":
        places = "place" if size == 1 else "places"
        return Text(
            f"{'靠后' if above else '靠前'}{count.zh}位{bound.zh}",
            f"{bound.en}{count.en} {places} {'behind' if above else 'ahead'}",
        )
    unit = catalogue.row("units", target["unit_id"])
    much, more, less = amount(float(size), unit), "多", "少"
    if unit is not None and unit["symbol_en"] == "%":
        points = "percentage point" if size == 1 else "percentage points"
        much, more, less = Text(f"{count.zh}个百分点", f"{count.en} {points}"), "高", "低"
    return Text(
        f"比目标{more if above else less}{much.zh}{bound.zh}", f"{bound.en}{much.en} {'above' if above else 'below'}"
    )
