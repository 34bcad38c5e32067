"""What a spreadsheet writes in place of a formula's result, or of a number too wide for its column."""

from __future__ import annotations

from zoneledger.check.spreadsheet import ERROR
from zoneledger.fix.findings import Answer, Cell, Doubt
from zoneledger.problems import Rule, Text

RULE = Rule(
    "spreadsheet-error-mark",
    Text("单元格里不是表格软件的出错标记", "A cell holds no error mark of a spreadsheet"),
    Text("照原文重新填写整格。", "Fill the whole cell in again from the source."),
)


def mend(cell: Cell) -> Answer:
    """Nothing can be read from ``#NAME?`` or ``#####``."""
    if not ERROR.fullmatch(cell.value):
        return None
    return Doubt(
        Text(
            "表格软件把以 =、+、- 开头的文字当作公式，或因列太窄显示不下，原来的内容已不在。",
            "A spreadsheet took a text that begins with =, + or - for a formula, or had no room to show a number; "
            "what stood there is gone.",
        )
    )
