"""A plan's outline is a tree in reading order: parents come first and positions count on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from zoneledger.catalogue import Catalogue
from zoneledger.check.plan_rows import plan_rows
from zoneledger.check.scope import Scope
from zoneledger.problems import Place, Problem, Rule, Text

RULE = Rule(
    "outline-order",
    Text("措施按阅读次序编号，上级在前", "Measures are numbered in reading order, parents first"),
    Text("按原文次序填写 position，从1起。", "Fill position in the source's order, from 1."),
    why=Text(
        "计划页按措施的次序排出全文的骨架；上级必须先于下级。",
        "A plan's page shows the document's outline in this order, so a heading must come before what stands under it.",
    ),
)
SCOPE = Scope.PLAN


COLUMNS = ("position", "id", "parent_id", "locator")


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Positions with gaps, parents that come later, locators that do not lie under the parent's."""
    for plan_id in catalogue.plan_files:
        rows = [
            (int(position) if position else None, Place(read.file, line), key, parent, locator)
            for read in plan_rows(catalogue, "measures", plan_id)
            for line, position, key, parent, locator in zip(read.lines, *map(read.column, COLUMNS), strict=True)
        ]
        seen: dict[str, str] = {}
        for expected, (position, place, key, parent, locator) in enumerate(sorted(rows, key=lambda row: row[0] or 0), 1):
            if position != expected:
                message = Text(f"此处应为第 {expected}。", f"Number {expected} is expected here.")
                fix = Text(f"改为 {expected}", f"Write {expected}")
                found = "" if position is None else str(position)
                yield Problem(RULE, replace(place, column="position"), found, message, fix=fix)
                break
            if parent and parent not in seen:
                message = Text("上级排在它之后。", "Its parent comes after it.")
                yield Problem(RULE, replace(place, column="parent_id"), parent, message, fix=RULE.tip)
            elif parent and not locator.startswith(f"{seen[parent]}/"):
                message = Text(
                    f"位置不在上级 {seen[parent]} 之下。", f"It does not lie under its parent's {seen[parent]}."
                )
                yield Problem(RULE, replace(place, column="locator"), locator, message, fix=RULE.tip)
            seen[key] = locator
