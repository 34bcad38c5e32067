"""Frictionless reads every cell by its schema: it is the judge of types and constraints.

Keys are left to ``keys.py``: a type error in a key column would otherwise cascade into false key errors,
and Frictionless ignores ``uniqueKeys``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from zoneledger.catalogue import Table
from zoneledger.catalogue.records import FileRows
from zoneledger.check import descriptors
from zoneledger.check.cell_wording import worded
from zoneledger.problems import Place, Problem, Rule, Text

LIMIT = Rule(
    "too-many-errors",
    Text("同一个文件的错误不超过上限", "A file has fewer errors than can be listed"),
    Text("先改正已列出的错误，再运行一次。", "Mend the listed ones first, then run again."),
    why=Text(
        "错误成千上万时，往往是同一个原因；先改已列出的，其余多会一起消失。",
        "Thousands of errors mostly have one cause: mend those listed and the rest tend to go with them.",
    ),
)

#: So many faults of a file are told; one more tells that there are more.
MOST = 3_000

#: A fault of a cell: the row's place in its file, the column, and what is broken, as ``cell_wording.worded`` has it.
Fault = tuple[int, str, str]


def validate(tables: Iterable[Table]) -> Iterator[Problem]:
    """Problems that Frictionless finds in any cell, worded and placed by physical line."""
    for table in tables:
        files = [read for read in table.files if read.rows]
        errors = _errors(table, files)
        if len(errors) > MOST:
            # Frictionless stops counting at its limit without a word: a limit a file asks for each file by itself
            for read in files:
                yield from _told(table, [read], _errors(table, [read]))
        elif errors:
            yield from _told(table, files, errors)


def told(table: Table, read: FileRows, faults: Sequence[Fault]) -> Iterator[Problem]:
    """The faults of one file's cells as problems, up to the limit.

    Args:
        table: the file's table.
        read: the file.
        faults: in the order of rows and columns; those beyond ``MOST`` + 1 need not be there.
    """
    for row, column, kind in faults[:MOST]:
        cell = read.rows[row][read.where[column]]
        said = worded(kind, table.schema.by_name[column], cell)
        if said is not None:
            rule, message, allowed, fix = said
            yield Problem(rule, Place(read.file, read.lines[row], column), cell, message, allowed, fix)
    if len(faults) > MOST:
        last = read.lines[faults[MOST][0]]
        message = Text(
            f"{table.schema.name} 表到此处已有 {MOST} 个错误，其后不再检查。",
            f"Up to here table {table.schema.name} has {MOST} errors; what follows is not checked.",
        )
        allowed = Text(f"一个文件不超过 {MOST} 个错误", f"at most {MOST} errors in a file")
        yield Problem(LIMIT, Place(read.file, last), f"> {MOST}", message, allowed, LIMIT.tip)


def _errors(table: Table, files: Sequence[FileRows]) -> list[Any]:
    """What Frictionless has to say of some files as one table: one error more than the limit at most."""
    columns = table.schema.columns
    data: list[list[str]] = [list(columns)]
    for read in files:
        places = [read.where[column] for column in columns]
        data += ([row[place] for place in places] for row in read.rows)
    if len(data) == 1:
        return []
    # importing it takes as long as checking a small checkout, and the screen seldom needs it
    from frictionless import Resource  # noqa: PLC0415

    schema = descriptors.plain_schema(field.descriptor for field in table.schema.fields if not field.derived)
    resource = Resource(name=table.schema.name, data=data, schema=schema)
    report = resource.validate(limit_errors=MOST + 1)
    return [error for task in report.tasks for error in task.errors]


def _told(table: Table, files: Sequence[FileRows], errors: Iterable[Any]) -> Iterator[Problem]:
    """The errors of some files as problems."""
    spots = [(read, row) for read in files for row in range(len(read.rows))]
    by_file: dict[str, list[Fault]] = {}
    for error in errors:
        number, column = getattr(error, "row_number", 0), getattr(error, "field_name", "")
        if not number or column not in table.schema.by_name:
            message = Text(
                "Frictionless 无法按此模式读表，其说明见“值”。",
                "Frictionless cannot read the table; its own words are the value.",
            )
            place = Place(f"schemas/{table.schema.name}.json")
            yield Problem(descriptors.RULE, place, error.note, message, fix=descriptors.RULE.tip)
            continue
        # row 1 of the data is the header, so the first row is number 2
        read, row = spots[number - 2]
        named = re.match(r'constraint "(\w+)"', error.note)
        kind = "type" if error.type == "type-error" else named[1] if named else ""
        by_file.setdefault(read.file, []).append((row, column, kind))
    for read in files:
        yield from told(table, read, by_file.get(read.file, []))
