"""Repairs of one cell, one a module: each has a ``RULE`` and a ``mend``, which answers for one cell."""

from __future__ import annotations

from typing import Protocol

from zoneledger.fix.cells import (
    booleans,
    codes,
    dates,
    error_marks,
    hidden_characters,
    numbers,
    outer_spaces,
    scientific,
    turned_into_dates,
    unicode_form,
)
from zoneledger.fix.findings import Answer, Cell
from zoneledger.problems import Rule


class CellRepair(Protocol):
    """What each module of this package offers."""

    RULE: Rule

    def mend(self, cell: Cell) -> Answer:
        """The cell put right, a doubt, or None where the repair has nothing to say."""


#: In the order in which they look at a cell: characters first, then what the column asks for.
REPAIRS: tuple[CellRepair, ...] = (
    unicode_form,
    hidden_characters,
    outer_spaces,
    error_marks,
    scientific,
    numbers,
    booleans,
    dates,
    codes,
    turned_into_dates,
)
