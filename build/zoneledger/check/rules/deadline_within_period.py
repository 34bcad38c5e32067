"""No deadline lies after the plan's period, unless a note says why."""

from __future__ import annotations

from collections.abc import Iterator

from zoneledger.catalogue import Catalogue
from zoneledger.check.scope import Scope
from zoneledger.edtf import interval_end, latest
from zoneledger.problems import Place, Problem, Rule, Text

RULE = Rule(
    "deadline-within-period",
    Text("期限不晚于计划期末，除非备注说明", "No deadline lies after the plan's period, unless a note says why"),
    Text(
        "核对年份；原文确是如此则在 note_zh、note_en 说明。",
        "Check the year; if the source does say so, explain it in note_zh and note_en.",
    ),
    why=Text(
        "计划期之后的期限多半是年份录错；确实如此的，值得说明。",
        "A deadline after the plan's period is mostly a mistyped year; where it is not, it deserves a word.",
    ),
)
SCOPE = Scope.PLAN

TABLES = ("targets", "milestones", "projects")


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Deadlines after the plan's end without a note."""
    for table in TABLES:
        for read in catalogue.tables[table].files:
            period = catalogue.plan_files.get(read.plan_id, {}).get("period", "")
            dues = read.column("due")
            late = {due for due in set(dues) if due and period and latest(due) > latest(interval_end(period))}
            if not late:
                continue
            for line, due, note in zip(read.lines, dues, read.column("note_zh"), strict=True):
                if due in late and not note:
                    message = Text(f"计划期为 {period}。", f"The plan's period is {period}.")
                    allowed = Text(f"不晚于 {interval_end(period)}", f"no later than {interval_end(period)}")
                    yield Problem(RULE, Place(read.file, line, "due"), due, message, allowed, RULE.tip)
