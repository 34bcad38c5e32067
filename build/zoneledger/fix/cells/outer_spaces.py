"""Spaces at the ends of a cell."""

from __future__ import annotations

from zoneledger.check.characters import SPACES as RULE
from zoneledger.fix.findings import Answer, Cell, Mended

__all__ = ["RULE", "mend"]


def mend(cell: Cell) -> Answer:
    """Drops outer spaces, full-width and non-breaking ones too; inside the text they stay."""
    stripped = cell.value.strip()
    return None if stripped == cell.value else Mended(stripped)
