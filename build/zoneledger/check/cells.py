"""Frictionless reads every cell by its schema: it is the judge of types and constraints.

Keys are left to ``keys.py``: a type error in a key column would otherwise cascade into false key errors,
and Frictionless ignores ``uniqueKeys``.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from typing import Any

from frictionless import Resource

from zoneledger.catalogue import Catalogue, Field, Table
from zoneledger.check import descriptors
from zoneledger.check.forms import EXAMPLES, FORM, STRICT
from zoneledger.problems import Place, Problem, Rule, Text

REQUIRED = Rule(
    "cell-required",
    Text("必填的列不能空", "A required column is filled"),
    Text(
        "按原文填写；原文没有就说明该行为何存在。",
        "Fill it from the source; if the source has nothing, ask why the row exists.",
    ),
)
ENUM = Rule(
    "cell-enum",
    Text("取值在该列的清单之内", "The value is one of the column's list"),
    Text("从清单中选一个。", "Choose one from the list."),
)
BOUND = Rule(
    "cell-bound",
    Text("数值与长度在界限之内", "Numbers and lengths keep within their bounds"),
    Text("检查数值；原文片段取最短的一段。", "Check the value; take the shortest stretch of the source."),
)
LIMIT = Rule(
    "too-many-errors",
    Text("同一张表的错误不超过上限", "A table has fewer errors than can be listed"),
    Text("先改正已列出的错误，再运行一次。", "Mend the listed ones first, then run again."),
)

# Frictionless stops counting at its limit without a word; one more than we show tells us that it did.
MOST = 100_000


def validate(catalogue: Catalogue) -> Iterator[Problem]:
    """Problems that Frictionless finds in any cell, worded and placed by physical line."""
    for table in catalogue.tables.values():
        if table.records:
            yield from _table(table)


def _table(table: Table) -> Iterator[Problem]:
    columns = table.schema.columns
    data = [list(columns), *([record.cells[column] for column in columns] for record in table)]
    schema = descriptors.plain_schema(field.descriptor for field in table.schema.fields if not field.derived)
    resource = Resource(name=table.schema.name, data=data, schema=schema)
    report = resource.validate(limit_errors=MOST + 1)
    errors = [error for task in report.tasks for error in task.errors]
    for error in errors[:MOST]:
        row_number, column = getattr(error, "row_number", 0), getattr(error, "field_name", "")
        if not row_number or column not in table.schema.by_name:
            message = Text(f"Frictionless 不接受：{error.note}", f"Frictionless refuses it: {error.note}")
            yield Problem(descriptors.RULE, Place(f"schemas/{table.schema.name}.json"), "", message)
            continue
        # row 1 of the data is the header, so the first record is row 2
        record = table.records[row_number - 2]
        worded = _worded(error, table.schema.by_name[column], record.cells[column])
        if worded is not None:
            rule, message, allowed, fix = worded
            yield Problem(rule, record.place(column), record.cells[column], message, allowed, fix)
    if len(errors) > MOST:
        message = Text(f"只列出前 {MOST} 个错误。", f"Only the first {MOST} errors are listed.")
        yield Problem(LIMIT, Place(table.schema.name), str(len(errors)), message, fix=LIMIT.tip)


def _worded(error: Any, field: Field, cell: str) -> tuple[Rule, Text, Text, Text] | None:
    """A Frictionless error in our words; None where ``forms.py`` has already said the same more precisely."""
    if error.type == "type-error":
        if not STRICT[field.type].fullmatch(cell):
            return None
        return FORM, Text("Frictionless 读不了。", "Frictionless cannot read it."), EXAMPLES[field.type], FORM.tip
    named = re.match(r'constraint "(\w+)"', error.note)
    kind = named[1] if named else ""
    if kind == "required":
        return REQUIRED, Text("这一格不能空。", "This cell must be filled."), field.description, REQUIRED.tip
    if kind == "enum":
        return ENUM, Text("不在清单之内。", "It is not on the list."), _listed(field), _nearest(cell, field)
    if kind == "pattern":
        return None
    limit = str(field.constraints.get(kind, ""))
    allowed = Text(f"{kind} {limit}", f"{kind} {limit}")
    return BOUND, Text("超出界限。", "It is out of bounds."), allowed, BOUND.tip


def _listed(field: Field) -> Text:
    zh = "、".join(f"{value}（{field.label(value).zh}）" for value in field.enum)
    return Text(zh, ", ".join(f"{value} ({field.label(value).en})" for value in field.enum))


def _nearest(cell: str, field: Field) -> Text:
    by_label = {label: value for value in field.enum for label in field.label(value)}
    near = difflib.get_close_matches(cell, [*field.enum, *by_label], 1)
    if not near:
        return ENUM.tip
    value = by_label.get(near[0], near[0])
    return Text(f"改为 {value}", f"Write {value}")
