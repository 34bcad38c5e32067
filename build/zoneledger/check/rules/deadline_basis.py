"""A one-off target has a deadline and says where it comes from; a yearly one has none."""

from __future__ import annotations

from collections.abc import Iterator

from zoneledger.catalogue import Catalogue
from zoneledger.check.scope import Scope
from zoneledger.problems import Place, Problem, Rule, Text

RULE = Rule(
    "deadline-basis",
    Text("期限与期限依据同在，并与频次相合", "A deadline and its basis go together and fit the recurrence"),
    Text(
        "一次性目标填 due 与 due_basis（无日期则取计划期末）；每年的目标两列都空。",
        "Fill due and due_basis for a one-off target (the plan's horizon where undated); leave both empty for a yearly one.",
    ),
    why=Text(
        "期限可能是原文写明的，也可能取自计划期末。不写依据，推断就会被当成原文。",
        "A deadline may be printed or taken from the end of the plan's period. Without its basis an inference "
        "would pass for the source.",
    ),
)
SCOPE = Scope.PLAN


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Targets whose deadline, basis and recurrence do not fit together."""
    for row in catalogue.rows("targets"):
        place = Place(row.file, row.line, "due")
        if (row["due"] is None) != (row["due_basis"] is None):
            message = Text("期限与期限依据只填了一个。", "Only one of deadline and basis is filled.")
            yield Problem(RULE, place, row.text("due"), message, fix=RULE.tip)
        elif row["recurrence"] == "annual" and row["due"] is not None:
            message = Text("每年的目标没有单一期限。", "A yearly target has no single deadline.")
            yield Problem(
                RULE, place, row.text("due"), message, fix=Text("清空 due 与 due_basis。", "Empty due and due_basis.")
            )
        elif row["recurrence"] == "once" and row["due"] is None and _has_horizon(catalogue, row.text("plan_id")):
            message = Text(
                "一次性目标没有期限，而计划期已知。",
                "A one-off target has no deadline although the plan's period is known.",
            )
            yield Problem(RULE, place, "", message, fix=RULE.tip)


def _has_horizon(catalogue: Catalogue, plan_id: str) -> bool:
    return "period" in catalogue.plan_files.get(plan_id, {})
