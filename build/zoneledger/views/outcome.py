"""What was reported later, beside what was promised; judged only where the two can be compared."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from zoneledger.assessment import REASONS, VERDICTS, Assessment, Finding, assessments, measure, scope
from zoneledger.assessment.labels import NOT_ASSESSABLE
from zoneledger.catalogue import Catalogue, Row
from zoneledger.problems import NOTHING, Text
from zoneledger.views.date import date_words, interval_words
from zoneledger.views.explanation import amount
from zoneledger.views.gap import gap
from zoneledger.views.name import enum, name
from zoneledger.views.provenance import Provenance, provenance
from zoneledger.views.target import TargetView, target

#: A figure that is about something else stands beside the target for context only.
_CONTEXT = {
    "area": Text("整个行政区域的数字，仅供参考", "for the whole jurisdiction, context only"),
    "part": Text("只是部分对象，仅供参考", "only a part, context only"),
    "scope": Text("对象不同，仅供参考", "another scope, context only"),
    "measure": Text("量的不是同一件事，仅供参考", "another measure, context only"),
}


@dataclass(frozen=True)
class OutcomeView:
    """One row of ``outcomes``.

    Args:
        scope: whom the figure is about.
        reported: the reported figure in words.
        reported_on: the date of the source; nothing where it is not known.
        verdict: what this figure alone says of its target, a key of ``assessment.VERDICTS``.
        reason: why it says nothing; empty where it does.
        address_kind: that the address is a copy; nothing where it is the publisher's own page.
        gap: how far it is from the target; nothing where the two cannot be compared.
        context: what it is, where it is no more than context.
    """

    id: str
    role: Text
    scope: Text
    indicator: Text
    reported: Text
    period: Text
    reported_on: Text
    source_title: str
    publisher: str
    address: str
    address_kind: Text
    grade: Text
    verdict: str
    verdict_label: Text
    reason: Text
    gap: Text
    context: Text
    provenance: Provenance


@dataclass(frozen=True)
class Evidence:
    """A target with everything that was reported on it.

    Args:
        target: the target.
        assessment: what became of it.
        outcomes: the reported figures, in file order.
    """

    target: TargetView
    assessment: Assessment
    outcomes: tuple[OutcomeView, ...]

    @property
    def judged(self) -> bool:
        """Whether there is a verdict."""
        return self.assessment.verdict != NOT_ASSESSABLE


def evidence(
    catalogue: Catalogue, plan_id: str | None = None, found: Iterable[Assessment] | None = None
) -> tuple[Evidence, ...]:
    """The targets on which something was reported, in file order.

    Args:
        catalogue: the checked datasets.
        plan_id: the plan; all where None.
        found: assessments of its targets; all of them where None.
    """
    found = assessments(catalogue, plan_id).values() if found is None else found
    return tuple(
        Evidence(target(catalogue, one.target), one, tuple(_outcome(catalogue, one.target, f) for f in one.findings))
        for one in found
        if one.findings
    )


def _outcome(catalogue: Catalogue, aim: Row, finding: Finding) -> OutcomeView:
    row = finding.outcome
    return OutcomeView(
        id=row.text("id"),
        role=enum(catalogue, "outcomes", "role", row),
        scope=Text(row.text("scope_printed"), row.text("scope_en")),
        indicator=name(catalogue, "indicators", row["indicator_id"]),
        reported=amount(catalogue, row),
        period=interval_words(row.text("period")),
        reported_on=date_words(row.text("reported_on")) if row["reported_on"] else NOTHING,
        source_title=row.text("source_title"),
        publisher=row.text("publisher"),
        address=row.text("address"),
        address_kind=enum(catalogue, "outcomes", "address_kind", row) if row["address_kind"] == "copy" else NOTHING,
        grade=enum(catalogue, "outcomes", "grade", row),
        verdict=finding.verdict,
        verdict_label=VERDICTS[finding.verdict],
        reason=REASONS.get(finding.reason, NOTHING),
        gap=gap(finding, aim, catalogue),
        context=_context(aim, row, catalogue),
        provenance=provenance(row, catalogue.schemas["outcomes"]),
    )


def _context(aim: Row, row: Row, catalogue: Catalogue) -> Text:
    differs = scope.difference(aim, row, catalogue)
    if differs == scope.PART:
        return _CONTEXT["part"]
    if differs:
        wide = row["scope_type"] == "jurisdiction" and aim["scope_type"] != "jurisdiction"
        return _CONTEXT["area" if wide else "scope"]
    return _CONTEXT["measure"] if measure.difference(aim, row, catalogue) else NOTHING
