"""A row's id begins with its plan's id."""

from __future__ import annotations

from collections.abc import Iterator

from zoneledger.catalogue import Catalogue
from zoneledger.catalogue.schemas import PLAN
from zoneledger.check.scope import Scope
from zoneledger.problems import Place, Problem, Rule, Text

RULE = Rule(
    "id-of-plan",
    Text("行的编号以其计划编号开头", "A row's id begins with its plan's id"),
    Text(
        "编号写成“计划编号-字母序号”，如 ganzhou-2020-t001。",
        "Write plan id, letter and number, e.g. ganzhou-2020-t001.",
    ),
    why=Text(
        "看到编号就知道属于哪份计划；编号也是网页上该行的地址。",
        "An id says which plan its row belongs to, and is the row's address on the site.",
    ),
)
SCOPE = Scope.PLAN


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Ids that carry another plan's name."""
    for name, schema in catalogue.schemas.items():
        if schema.group != PLAN or "id" not in schema.by_name:
            continue
        for row in catalogue.rows(name):
            plan, own = row.text("plan_id"), row.text("id")
            # the rest after the plan's id is one letter and digits, so ganzhou-2020-x-t001 is no row of ganzhou-2020
            if own.rpartition("-")[0] != plan:
                fixed = f"{plan}-{own.rpartition('-')[2]}"
                message = Text(f"该行属于计划 {plan}。", f"The row belongs to plan {plan}.")
                allowed = Text(f"{plan}-…", f"{plan}-…")
                fix = Text(f"改为 {fixed}", f"Write {fixed}")
                yield Problem(RULE, Place(row.file, row.line, "id"), own, message, allowed, fix)
