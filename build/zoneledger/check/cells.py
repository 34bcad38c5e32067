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
        "按原文填写；原文若无可填，先想想这一行该不该有。",
        "Fill it from the source; if the source has nothing, ask whether the row should exist.",
    ),
    why=Text(
        "这一列是读懂该行所必需的，缺了它，一行就只是半个事实。",
        "The row cannot be understood without this column; lacking it, it is half a fact.",
    ),
)
ENUM = Rule(
    "cell-enum",
    Text("取值在该列的清单之内", "The value is one of the column's list"),
    Text("从清单中选一个。", "Choose one from the list."),
    why=Text(
        "统计、图表和筛选按取值归类。同一个意思写成两个词，就会被数成两类。",
        "Counts, charts and filters go by these values. One meaning in two words would be counted as two.",
    ),
)
BOUND = Rule(
    "cell-bound",
    Text("数值与长度在界限之内", "Numbers and lengths keep within their bounds"),
    Text(
        "核对原文，把数值或文字改到界限之内。", "Compare with the source and bring the value or text within the bounds."
    ),
    why=Text(
        "次序从 1 起，比例不会是负数，摘录不宜是整段：越界的值多半是笔误。",
        "Positions begin at 1, shares are not negative, a quotation is no paragraph: what is out of bounds is "
        "most likely a slip.",
    ),
)
LIMIT = Rule(
    "too-many-errors",
    Text("同一张表的错误不超过上限", "A table has fewer errors than can be listed"),
    Text("先改正已列出的错误，再运行一次。", "Mend the listed ones first, then run again."),
    why=Text(
        "错误成千上万时，往往是同一个原因；先改已列出的，其余多会一起消失。",
        "Thousands of errors mostly have one cause: mend those listed and the rest tend to go with them.",
    ),
)

# Frictionless stops counting at its limit without a word; one more than we show tells us that it did.
MOST = 3_000
#: From this likeness on, a word is taken for a misspelling of another.
MISSPELT = 0.8


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
            message = Text(
                "Frictionless 无法按此模式读表，其说明见“值”。",
                "Frictionless cannot read the table; its own words are the value.",
            )
            place = Place(f"schemas/{table.schema.name}.json")
            yield Problem(descriptors.RULE, place, error.note, message, fix=descriptors.RULE.tip)
            continue
        # row 1 of the data is the header, so the first record is row 2
        record = table.records[row_number - 2]
        worded = _worded(error, table.schema.by_name[column], record.cells[column])
        if worded is not None:
            rule, message, allowed, fix = worded
            yield Problem(rule, record.place(column), record.cells[column], message, allowed, fix)
    if len(errors) > MOST:
        last = table.records[max(getattr(errors[MOST], "row_number", 0) - 2, 0)]
        message = Text(
            f"{table.schema.name} 表到此处已有 {MOST} 个错误，其后不再检查。",
            f"Up to here table {table.schema.name} has {MOST} errors; what follows is not checked.",
        )
        allowed = Text(f"一张表不超过 {MOST} 个错误", f"at most {MOST} errors in a table")
        yield Problem(LIMIT, last.place(), f"> {MOST}", message, allowed, LIMIT.tip)


def _worded(error: Any, field: Field, cell: str) -> tuple[Rule, Text, Text, Text] | None:
    """A Frictionless error in our words; None where ``forms.py`` has already said the same more precisely."""
    if error.type == "type-error":
        if not STRICT[field.type].fullmatch(cell):
            return None
        message = Text("写法合规，但没有这样的数值或日期。", "Rightly written, but there is no such number or date.")
        return FORM, message, EXAMPLES[field.type], FORM.tip
    named = re.match(r'constraint "(\w+)"', error.note)
    kind = named[1] if named else ""
    if kind == "required":
        message = Text(f"“{field.title.zh}”不能空。", f"The {field.title.en} must be filled.")
        return REQUIRED, message, _meaning(field), REQUIRED.tip
    if kind == "enum":
        message = Text(f"“{field.title.zh}”没有这个取值。", f"The {field.title.en} has no such value.")
        return ENUM, message, _listed(field), _nearest(cell, field)
    if kind == "pattern":
        return None
    return _bound(kind, field.constraints.get(kind), cell)


def _bound(kind: str, limit: object, cell: str) -> tuple[Rule, Text, Text, Text]:
    """A bound in words; the schemas' linter lets no other constraint through."""
    allowed = {
        "minimum": Text(f"不小于 {limit}", f"at least {limit}"),
        "maximum": Text(f"不大于 {limit}", f"at most {limit}"),
        "minLength": Text(f"至少 {limit} 字", f"at least {limit} characters"),
        "maxLength": Text(f"至多 {limit} 字", f"at most {limit} characters"),
    }.get(kind, Text("见数据字典", "see the data dictionary"))
    if kind in ("minLength", "maxLength"):
        message = Text(f"这一格有 {len(cell)} 字。", f"The cell has {len(cell)} characters.")
        tip = Text("原文片段取最短的一段。", "Take the shortest stretch of the source.")
        return BOUND, message, allowed, tip if kind == "maxLength" else BOUND.tip
    message = (
        Text("数值太小。", "The value is too small.")
        if kind == "minimum"
        else Text("数值太大。", "The value is too large.")
    )
    return BOUND, message, allowed, BOUND.tip


def _meaning(field: Field) -> Text:
    """What belongs into a column: its list of values where it has one, else what it means."""
    return _listed(field) if field.enum else field.description


def _listed(field: Field) -> Text:
    labels = [(value, field.label(value)) for value in field.enum]
    zh = "、".join(value if label.zh == value else f"{value}（{label.zh}）" for value, label in labels)
    # all_zones says “all zones” by itself; 6 (sixth level) does not.
    told = (
        value if value.replace("_", " ").lower() == label.en.lower() else f"{value} ({label.en})"
        for value, label in labels
    )
    return Text(zh, ", ".join(told))


def _nearest(cell: str, field: Field) -> Text:
    """The value meant, where one is near: by its code or by its label in either language, whatever the case."""
    codes = {value.lower(): value for value in field.enum}
    codes |= {
        label.lower(): value for value in field.enum for label in field.label(value) if label.lower() not in codes
    }
    typed = cell.strip().lower()
    near = difflib.get_close_matches(typed, codes, 1)
    if not near:
        return ENUM.tip
    # annual is near annual_average and means something else; streched can only be stretch
    sure = difflib.SequenceMatcher(None, typed, near[0]).ratio() >= MISSPELT
    value = codes[near[0]]
    return Text(f"改为 {value}", f"Write {value}") if sure else Text(f"改为 {value}？", f"Write {value}?")
