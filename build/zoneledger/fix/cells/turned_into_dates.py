"""Document numbers and printed marks that a spreadsheet took for dates: ``2-1`` becomes ``2月1日`` or ``1-Feb``."""

from __future__ import annotations

from zoneledger.check.spreadsheet import CHINESE_DATE, ENGLISH_DATE, takes_dates
from zoneledger.fix.findings import Answer, Cell, Doubt
from zoneledger.problems import Rule, Text

RULE = Rule(
    "spreadsheet-turned-into-date",
    Text("文号、序号与位置没有被改成日期", "Document numbers, marks and locators were not turned into dates"),
    Text("照原文重新填写文号或序号。", "Fill the number or mark in again from the source."),
)

#: Columns of numbers and marks, where a Chinese date is no text of its own.
MARKS = ("doc_number", "number_printed", "locator", "anchor_locator")


def mend(cell: Cell) -> Answer:
    """Tells of it; which of ``2-1``, ``2/1`` and ``2.1`` stood there is lost."""
    if cell.field.type != "string" or takes_dates(cell.field) or cell.value == cell.committed:
        return None
    if ENGLISH_DATE.fullmatch(cell.value) or (cell.field.name in MARKS and CHINESE_DATE.fullmatch(cell.value)):
        return Doubt(
            Text(
                "表格软件把编号当作日期改写了，原来的写法已不在。",
                "A spreadsheet took the number for a date and rewrote it; how it was written is lost.",
            )
        )
    return None
