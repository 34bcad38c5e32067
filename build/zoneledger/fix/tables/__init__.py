"""Repairs of a table as a whole, one a module: each has a ``RULE`` and a ``mend``, which works on the sheet."""

from __future__ import annotations

from typing import Protocol

from zoneledger.fix.sheet import Sheet
from zoneledger.fix.tables import (
    blank_columns,
    blank_rows,
    column_order,
    emptied_columns,
    encoding_losses,
    header_names,
    plan_column,
    rewritten_marks,
    row_order,
)
from zoneledger.problems import Rule


class TableRepair(Protocol):
    """What each module of this package offers."""

    RULE: Rule

    def mend(self, sheet: Sheet) -> None:
        """Puts right what is certain and notes it on the sheet, as well as what is left."""


#: What gives every line the schema's columns; before these have run, cells have no names.
SHAPES: tuple[TableRepair, ...] = (blank_columns, blank_rows, header_names, plan_column)
#: What is judged by a whole column, before its cells are looked at one by one, and after.
BEFORE_CELLS: tuple[TableRepair, ...] = (encoding_losses, rewritten_marks)
AFTER_CELLS: tuple[TableRepair, ...] = (blank_rows, emptied_columns, column_order, row_order)
