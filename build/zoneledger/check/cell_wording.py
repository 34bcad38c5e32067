"""What a reader of cells says, in our words: rule, message, what is allowed, what to type."""

from __future__ import annotations

import difflib

from zoneledger.catalogue import Field
from zoneledger.check.forms import EXAMPLES, FORM, STRICT
from zoneledger.problems import Rule, Text

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

#: From this likeness on, a word is taken for a misspelling of another.
MISSPELT = 0.8


def worded(kind: str, field: Field, cell: str) -> tuple[Rule, Text, Text, Text] | None:
    """A fault of a cell in our words; None where ``forms.py`` has already said the same more precisely.

    Args:
        kind: ``type``, or the name of the constraint that is broken.
        field: the cell's column.
        cell: what stands there.
    """
    if kind == "type":
        if not STRICT[field.type].fullmatch(cell):
            return None
        message = Text("写法合规，但没有这样的数值或日期。", "Rightly written, but there is no such number or date.")
        return FORM, message, EXAMPLES[field.type], FORM.tip
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
    # the values of a column of numbers are numbers
    labels = [(str(value), field.label(value)) for value in field.enum]
    zh = "、".join(value if label.zh == value else f"{value}（{label.zh}）" for value, label in labels)
    # all_zones says “all zones” by itself; 6 (sixth level) does not.
    told = (
        value if value.replace("_", " ").lower() == label.en.lower() else f"{value} ({label.en})"
        for value, label in labels
    )
    return Text(zh, ", ".join(told))


def _nearest(cell: str, field: Field) -> Text:
    """The value meant, where one is near: by its code or by its label in either language, whatever the case."""
    values = {str(value): value for value in field.enum}
    codes = {name.lower(): name for name in values}
    codes |= {
        label.lower(): name for name in values for label in field.label(values[name]) if label.lower() not in codes
    }
    typed = cell.strip().lower()
    near = difflib.get_close_matches(typed, codes, 1)
    if not near:
        return ENUM.tip
    # annual is near annual_average and means something else; streched can only be stretch
    sure = difflib.SequenceMatcher(None, typed, near[0]).ratio() >= MISSPELT
    value = codes[near[0]]
    return Text(f"改为 {value}", f"Write {value}") if sure else Text(f"改为 {value}？", f"Write {value}?")
