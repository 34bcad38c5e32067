"""When a figure was true, seen from the target: before the plan, before the deadline, at it, or at another time."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Any

from zoneledger.catalogue import Catalogue, Row
from zoneledger.edtf import earliest, interval_end, interval_start, is_redacted, latest

#: Kinds of value that add up over a span of time.
SUMMED = ("increment", "cumulative")
#: Kinds of value that hold at the end of a period as well as for it.
STOCKS = ("count", "rank", "share", "ratio")
OTHER, LATE, NO_START = "other_period", "late", "baseline_missing"


class Stage(Enum):
    """Where the figure stands."""

    BEFORE = "before"
    INTERIM = "interim"
    DUE = "due"


@dataclass(frozen=True)
class Span:
    """The first and the last day of a period, as ``YYYY-MM-DD``."""

    first: str
    last: str

    @classmethod
    def of(cls, period: str) -> Span:
        """The days of an EDTF date or interval."""
        return cls(earliest(interval_start(period)), latest(interval_end(period)))

    @property
    def one_year(self) -> bool:
        """Whether it lies within one calendar year."""
        return self.first[:4] == self.last[:4]

    @property
    def full_year(self) -> bool:
        """Whether it is one whole calendar year."""
        return self.one_year and self.first.endswith("-01-01") and self.last.endswith("-12-31")


def place(target: Row, outcome: Row, catalogue: Catalogue) -> Stage | str:
    """Where a figure stands, or the reason why its period does not fit.

    A figure reported before its period is over counts as one from before the deadline.
    """
    if is_redacted(outcome.text("period")):
        return OTHER
    average = "annual_average"
    if (target["recurrence"] == average) != (outcome["recurrence"] == average):
        return "other_recurrence"
    span = Span.of(outcome.text("period"))
    plan = plan_span(catalogue, target)
    published = latest(outcome.text("reported_on")) if outcome["reported_on"] else span.last
    known = min(span.last, published, str(catalogue.dataset["as_of"]))
    start = earliest(target.text("effective_from")) if target["effective_from"] else plan.first if plan else ""
    if target["recurrence"] == "annual":
        stage = _yearly(span, known, start, plan.last if plan else "")
    elif target["recurrence"] == average:
        return _over(span, known, _counted_from(target, plan), latest(target.text("due")) if target["due"] else "")
    else:
        stage = _once(target, span, known, start, plan)
    return Stage.BEFORE if isinstance(stage, Stage) and _precedes(span, start, outcome) else stage


def plan_span(catalogue: Catalogue, row: Row) -> Span | None:
    """The days of the plan a row belongs to; None where its period is not known."""
    plan: dict[str, Any] = catalogue.plan_files.get(row.text("plan_id"), {})
    period = str(plan.get("period", ""))
    return Span.of(period) if period and not is_redacted(period) else None


def _precedes(span: Span, start: str, outcome: Row) -> bool:
    return span.last < start if start else outcome["role"] == "baseline"


def _once(target: Row, span: Span, known: str, start: str, plan: Span | None) -> Stage | str:
    due = Span.of(target.text("due"))
    if span.last > due.last:
        return LATE
    if target["value_type"] in SUMMED:
        return _over(span, known, _counted_from(target, plan), due.last)
    if not span.one_year:
        return OTHER
    if span.last < due.last:
        return Stage.INTERIM
    if span.first != due.first and not (target["value_type"] in STOCKS and span.first > due.first):
        return OTHER
    return Stage.DUE if known >= due.last else Stage.INTERIM


def _yearly(span: Span, known: str, start: str, end: str) -> Stage | str:
    if not span.one_year:
        return OTHER
    if end and span.last > end:
        return LATE
    if start and span.last < start:
        return Stage.BEFORE if span.full_year else OTHER
    return Stage.DUE if span.full_year and known >= span.last else Stage.INTERIM


def _over(span: Span, known: str, first: str, last: str) -> Stage | str:
    """A sum or an average is about its whole span; a part of it is interim, what begins earlier is something else."""
    if not first or not last:
        return NO_START
    if span.last > last:
        return LATE
    if span.first < first:
        return OTHER
    return Stage.DUE if span.first == first and known >= last else Stage.INTERIM


def _counted_from(target: Row, plan: Span | None) -> str:
    """The first day that counts towards a sum: as the target says, or where the plan is of one year, that year.

    A plan of several years does not say by its period that its sums begin with it.
    """
    if target["effective_from"]:
        return earliest(target.text("effective_from"))
    baseline = target.text("baseline")
    if len(baseline) == 4 and not is_redacted(baseline):
        return f"{int(baseline) + 1}-01-01"
    return plan.first if plan and plan.full_year and not target["baseline"] else ""
