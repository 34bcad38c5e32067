"""Columns into the schema's order."""

from __future__ import annotations

from zoneledger.catalogue.header import COLUMN_ORDER as RULE
from zoneledger.fix.sheet import Sheet
from zoneledger.problems import Text

__all__ = ["RULE", "mend"]


def mend(sheet: Sheet) -> None:
    """Puts every line's cells into the schema's order."""
    if tuple(sheet.header) == sheet.schema.columns:
        return
    places = [sheet.header.index(name) for name in sheet.schema.columns]
    sheet.header = list(sheet.schema.columns)
    for line in sheet.lines:
        line.cells = [line.cells[place] for place in places]
    sheet.done(RULE, 1, Text("列已排成模式的次序。", "Put the columns into the schema's order."))
