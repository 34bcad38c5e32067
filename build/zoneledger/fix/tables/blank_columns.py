"""Columns without name and content, which spreadsheets add at the right."""

from __future__ import annotations

from zoneledger.catalogue.header import HEADER as RULE
from zoneledger.fix.sheet import Sheet
from zoneledger.problems import Text

__all__ = ["RULE", "mend"]


def mend(sheet: Sheet) -> None:
    """Drops them; a column with a name or one filled cell stays, and so do cells beyond the header that hold text."""
    width = len(sheet.header)
    for line in sheet.lines:
        if not any(cell.strip() for cell in line.cells[width:]):
            del line.cells[width:]
    blank = [
        index
        for index, name in enumerate(sheet.header)
        if not name.strip() and not any(cell.strip() for line in sheet.lines for cell in line.cells[index : index + 1])
    ]
    for index in reversed(blank):
        del sheet.header[index]
        for line in sheet.lines:
            del line.cells[index : index + 1]
    if blank:
        message = Text(f"删去 {len(blank)} 个空列。", f"Dropped {len(blank)} blank column{'s' * (len(blank) != 1)}.")
        sheet.done(RULE, 1, message)
        sheet.from_spreadsheet = True
