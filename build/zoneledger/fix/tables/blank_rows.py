"""Rows without content, which spreadsheets add at the end."""

from __future__ import annotations

from zoneledger.catalogue.reader import BLANK as RULE
from zoneledger.fix.sheet import Sheet
from zoneledger.problems import Text

__all__ = ["RULE", "mend"]


def mend(sheet: Sheet) -> None:
    """Drops them."""
    blank = [line for line in sheet.lines if not any(cell.strip() for cell in line.cells)]
    if blank:
        sheet.lines = [line for line in sheet.lines if any(cell.strip() for cell in line.cells)]
        message = Text(f"删去 {len(blank)} 个空行。", f"Dropped {len(blank)} blank row{'s' * (len(blank) != 1)}.")
        sheet.done(RULE, blank[0].number, message)
