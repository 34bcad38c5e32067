"""What was reported later, beside what was promised; judged only where the two can be compared."""

from __future__ import annotations

from dataclasses import dataclass

from zoneledger.assessment import REASONS, VERDICTS
from zoneledger.assessment.explanation import amount
from zoneledger.assessment.finding import judge
from zoneledger.catalogue import Catalogue, Row
from zoneledger.problems import NOTHING, Text
from zoneledger.views.date import interval_words
from zoneledger.views.name import enum, name
from zoneledger.views.provenance import Provenance, provenance
from zoneledger.views.target import TargetView, target


@dataclass(frozen=True)
class OutcomeView:
    """One row of ``outcomes`` with the target it speaks to.

    Args:
        scope: whom the figure is about.
        reported: the reported figure in words.
        verdict: what this figure alone says of its target, a key of ``assessment.VERDICTS``.
        reason: why it says nothing; empty where it does.
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
    finding = judge(aim, row, catalogue)
    return OutcomeView(
        id=row.text("id"),
        target=target(catalogue, aim),
        role=enum(catalogue, "outcomes", "role", row),
        scope=row.text("scope_printed"),
        indicator=name(catalogue, "indicators", row["indicator_id"]),
        reported=amount(catalogue, row),
        period=interval_words(row.text("period")),
        source_title=row.text("source_title"),
        publisher=row.text("publisher"),
        address=row.text("address"),
        grade=enum(catalogue, "outcomes", "grade", row),
        verdict=finding.verdict,
        verdict_label=VERDICTS[finding.verdict],
        reason=REASONS.get(finding.reason, NOTHING),
        provenance=provenance(row, catalogue.schemas["outcomes"]),
    )
