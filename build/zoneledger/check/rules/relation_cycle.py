"""Relations between targets never lead back to their start."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise

from zoneledger.catalogue import Catalogue, Row
from zoneledger.check.scope import Scope
from zoneledger.problems import Place, Problem, Rule, Text

RULE = Rule(
    "relation-cycle",
    Text("目标关系不成环", "Relations between targets have no cycle"),
    Text("删去或调转其中一条关系。", "Delete or turn round one of the relations."),
    why=Text(
        "甲属于乙、乙又属于甲，合计时就会没完没了。",
        "If A is part of B and B part of A, no sum can be taken.",
    ),
)
SCOPE = Scope.PLAN


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """One problem a cycle, at the relation that closes it; a target related to itself is a cycle too."""
    rows: dict[tuple[str, str], Row] = {}
    graphs: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for row in catalogue.rows("target_relations"):
        start, end = row.text("from_target_id"), row.text("to_target_id")
        rows[(start, end)] = row
        graphs[row.text("plan_id")][start].add(end)
    for graph in graphs.values():
        try:
            TopologicalSorter(graph).prepare()
        except CycleError as error:
            cycle = error.args[1]
            edge = next(pair for pair in pairwise(cycle) if pair in rows or pair[::-1] in rows)
            row = rows.get(edge) or rows[edge[::-1]]
            listed = " → ".join(reversed(cycle))
            message = Text(f"关系成环：{listed}", f"The relations form a cycle: {listed}")
            yield Problem(
                RULE, Place(row.file, row.line, "to_target_id"), row.text("to_target_id"), message, fix=RULE.tip
            )
