"""Duties are numbered from 1 without a gap within measure and role, and repeat their measure's locator."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from zoneledger.catalogue import Catalogue
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


COLUMNS = ("measure_id", "role", "locator", "position")


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Gaps in positions, and locators that are not the measure's."""
    locators: dict[str, str] = {}
    for read in catalogue.tables["measures"].files:
        locators.update(zip(read.column("id"), read.column("locator"), strict=True))
    groups: dict[tuple[str, str], list[tuple[int | None, str, int]]] = defaultdict(list)
    for read in catalogue.tables["responsibilities"].files:
        for line, measure, role, locator, position in zip(read.lines, *map(read.column, COLUMNS), strict=True):
            groups[(measure, role)].append((int(position) if position else None, read.file, line))
            right = locators.get(measure, locator)
            if right != locator:
                message = Text("位置与所在措施不同。", "The locator is not that of its measure.")
                place, fix = Place(read.file, line, "locator"), Text(f"改为 {right}", f"Write {right}")
                yield Problem(RULE, place, locator, message, Text(right, right), fix)
    for rows in groups.values():
        if [position for position, _, _ in rows] == list(range(1, len(rows) + 1)):
            continue
        for expected, (position, file, line) in enumerate(sorted(rows, key=lambda row: row[0] or 0), 1):
            if position != expected:
                message = Text(f"此处应为第 {expected}。", f"Number {expected} is expected here.")
                fix = Text(f"改为 {expected}", f"Write {expected}")
                found = "" if position is None else str(position)
                yield Problem(RULE, Place(file, line, "position"), found, message, fix=fix)
                break
