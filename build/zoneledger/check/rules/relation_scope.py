"""A stretch figure and its firm one speak of the same indicator and scope."""

from __future__ import annotations

from collections.abc import Iterator

from zoneledger.catalogue import Catalogue
from zoneledger.check.scope import Scope
from zoneledger.problems import Place, Problem, Rule, Text

RULE = Rule(
    "relation-scope",
    Text("力争值与确保值的指标和对象相同", "A stretch figure and its firm one share indicator and scope"),
    Text("改正其中一行，或改用别的关系。", "Mend one of the two rows, or use another relation."),
    why=Text(
        "“确保1200亿、力争1500亿”说的是同一件事的两个数。指标或对象不同，就不是这种关系。",
        "“At least 120 billion, 150 if possible” gives one thing two figures. With another indicator or scope it is another relation.",
    ),
)
SCOPE = Scope.PLAN

SHARED = ("indicator_id", "scope_type", "scope_printed", "unit_id")


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """``stretch_of`` relations between unlike targets, or whose start is no stretch figure."""
    for row in catalogue.rows("target_relations"):
        if row["relation"] != "stretch_of":
            continue
        start, end = (catalogue.row("targets", row[column]) for column in ("from_target_id", "to_target_id"))
        if start is None or end is None:
            continue
        place = Place(row.file, row.line, "relation")
        differing = [column for column in SHARED if start[column] != end[column]]
        if differing:
            listed = ", ".join(differing)
            message = Text(f"两个目标的 {listed} 不同。", f"The two targets differ in {listed}.")
            yield Problem(RULE, place, "stretch_of", message, fix=RULE.tip)
        elif start["strength"] not in ("stretch", "tentative") or end["strength"] in ("stretch", "tentative"):
            message = Text("起点应为力争值，终点应为确保值。", "It runs from a stretch figure to a firm one.")
            yield Problem(RULE, place, "stretch_of", message, fix=RULE.tip)
