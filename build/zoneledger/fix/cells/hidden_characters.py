"""Characters that have no width and no business in a cell."""

from __future__ import annotations

import re

from zoneledger.check.characters import HIDDEN as RULE
from zoneledger.fix.findings import Answer, Cell, Doubt, Mended
from zoneledger.problems import Text

__all__ = ["RULE", "mend"]

#: Without width and without effect on what stands beside them.
_EMPTY = re.compile("[\u00ad\u200b\u2060\ufeff]")
_BREAK = re.compile("[\t\n\v\f\r\u0085\u2028\u2029]")


def mend(cell: Cell) -> Answer:
    """Deletes what is empty; a line break inside a cell is told, for it may part two values or none."""
    cleaned = _EMPTY.sub("", cell.value)
    if cleaned != cell.value:
        return Mended(cleaned)
    if _BREAK.search(cell.value.strip()):
        return Doubt(
            Text(
                "单元格内有换行或制表符，无法断定该删去还是换成标点。",
                "There is a line break or tab inside the cell; whether to drop it or write a mark instead is open.",
            )
        )
    return None
