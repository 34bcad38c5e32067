"""A milestone has a date or a yearly rule, not both."""

from __future__ import annotations

from collections.abc import Iterator

from zoneledger.catalogue import Catalogue
from zoneledger.check.scope import Scope
from zoneledger.problems import Place, Problem, Rule, Text

RULE = Rule(
    "milestone-date",
    Text("节点任务有期限或重复规则之一", "A milestone has a deadline or a recurrence rule, one of them"),
    Text("一次性任务填 due，每年重复的填 rrule。", "Fill due for a single date, rrule for a yearly one."),
    why=Text(
        "节点任务要么有一个日期，要么每年重复；两者都有或都没有，就排不进日程。",
        "A milestone falls on a date or comes back every year. With both or neither it has no place in a calendar.",
    ),
)
SCOPE = Scope.PLAN


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Milestones with neither or both."""
    for row in catalogue.rows("milestones"):
        if (row["due"] is None) == (row["rrule"] is None):
            both = row["due"] is not None
            message = Text("两列都填了。" if both else "两列都空。", "Both are filled." if both else "Both are empty.")
            yield Problem(RULE, Place(row.file, row.line, "due"), row.text("due"), message, fix=RULE.tip)
