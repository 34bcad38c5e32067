"""An organisation or zone that a plan names belongs to the plan's area, or to one above or below it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, partial

from zoneledger.catalogue import Catalogue
from zoneledger.check.scope import Scope
from zoneledger.problems import Place, Problem, Rule, Text

RULE = Rule(
    "jurisdiction-fit",
    Text(
        "计划提到的单位属于该计划的辖区、其上级或下级",
        "An organisation named by a plan belongs to its area, or to one above or below",
    ),
    Text(
        "核对 organization_id；同名单位各市分列。",
        "Check organization_id; bodies of the same name in other cities are other organisations.",
    ),
    why=Text(
        "各市都有“工信局”。赣州的计划指到郑州的局，一定是选错了行。",
        "Every city has an industry bureau. A Ganzhou plan pointing at a Zhengzhou bureau has the wrong row.",
    ),
)
SCOPE = Scope.PLAN

TABLES = ("responsibilities", "organization_aliases", "milestone_actors", "mechanism_actors")


def ancestry(catalogue: Catalogue, code: str) -> list[str]:
    """The area itself, then each area above it."""
    chain: list[str] = []
    while code and code not in chain:
        chain.append(code)
        row = catalogue.row("jurisdictions", code)
        code = row.text("parent_code") if row else ""
    return chain


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Organisations of another area."""
    ancestors = cache(partial(ancestry, catalogue))
    for table in TABLES:
        for read in catalogue.tables[table].files:
            plan = catalogue.plan_files.get(read.plan_id, {}).get("jurisdiction", "")
            cells = read.column("organization_id")
            rows = {key: catalogue.row("organizations", key) for key in set(cells)} if plan else {}
            areas = {key: row.text("jurisdiction_code") for key, row in rows.items() if row is not None}
            misfits = {
                key: own for key, own in areas.items() if own not in ancestors(plan) and plan not in ancestors(own)
            }
            for line, key in zip(read.lines, cells, strict=True) if misfits else ():
                if key in misfits:
                    own = misfits[key]
                    message = Text(f"该单位属于 {own}，计划属于 {plan}。", f"It belongs to {own}, the plan to {plan}.")
                    yield Problem(RULE, Place(read.file, line, "organization_id"), key, message, fix=RULE.tip)
