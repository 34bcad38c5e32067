"""Printed marks that a spreadsheet took for numbers: ``1.`` becomes 1, ``(1)`` becomes -1."""

from __future__ import annotations

import re

from zoneledger.fix.sheet import Sheet
from zoneledger.problems import Rule, Text

RULE = Rule(
    "spreadsheet-rewritten-mark",
    Text("序号等文字没有被改成数字", "Marks and other text were not turned into numbers"),
    Text("照原文重新填写序号，如“1.”“(1)”。", "Fill the mark in again as printed: “1.”, “(1)”."),
)


def rewritten(text: str) -> str:
    """What a spreadsheet makes of a text that looks like a number; the text itself where it lets it stand."""
    if found := re.fullmatch(r"\(([0-9]+)\)", text):
        return f"-{int(found[1])}"
    if re.fullmatch(r"[0-9]{1,11}\.?|[0-9]{1,11}\.[0-9]{1,9}", text):
        whole, _, fraction = text.partition(".")
        fraction = fraction.rstrip("0")
        return (whole.lstrip("0") or "0") + (f".{fraction}" if fraction else "")
    return text


def mend(sheet: Sheet) -> None:
    """Restores such cells of a text column, where a spreadsheet saved the file and rewrote the column throughout.

    By hand one mark is changed, or a few; a spreadsheet leaves none. So it is certain only where no cell that it would
    have rewritten still stands as it was committed.
    """
    if not sheet.from_spreadsheet:
        return
    known = sheet.known()
    for index, column in enumerate(sheet.header):
        if sheet.schema.by_name[column].type != "string":
            continue
        prone = [(line, row[column]) for line, row in known if rewritten(row[column]) != row[column]]
        if any(line.cells[index] == before for line, before in prone):
            continue
        for line, before in prone:
            cell = line.cells[index]
            if cell.strip() == rewritten(before):
                line.cells[index] = before
                message = Text("据上次提交复原。", "As committed last.")
                sheet.done(RULE, line.number, message, (column, cell, before))
