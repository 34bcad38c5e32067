"""Canonical row order: a warning with the fix, never a reason to refuse a correct fact."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import pairwise

from zoneledger.catalogue import Field, Table, TableSchema
from zoneledger.catalogue.decoding import run_fix
from zoneledger.problems import Problem, Rule, Severity, Text

RULE = Rule(
    "canonical-row-order",
    Text("行按主键排列", "Rows are in the order of their key"),
    Text("运行 zoneledger fix。", "Run zoneledger fix."),
    Severity.WARNING,
    why=Text(
        "按编号排列，新行放在哪里不用商量，两人同时添行也少冲突。",
        "In order of id there is no question where a new row goes, and two people adding rows collide less often.",
    ),
)

#: Of numbers in a key, ``m99`` stands before ``m100``; everything else is in the order of its code points.
KeyPart = tuple[str, int, str]


def row_key(schema: TableSchema) -> Callable[[Mapping[str, str]], tuple[KeyPart, ...]]:
    """What the rows of a table's file are sorted by: its primary key, without what is not in the file.

    Args:
        schema: the table's rules.
    """
    fields = [schema.by_name[column] for column in schema.primary_key if not schema.by_name[column].derived]
    return lambda cells: tuple(_part(cells.get(field.name, ""), field) for field in fields)


def counted(field: Field) -> bool:
    """Whether a column of a key is sorted by the number at its end."""
    return field.type == "integer" or str(field.constraints.get("pattern", "")).endswith(",}")


def _part(cell: str, field: Field) -> KeyPart:
    match = re.fullmatch(r"(.*?)([0-9]{1,18})", cell) if counted(field) else None
    return (match[1], int(match[2]), cell) if match else (cell, 0, "")


def lint(tables: Iterable[Table]) -> Iterator[Problem]:
    """The first row of each file that stands before a smaller key."""
    for table in tables:
        key = row_key(table.schema)
        columns = [column for column in table.schema.primary_key if not table.schema.by_name[column].derived]
        told: set[str] = set()
        for before, record in pairwise(table.records):
            if before.file != record.file or record.file in told:
                continue
            if key(record.cells) < key(before.cells):
                told.add(record.file)
                # the first part of the key in which the two differ says why
                column = next(name for name in columns if record.cells[name] != before.cells[name])
                message = Text(f"它应在 {before.cells[column]} 之前。", f"It belongs before {before.cells[column]}.")
                fix = run_fix(record.file)
                yield Problem(RULE, record.place(columns[0]), record.cells[column], message, fix=fix)
