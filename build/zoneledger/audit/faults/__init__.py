"""Tests the audit by faults: figures put into the texts, slips put into the tables; how many of them does it catch?

All is done in memory, on copies; the checksum of a source does not matter to a text that was changed on purpose.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from zoneledger import audit
from zoneledger.audit import AuditResult, exclusions
from zoneledger.audit.faults import cells, copies, insertions, misses
from zoneledger.audit.receipts import FaultRun
from zoneledger.audit.sources import SourceText
from zoneledger.catalogue import Catalogue
from zoneledger.problems import Problem, Text

#: So many of the slips must be caught.
NEEDED = 0.99


@dataclass(frozen=True)
class Dose:
    """How many faults to plant in a plan.

    Args:
        seed: the same one plants the same faults.
        figures: how many figures to put into the text.
        cells: how many slips to put into the tables.
    """

    seed: int = 2019
    figures: int = 200
    cells: int = 500


@dataclass(frozen=True)
class Miss:
    """A fault that was not caught.

    Args:
        fault: where it was planted and what it was.
        reason: why nothing in the text can tell; None where it is a defect of the audit.
    """

    fault: str
    reason: Text | None


@dataclass(frozen=True)
class PlanRun:
    """The faults of one plan.

    Args:
        plan_id: the plan.
        summary: planted and caught, by kind.
        misses: those not caught.
    """

    plan_id: str
    summary: FaultRun
    misses: tuple[Miss, ...]

    @property
    def good(self) -> bool:
        """Whether every figure was reported open, 99 % of the slips were caught and nothing else is unexplained."""
        planted, caught = dict(self.summary.planted), dict(self.summary.caught)
        figures = planted.pop(insertions.KIND, 0) == caught.pop(insertions.KIND, 0)
        return figures and sum(caught.values()) >= NEEDED * sum(planted.values()) and all(miss.reason for miss in self.misses)


def run(catalogue: Catalogue, folder: Path, plan_id: str, dose: Dose = Dose()) -> PlanRun:
    """Plants faults in one plan.

    Args:
        catalogue: a checkout whose audit of the plan finds nothing wrong.
        folder: the folder of source texts.
        plan_id: the plan.
        dose: how many faults to plant.

    Raises:
        ValueError: the plan's source cannot be read, or its audit finds something wrong already.
    """
    own = copies.of_plan(catalogue, plan_id)
    source, wrong = audit.source_of(own, folder, plan_id)
    if source is None or not all(finding.found for finding in audit.examine(source, own)):
        raise ValueError(f"{plan_id}: " + ("; ".join(problem.message.en for problem in wrong) or "its audit finds something wrong"))
    rng = random.Random(f"{dose.seed} {plan_id}")
    planted, caught, missed = Counter[str](), Counter[str](), []
    before = exclusions.open_figures(source, own)
    for insertion in insertions.plan(source, rng, dose.figures):
        planted[insertions.KIND] += 1
        if insertions.caught(source, own, insertion, before):
            caught[insertions.KIND] += 1
        else:
            missed.append(Miss(str(insertion), None))
    known = frozenset(_problems(source, own))
    for fault in cells.plan(own, rng, dose.cells):
        planted[fault.kind] += 1
        if _caught(own, source, fault, known):
            caught[fault.kind] += 1
        else:
            missed.append(Miss(str(fault), misses.reason(own, source, fault)))
    return PlanRun(plan_id, FaultRun(dose.seed, dict(sorted(planted.items())), dict(sorted(caught.items()))), tuple(missed))


def measured(result: AuditResult, runs: Iterable[PlanRun]) -> AuditResult:
    """An audit's result whose receipts say how many planted faults were caught."""
    receipts = result.receipts | {run.plan_id: replace(result.receipts[run.plan_id], faults=run.summary) for run in runs}
    return replace(result, receipts=receipts)


def _problems(source: SourceText, catalogue: Catalogue) -> list[Problem]:
    return [problem for finding in audit.examine(source, catalogue) for problem in finding.problems]


def _caught(catalogue: Catalogue, source: SourceText, fault: cells.Fault, known: frozenset[Problem]) -> bool:
    """Whether the audit says anything of a spoilt copy that it does not say of the sound one."""
    spoilt = fault.apply(catalogue)
    try:
        spoilt.tables[fault.table].rows  # noqa: B018
    except ValueError:
        return True
    reread = audit.read_text(spoilt, source.plan_id, source.text, source.whole)
    return any(problem not in known for problem in _problems(reread, spoilt))
