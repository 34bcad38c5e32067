"""Booleans in lower case: spreadsheets write TRUE and FALSE."""

from __future__ import annotations

import unicodedata

from zoneledger.fix.findings import Answer, Cell, Doubt, Mended
from zoneledger.problems import Rule, Text

RULE = Rule(
    "spreadsheet-boolean",
    Text("布尔值写成 true 或 false", "A boolean is true or false"),
    Text("写成 true 或 false。", "Write true or false."),
)


def mend(cell: Cell) -> Answer:
    """Lower case where the word is there; a 1 or a yes is told, for it may be a figure from a shifted column."""
    if cell.field.type != "boolean" or cell.value in ("", "true", "false"):
        return None
    plain = unicodedata.normalize("NFKC", cell.value).strip().lower()
    if plain in ("true", "false"):
        return Mended(plain)
    return Doubt(
        Text("这里只能是 true 或 false。", "Only true or false can stand here."), Text("true、false", "true, false")
    )
