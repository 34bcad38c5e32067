"""Rows into the order of their key."""

from __future__ import annotations

from zoneledger.check.order import RULE, row_key
from zoneledger.fix.sheet import Sheet
from zoneledger.problems import Text

__all__ = ["RULE", "mend"]


def mend(sheet: Sheet) -> None:
    """Sorts; rows of one key keep their order, for one of them is to be renumbered by hand."""
    key = row_key(sheet.schema)
    ordered = sorted(sheet.lines, key=lambda line: key(sheet.cells(line)))
    first = next((old for old, new in zip(sheet.lines, ordered, strict=True) if old is not new), None)
    if first is not None:
        sheet.lines = ordered
        sheet.done(RULE, first.number, Text("从此行起，行已按主键排列。", "From this line on, put the rows into key order."))
