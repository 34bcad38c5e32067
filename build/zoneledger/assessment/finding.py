"""What one reported figure says about one target, and no more than it says."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from zoneledger.assessment import measure, scope, timing
from zoneledger.assessment.intervals import Answer, compare, reported, wanted
from zoneledger.assessment.labels import EXCEEDED, MET, NOT_ASSESSABLE, NOT_MET, ON_TRACK, REASONS
from zoneledger.assessment.timing import Stage
from zoneledger.catalogue import Catalogue, Row
from zoneledger.edtf import is_redacted
from zoneledger.units import bounds

_REACHED = {Stage.BEFORE: EXCEEDED, Stage.INTERIM: ON_TRACK, Stage.DUE: MET}
_SHORT = {Stage.BEFORE: "before_start", Stage.INTERIM: "not_yet_due"}
_ORDER = list(REASONS)


@dataclass(frozen=True)
class Finding:
    """One figure against its target.

    Args:
        outcome: the row of ``outcomes``.
        verdict: a key of ``VERDICTS``.
        reason: a key of ``REASONS`` where the verdict is ``not_assessable``, else empty.
    """

    outcome: Row
    verdict: str
    reason: str = ""

    @property
    def progress(self) -> int:
        """How far the comparison got before its reason stopped it."""
        return _ORDER.index(self.reason) if self.reason else len(_ORDER)


def obstacle(target: Row) -> str:
    """What keeps any figure from judging a target: a reason, or nothing."""
    if target["note_basis"] == "suspected":
        return "suspected"
    if any(is_redacted(target.text(column)) for column in ("due", "effective_from", "baseline")):
        return "redacted"
    return "no_deadline" if target["recurrence"] == "once" and target["due"] is None else ""


def judge(target: Row, outcome: Row, catalogue: Catalogue) -> Finding:
    """Holds one figure against a target: same scope, same measure, right time; then the values."""
    reason = (
        obstacle(target)
        or scope.difference(target, outcome, catalogue)
        or measure.difference(target, outcome, catalogue)
    )
    stage = reason or timing.place(target, outcome, catalogue)
    if not isinstance(stage, Stage):
        return Finding(outcome, NOT_ASSESSABLE, stage)
    answer = _answer(target, outcome, catalogue)
    if answer is Answer.REACHED:
        return Finding(outcome, _REACHED[stage])
    if answer is Answer.MISSED and stage is Stage.DUE:
        return Finding(outcome, NOT_MET)
    reasons = {Answer.MISSED: _SHORT.get(stage, ""), Answer.BEYOND: "beyond_exact_figure"}
    return Finding(outcome, NOT_ASSESSABLE, reasons.get(answer, "bound_too_weak"))


def _answer(target: Row, outcome: Row, catalogue: Catalogue) -> Answer:
    indicator = catalogue.row("indicators", target["indicator_id"])
    direction = indicator.text("direction") if indicator else "neutral"
    aim, figure = _ends(catalogue, target), _ends(catalogue, outcome)
    return compare(reported(outcome.text("comparator"), *figure), wanted(target.text("comparator"), *aim, direction))


def _ends(catalogue: Catalogue, row: Row) -> tuple[Decimal, Decimal]:
    low, high = bounds(catalogue, row)
    if low is None or high is None:
        raise ValueError(f"{row.file}:{row.line}: no value")
    return low, high
