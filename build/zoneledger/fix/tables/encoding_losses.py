"""Characters that GBK cannot write and a spreadsheet saved as question marks."""

from __future__ import annotations

from zoneledger.check.characters import FORM
from zoneledger.fix.sheet import Sheet
from zoneledger.problems import Rule, Text

RULE = Rule(
    "spreadsheet-lost-character",
    Text("没有字符变成问号", "No character became a question mark"),
    Text("对照原文，把问号换回原来的字。", "Put the character of the source back where the question mark is."),
    FORM.severity,
)


def mend(sheet: Sheet) -> None:
    """Restores a cell that is the committed one but for question marks where GBK has no character."""
    if not sheet.from_spreadsheet:
        return
    for line, row in sheet.known():
        for column, cell in sheet.cells(line).items():
            before = row[column]
            if "?" in cell and cell != before and before.encode("gbk", "replace").decode("gbk") == cell.strip():
                sheet.set(line, column, before)
                message = Text("问号原是 GBK 没有的字符，据上次提交复原。", "GBK has no such character; as committed.")
                sheet.done(RULE, line.number, message, (column, cell, before))
