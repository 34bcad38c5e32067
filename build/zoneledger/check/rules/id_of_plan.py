"""A row's id begins with its plan's id."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from zoneledger.catalogue import Catalogue
from zoneledger.catalogue.links import plan_of
from zoneledger.catalogue.records import FileRows
from zoneledger.catalogue.schemas import PLAN
from zoneledger.check.scope import Scope
from zoneledger.check.strange_keys import all_of_plan
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
        for read in catalogue.tables[name].files:
            ids = read.column("id")
            if not all_of_plan(ids, read.plan_id):
                yield from _strangers(read, ids)


def _strangers(read: FileRows, ids: Sequence[str]) -> Iterator[Problem]:
    for line, own in zip(read.lines, ids, strict=True):
        # the rest after the plan's id is one letter and digits, so ganzhou-2020-x-t001 is no row of ganzhou-2020
        if plan_of(own) != read.plan_id:
            fixed = f"{read.plan_id}-{own.rpartition('-')[2]}"
            message = Text(f"该行属于计划 {read.plan_id}。", f"The row belongs to plan {read.plan_id}.")
            allowed = Text(f"{read.plan_id}-…", f"{read.plan_id}-…")
            fix = Text(f"改为 {fixed}", f"Write {fixed}")
            yield Problem(RULE, Place(read.file, line, "id"), own, message, allowed, fix)
