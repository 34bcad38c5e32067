"""Duties are numbered from 1 without a gap within measure and role, and repeat their measure's locator."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from zoneledger.catalogue import Catalogue, Row
from zoneledger.check.scope import Scope
from zoneledger.problems import Place, Problem, Rule, Text

RULE = Rule(
    "duty-position",
    Text(
        "同一措施同一角色的次序从1起连续，位置与措施一致",
        "Positions run from 1 within measure and role; the locator is the measure's",
    ),
    Text("按原文次序重新编号。", "Number them again in the source's order."),
    why=Text(
        "次序就是原文名单的次序，排在第一的往往是牵头单位。",
        "Positions are the order of the printed list, whose first name is often the one that leads.",
    ),
)
SCOPE = Scope.PLAN


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Gaps in positions, and locators that are not the measure's."""
    groups: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in catalogue.rows("responsibilities"):
        groups[(row.text("measure_id"), row.text("role"))].append(row)
        measure = catalogue.row("measures", row["measure_id"])
        if measure is not None and measure["locator"] != row["locator"]:
            right = measure.text("locator")
            message = Text("位置与所在措施不同。", "The locator is not that of its measure.")
            place = Place(row.file, row.line, "locator")
            yield Problem(
                RULE, place, row.text("locator"), message, Text(right, right), Text(f"改为 {right}", f"Write {right}")
            )
    for rows in groups.values():
        if [row["position"] for row in rows] == list(range(1, len(rows) + 1)):
            continue
        for expected, row in enumerate(sorted(rows, key=lambda row: row.number("position") or 0), 1):
            if row["position"] != expected:
                message = Text(f"此处应为第 {expected}。", f"Number {expected} is expected here.")
                fix = Text(f"改为 {expected}", f"Write {expected}")
                yield Problem(RULE, Place(row.file, row.line, "position"), row.text("position"), message, fix=fix)
                break
