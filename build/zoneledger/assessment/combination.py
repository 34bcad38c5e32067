"""One verdict from several figures, in a fixed order.

For a target with a deadline:

1. figures at the deadline: all that decide reach it, ``met``; all miss it, ``not_met``; both,
   ``not_assessable`` (``conflicting_evidence``);
2. else a figure from before the plan that reaches it: ``exceeded_before_start``;
3. else a figure from before the deadline that reaches it: ``on_track``;
4. else ``not_assessable``, with the reason of the figure that came closest to being compared.

For a yearly target the first step goes year by year: one year missed is ``not_met``, every year of the plan reached is
``met``. Some years reached and none missed is ``on_track`` while the plan runs and ``years_missing`` once it is over.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from zoneledger.assessment.finding import Finding
from zoneledger.assessment.labels import EXCEEDED, MET, NOT_ASSESSABLE, NOT_MET, ON_TRACK
from zoneledger.assessment.timing import Span


@dataclass(frozen=True)
class Combined:
    """A verdict with the findings it rests on.

    Args:
        verdict: a key of ``VERDICTS``.
        reason: a key of ``REASONS`` where the verdict is ``not_assessable``, else empty.
        findings: those that decided.
    """

    verdict: str
    reason: str = ""
    findings: tuple[Finding, ...] = ()


def once(findings: Sequence[Finding]) -> Combined:
    """The verdict on a target with a deadline."""
    met, missed = _of(findings, MET), _of(findings, NOT_MET)
    if met and missed:
        return Combined(NOT_ASSESSABLE, "conflicting_evidence", met + missed)
    if met or missed:
        return Combined(MET if met else NOT_MET, "", met or missed)
    return _earlier(findings)


def annual(findings: Sequence[Finding], years: range | None, running: bool) -> Combined:
    """The verdict on a yearly target.

    Args:
        findings: each about one year.
        years: the years it binds; None where the plan's period is not known.
        running: whether the last of them is not over.
    """
    met, missed = _by_year(findings, MET), _by_year(findings, NOT_MET)
    conflicting = met.keys() & missed.keys()
    clear = [finding for year in sorted(missed.keys() - conflicting) for finding in missed[year]]
    if clear:
        return Combined(NOT_MET, "", tuple(clear))
    if conflicting:
        both = [finding for year in sorted(conflicting) for finding in met[year] + missed[year]]
        return Combined(NOT_ASSESSABLE, "conflicting_evidence", tuple(both))
    reached = _of(findings, MET)
    if years is not None and reached and met.keys() >= set(years):
        return Combined(MET, "", reached)
    earlier = _earlier(findings)
    if not reached or earlier.verdict == EXCEEDED:
        return earlier
    return Combined(ON_TRACK, "", reached) if running else Combined(NOT_ASSESSABLE, "years_missing", reached)


def _earlier(findings: Sequence[Finding]) -> Combined:
    for verdict in (EXCEEDED, ON_TRACK):
        found = _of(findings, verdict)
        if found:
            return Combined(verdict, "", found)
    open_ones = _of(findings, NOT_ASSESSABLE)
    if not open_ones:
        return Combined(NOT_ASSESSABLE, "no_evidence")
    closest = max(open_ones, key=lambda finding: (finding.progress, Span.of(finding.outcome.text("period")).last))
    return Combined(NOT_ASSESSABLE, closest.reason, (closest,))


def _of(findings: Sequence[Finding], verdict: str) -> tuple[Finding, ...]:
    return tuple(finding for finding in findings if finding.verdict == verdict)


def _by_year(findings: Sequence[Finding], verdict: str) -> dict[int, list[Finding]]:
    found: dict[int, list[Finding]] = defaultdict(list)
    for finding in _of(findings, verdict):
        found[int(Span.of(finding.outcome.text("period")).first[:4])].append(finding)
    return found
