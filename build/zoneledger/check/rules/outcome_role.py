"""The role of an outcome agrees with its dates: a baseline before the plan, a result at the deadline or after, else interim."""

from __future__ import annotations

from collections.abc import Iterator

from zoneledger.assessment.timing import Span, plan_span
from zoneledger.catalogue import Catalogue, Row
from zoneledger.check.scope import Scope
from zoneledger.edtf import earliest, is_redacted, latest
from zoneledger.problems import Place, Problem, Rule, Text

RULE = Rule(
    "outcome-role",
    Text("结果的角色与时期相合", "An outcome's role agrees with its dates"),
    Text(
        "计划开始前的填 baseline，期限时或以后的填 outcome，其间的、时期未完就公布的填 interim；日期有误就改日期。",
        "Write baseline before the plan, outcome at the deadline or after, interim between and where a figure was reported "
        "before its period was over; or mend the date.",
    ),
    why=Text(
        "计划开始前就有的数、年底还没到就报的数，不能当成计划的结果来读。",
        "A figure from before the plan, or one given out before its year was over, must not read as the plan's result.",
    ),
)
SCOPE = Scope.PLAN


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Outcomes whose period says that they are something else."""
    for row in catalogue.rows("outcomes"):
        target = catalogue.row("targets", row["target_id"])
        if target is None or is_redacted(row.text("period")):
            continue
        fitting = fitting_roles(catalogue, target, row)
        if row["role"] not in fitting:
            start, due = _start(catalogue, target), _due(catalogue, target)
            message = Text(
                f"时期 {row.text('period')}，计划始于 {start or '不详'}，期限 {due or '不详'}。",
                f"The period is {row.text('period')}, the plan begins {start or '(unknown)'}, the deadline is {due or '(unknown)'}.",
            )
            place = Place(row.file, row.line, "role")
            allowed = Text("、".join(fitting), ", ".join(fitting))
            yield Problem(RULE, place, row.text("role"), message, allowed, RULE.tip)


def fitting_roles(catalogue: Catalogue, target: Row, outcome: Row) -> tuple[str, ...]:
    """The roles that the dates allow: one where the plan's start and the deadline are known, else more.

    Args:
        catalogue: for the plan's period.
        target: the row of ``targets``.
        outcome: a row of ``outcomes`` about it, with a period that is not blanked.
    """
    span = Span.of(outcome.text("period"))
    # A figure published before its period was over was no result yet.
    known = min(span.last, latest(outcome.text("reported_on"))) if outcome["reported_on"] else span.last
    start, due = _start(catalogue, target), _due(catalogue, target)
    if start and span.last < start:
        return ("baseline",)
    if due and known >= due:
        return ("outcome",)
    early = () if start else ("baseline",)
    return (*early, "interim") if due else (*early, "interim", "outcome")


def _start(catalogue: Catalogue, target: Row) -> str:
    """The first day that counts; empty where it is not known."""
    plan, begins = plan_span(catalogue, target), target.text("effective_from")
    if begins:
        return "" if is_redacted(begins) else earliest(begins)
    return plan.first if plan else ""


def _due(catalogue: Catalogue, target: Row) -> str:
    """The last day of the deadline, or of the plan for what recurs; empty where it is not known."""
    plan, due = plan_span(catalogue, target), target.text("due")
    if due:
        return "" if is_redacted(due) else latest(due)
    return plan.last if plan and target["recurrence"] != "once" else ""
