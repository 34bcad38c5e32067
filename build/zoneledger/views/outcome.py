"""What was reported later, beside what was promised; judged only where the two can be compared."""

from __future__ import annotations

from dataclasses import dataclass

from zoneledger.catalogue import Catalogue, Row
from zoneledger.edtf import latest
from zoneledger.problems import NOTHING, Text
from zoneledger.views.base_unit import factor, in_base
from zoneledger.views.date import date_words
from zoneledger.views.name import enum, name
from zoneledger.views.provenance import Provenance, provenance
from zoneledger.views.quantity import quantity
from zoneledger.views.target import TargetView, target

#: A change (增长8%) cannot be judged by a reported figure that does not say whether it is a change itself.
_LEVELS = ("level", "share", "ratio", "count", "rank", "cumulative")

VERDICTS = {
    "met": Text("达到", "met"),
    "not_met": Text("未达到", "not met"),
    "on_track": Text("期中已达到", "reached before its deadline"),
    "exceeded_before_start": Text("计划开始前已达到", "reached before the plan began"),
    "not_assessable": Text("不可比", "cannot be compared"),
}


@dataclass(frozen=True)
class OutcomeView:
    """One row of ``outcomes`` with the target it speaks to.

    Args:
        reported: the reported figure in words.
        verdict: a key of ``VERDICTS``.
        reason: why the figures cannot be compared; empty where they can.
    """

    id: str
    target: TargetView
    role: Text
    scope: str
    indicator: Text
    reported: Text
    period: Text
    source_title: str
    publisher: str
    address: str
    grade: Text
    verdict: str
    verdict_label: Text
    reason: Text
    provenance: Provenance


def outcomes(catalogue: Catalogue, plan_id: str) -> tuple[OutcomeView, ...]:
    """The reported figures of a plan; rows whose target does not exist are left out."""
    found = ((row, catalogue.row("targets", row["target_id"])) for row in catalogue.rows("outcomes", plan_id))
    return tuple(_outcome(catalogue, row, aim) for row, aim in found if aim is not None)


def _outcome(catalogue: Catalogue, row: Row, aim: Row) -> OutcomeView:
    verdict, reason = assess(catalogue, row, aim)
    return OutcomeView(
        id=row.text("id"),
        target=target(catalogue, aim),
        role=enum(catalogue, "outcomes", "role", row),
        scope=row.text("scope_printed"),
        indicator=name(catalogue, "indicators", row["indicator_id"]),
        reported=quantity(catalogue, "outcomes", row),
        period=date_words(row.text("period")),
        source_title=row.text("source_title"),
        publisher=row.text("publisher"),
        address=row.text("address"),
        grade=enum(catalogue, "outcomes", "grade", row),
        verdict=verdict,
        verdict_label=VERDICTS[verdict],
        reason=reason,
        provenance=provenance(row, catalogue.schemas["outcomes"]),
    )


def assess(catalogue: Catalogue, row: Row, aim: Row) -> tuple[str, Text]:
    """Judges a target by one reported figure, never more strongly than the figure allows.

    Args:
        row: of ``outcomes``.
        aim: the target it speaks to.

    Returns:
        A key of ``VERDICTS``, and the reason where it is ``not_assessable``.
    """
    reason = _difference(catalogue, row, aim)
    if reason.zh:
        return "not_assessable", reason
    reached = _reached(catalogue, row, aim)
    if reached is None:
        return "not_assessable", Text("公布的数字只是界限", "the reported figure is only a bound")
    if row["role"] == "outcome":
        return ("met" if reached else "not_met"), NOTHING
    if not reached:
        return "not_assessable", Text("期限未到", "the deadline had not come")
    return ("on_track" if row["role"] == "interim" else "exceeded_before_start"), NOTHING


def _difference(catalogue: Catalogue, row: Row, aim: Row) -> Text:
    """Why the two figures are not about the same thing; empty where they are."""
    period, due = row.text("period"), aim.text("due")
    late = row["role"] == "interim" and bool(due) and latest(period) >= latest(due)
    differences = (
        (row["scope_printed"] != aim["scope_printed"] or aim["scope_mode"] == "each", "对象不同", "the scope differs"),
        (row["indicator_id"] != aim["indicator_id"] or aim["qualifier"], "指标不同", "the indicator differs"),
        (factor(catalogue, row)[0] != factor(catalogue, aim)[0], "单位不同", "the unit differs"),
        (aim["value_type"] not in _LEVELS, "目标是变化量", "the target is a change"),
        (aim["recurrence"] != "once", "目标按年计", "the target is yearly"),
        (late or (row["role"] == "outcome" and period[:4] != due[:4]), "时期不同", "the period differs"),
    )
    return next((Text(zh, en) for differs, zh, en in differences if differs), NOTHING)


def _reached(catalogue: Catalogue, row: Row, aim: Row) -> bool | None:
    """Whether the reported figure certainly reaches the target, certainly does not, or (None) leaves it open."""
    figure, bound = in_base(catalogue, row), in_base(catalogue, aim)
    if figure is None or bound is None:
        return None
    indicator = catalogue.row("indicators", aim["indicator_id"])
    upward = {"higher": True, "lower": False}.get(indicator.text("direction") if indicator else "")
    wanted, reported = aim.text("comparator"), row.text("comparator")
    if wanted in ("ge", "gt"):
        upward = True
    elif wanted in ("le", "lt"):
        upward = False
    if upward is None or wanted in ("approx", "between") or reported in ("approx", "between"):
        return None
    beyond = figure > bound if upward else figure < bound
    reaches = beyond or (figure == bound and wanted not in ("gt", "lt"))
    # "Over 40" says nothing against 42, and everything for 40: such a bound counts only in its own direction.
    towards, away = (("ge", "gt"), ("le", "lt")) if upward else (("le", "lt"), ("ge", "gt"))
    if reported in towards:
        strictly = reported in ("gt", "lt") and figure == bound
        return True if reaches or strictly else None
    if reported in away:
        return None if reaches else False
    return reaches
