"""Text into Unicode form NFC."""

from __future__ import annotations

import unicodedata

from zoneledger.check.characters import FORM as RULE
from zoneledger.fix.findings import Answer, Cell, Mended

__all__ = ["RULE", "mend"]


def mend(cell: Cell) -> Answer:
    """Composes what came apart, as file names of a Mac do; it looks the same."""
    composed = unicodedata.normalize("NFC", cell.value)
    return None if composed == cell.value else Mended(composed)
