"""Promise against result: what the reported figures say about a target, by one rule, never more than they carry.

A figure is held against a target only where both are about the same subject, the same measure and the same time. It is
read as an interval ("over 1000" is everything above), and the target is reached or missed only where the whole interval
says so. ``finding`` judges one figure, ``combination`` puts several together. What is past due is decided by the
``as_of`` of the dataset, never by the clock.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from zoneledger.assessment import combination
from zoneledger.assessment.finding import Finding, judge, obstacle
from zoneledger.assessment.labels import NOT_ASSESSABLE, REASONS, VERDICTS
from zoneledger.assessment.timing import plan_span
from zoneledger.catalogue import Catalogue, Row
from zoneledger.catalogue.facts import fact
from zoneledger.catalogue.once import once
from zoneledger.edtf import interval_start, is_redacted, latest
from zoneledger.problems import NOTHING, Text

__all__ = ["REASONS", "VERDICTS", "Assessment", "Finding", "assess", "assessments", "fates", "past_due"]


@dataclass(frozen=True)
class Assessment:
    """What became of a target, as far as the evidence says.

    Args:
        target: the row of ``targets``.
        verdict: a key of ``VERDICTS``.
        reason: a key of ``REASONS`` where the verdict is ``not_assessable``, else empty.
        evidence: the outcomes that decided.
        findings: what each outcome says alone, in the order given.
        past_due: whether the deadline was over at the dataset's date.
    """

    target: Row
    verdict: str
    reason: str
    evidence: tuple[Row, ...]
    findings: tuple[Finding, ...]
    past_due: bool

    @property
    def verdict_label(self) -> Text:
        """The verdict in words."""
        return VERDICTS[self.verdict]

    @property
    def reason_label(self) -> Text:
        """The reason in words; nothing where the target could be assessed."""
        return REASONS.get(self.reason, NOTHING)


def assess(target: Row, outcomes: Sequence[Row], catalogue: Catalogue) -> Assessment:
    """Assesses one target.

    Args:
        target: a row of ``targets``.
        outcomes: the rows of ``outcomes`` that speak to it, in any order.
        catalogue: the checked datasets they belong to.

    Raises:
        ValueError: an outcome belongs to another target.
    """
    strangers = [row.text("id") for row in outcomes if row["target_id"] != target["id"]]
    if strangers:
        raise ValueError(f"{', '.join(strangers)}: of another target than {target['id']}")
    findings = tuple(judge(target, row, catalogue) for row in outcomes)
    combined = _combined(target, findings, catalogue)
    evidence = tuple(finding.outcome for finding in combined.findings)
    return Assessment(
        target,
        combined.verdict,
        combined.reason,
        evidence,
        findings,
        past_due(target, str(catalogue.dataset["as_of"])),
    )


def _combined(target: Row, findings: tuple[Finding, ...], catalogue: Catalogue) -> combination.Combined:
    if not findings:
        return combination.Combined(NOT_ASSESSABLE, obstacle(target) or "no_evidence")
    if target["recurrence"] != "annual":
        return combination.once(findings)
    plan = plan_span(catalogue, target)
    if plan is None:
        return combination.annual(findings, None, running=False)
    first = int(interval_start(target.text("effective_from") or plan.first)[:4])
    years = range(first, int(plan.last[:4]) + 1)
    return combination.annual(findings, years, running=str(catalogue.dataset["as_of"]) <= plan.last)


def assessments(catalogue: Catalogue, plan_id: str | None = None) -> dict[str, Assessment]:
    """The assessment of every target, of one plan or of all, by target id."""
    if plan_id is None or catalogue.plan_files.keys() == {plan_id}:
        return _all(catalogue)
    return _of_plan(catalogue, plan_id)


@once
def _all(catalogue: Catalogue) -> dict[str, Assessment]:
    if catalogue.facts is None:
        return _of_plan(catalogue, None)
    targets, outcomes = catalogue.tables["targets"].by_key, catalogue.tables["outcomes"].by_key
    return {
        one.target: Assessment(
            targets[one.target],
            one.verdict,
            one.reason,
            tuple(outcomes[outcome] for outcome in one.evidence),
            tuple(Finding(outcomes[outcome], verdict, reason) for outcome, verdict, reason in one.findings),
            one.past_due,
        )
        for plan_id in catalogue.plan_files
        for one in fates(catalogue, plan_id)
    }


class Fate(NamedTuple):
    """An assessment that names rows by their ids; see ``Assessment``."""

    target: str
    verdict: str
    reason: str
    evidence: list[str]
    findings: list[tuple[str, str, str]]
    past_due: bool


def _fates(said: list[Any]) -> list[Fate]:
    return [Fate(*one)._replace(findings=[tuple(finding) for finding in one[4]]) for one in said]


@fact(_fates)
def fates(catalogue: Catalogue, plan_id: str) -> list[Fate]:
    """What became of the targets of a plan."""
    return [
        Fate(
            key,
            one.verdict,
            one.reason,
            [row.text("id") for row in one.evidence],
            [(finding.outcome.text("id"), finding.verdict, finding.reason) for finding in one.findings],
            one.past_due,
        )
        for key, one in assessments(catalogue, plan_id).items()
    ]


def _of_plan(catalogue: Catalogue, plan_id: str | None) -> dict[str, Assessment]:
    spoken: dict[object, list[Row]] = {}
    for row in catalogue.rows("outcomes", plan_id):
        spoken.setdefault(row["target_id"], []).append(row)
    return {
        target.text("id"): assess(target, spoken.get(target["id"], []), catalogue)
        for target in catalogue.rows("targets", plan_id)
    }


def past_due(target: Row, as_of: str) -> bool:
    """Whether a target's deadline was over on a day; never so where it has none or its year is blanked.

    Args:
        target: a row of ``targets``.
        as_of: the day, ``YYYY-MM-DD``: the dataset's, not today.
    """
    due = target.text("due")
    return bool(due) and not is_redacted(due) and latest(due) < as_of
