"""Strict forms of numbers, booleans and patterns, where Frictionless is lenient.

It takes full-width digits, ``1_000``, ``NaN`` and ``2024-1-5``, and lets a pattern ``A|B`` match ``Ax``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from zoneledger.catalogue import Catalogue, Field
from zoneledger.problems import Problem, Rule, Severity, Text

FORM = Rule(
    "cell-form",
    Text("数字、布尔值和日期只用一种写法", "Numbers, booleans and dates are written one way"),
    Text("数字用半角，不加千分位、下划线或单位。", "Write numbers in half-width digits without separators or units."),
)
PATTERN = Rule(
    "cell-pattern",
    Text("文字符合该列的格式", "Text fits its column's pattern"),
    Text("对照数据字典中该列的格式改写。", "Rewrite it after the column's pattern in the data dictionary."),
)
CANONICAL = Rule(
    "canonical-number",
    Text("数字不带多余的零", "A number has no needless zeros"),
    Text("用右边的写法替换。", "Replace it by the form shown."),
    Severity.WARNING,
)

STRICT = {
    "integer": re.compile(r"-?(?:0|[1-9][0-9]{0,15})"),
    "number": re.compile(r"-?(?:0|[1-9][0-9]{0,15})(?:\.[0-9]{1,12})?"),
    "boolean": re.compile(r"true|false"),
    "date": re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"),
}
EXAMPLES = {
    "integer": Text("整数，如 12", "a whole number, e.g. 12"),
    "number": Text("数字，如 2.5 或 5000", "a number, e.g. 2.5 or 5000"),
    "boolean": Text("true 或 false", "true or false"),
    "date": Text("日期，如 2020-05-17", "a date, e.g. 2020-05-17"),
}


def lint(catalogue: Catalogue) -> Iterator[Problem]:
    """Problems with the form of any cell; column by column, each distinct value judged once."""
    for table in catalogue.tables.values():
        for field in table.schema.fields:
            if field.derived:
                continue
            judged: dict[str, list[tuple[Rule, Text, Text, Text]]] = {}
            for record in table:
                cell = record.cells[field.name]
                if cell not in judged:
                    judged[cell] = list(judge(cell, field)) if cell else []
                for rule, message, allowed, fix in judged[cell]:
                    yield Problem(rule, record.place(field.name), cell, message, allowed, fix)


def judge(cell: str, field: Field) -> Iterator[tuple[Rule, Text, Text, Text]]:
    """What is wrong with the form of one filled cell: rule, message, what is allowed, what to type."""
    strict = STRICT.get(field.type)
    if strict is not None and not strict.fullmatch(cell):
        yield FORM, Text("写法不对。", "Wrong form."), EXAMPLES[field.type], _suggest(cell, field.type)
    elif field.type == "number" and "." in cell and cell.endswith(("0", ".")):
        plain = cell.rstrip("0").rstrip(".")
        yield CANONICAL, Text("小数末尾有多余的零。", "Needless zeros at the end."), Text(plain, plain), _write(plain)
    pattern = field.constraints.get("pattern")
    if pattern is not None and not re.fullmatch(pattern, cell):
        meant = field.description
        allowed = Text(f"{meant.zh}（格式 {pattern}）", f"{meant.en} (pattern {pattern})")
        yield PATTERN, Text("不符合格式。", "It does not fit the pattern."), allowed, PATTERN.tip


def _suggest(cell: str, kind: str) -> Text:
    """The strict form of a lenient one, where only one can be meant."""
    plain = unicodedata.normalize("NFKC", cell).strip().replace(",", "").replace("_", "")
    if kind == "boolean":
        plain = plain.lower()
    if kind == "date" and (found := re.fullmatch(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", plain)):
        plain = f"{found[1]}-{int(found[2]):02d}-{int(found[3]):02d}"
    return _write(plain) if STRICT[kind].fullmatch(plain) else FORM.tip


def _write(plain: str) -> Text:
    return Text(f"改为 {plain}", f"Write {plain}")
