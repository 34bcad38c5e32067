"""Canonical row order: a warning with the fix, never a reason to refuse a correct fact."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from zoneledger.catalogue import Catalogue
from zoneledger.problems import Problem, Rule, Severity, Text

RULE = Rule(
    "canonical-row-order",
    Text("行按主键排列", "Rows are in the order of their key"),
    Text("把该行移到主键次序所在之处。", "Move the row to where its key belongs."),
    Severity.WARNING,
)


def lint(catalogue: Catalogue) -> Iterator[Problem]:
    """The first row of each file that stands before a smaller key."""
    for table in catalogue.tables.values():
        columns = [column for column in table.schema.primary_key if not table.schema.by_name[column].derived]
        told: set[str] = set()
        for before, record in pairwise(table.records):
            if before.file != record.file or record.file in told:
                continue
            earlier, later = ([r.cells[column] for column in columns] for r in (before, record))
            if later < earlier:
                told.add(record.file)
                message = Text(f"它应在 {earlier[0]} 之前。", f"It belongs before {earlier[0]}.")
                yield Problem(RULE, record.place(columns[0]), later[0], message, fix=RULE.tip)
