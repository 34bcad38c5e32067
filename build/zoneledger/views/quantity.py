"""How much: a figure with its comparator and unit."""

from __future__ import annotations

from zoneledger.catalogue import Catalogue, Row
from zoneledger.problems import NOTHING, Text
from zoneledger.views.name import enum
from zoneledger.views.number import amount, readable

#: Things that are counted are fewer or more, not lower or higher.
_COUNTED = {"ge": "不少于", "le": "不多于", "lt": "少于"}


def figure(row: Row) -> Text:
    """The value of a row in its unit's own scale; both ends of a range."""
    value, upper = row.number("value"), row.number("value_max") if "value_max" in row.values else None
    if value is None:
        return NOTHING
    low = readable(value)
    if upper is None:
        return low
    high = readable(upper)
    return Text(f"{low.zh}—{high.zh}", f"{low.en}–{high.en}")


def quantity(catalogue: Catalogue, table: str, row: Row) -> Text:
    """Comparator, value and unit of a row in words, e.g. ``不低于5000亿元``, ``at least 500 billion yuan``."""
    value = row.number("value")
    if value is None:
        return NOTHING
    words = enum(catalogue, table, "comparator", row)
    upper = row.number("value_max") if "value_max" in row.values else None
    unit = catalogue.row("units", row["unit_id"])
    figures = amount(value, unit, upper)
    if row["comparator"] in ("eq", "between"):
        return figures
    if unit is not None and unit["quantity_kind"] in ("count", "people"):
        words = Text(_COUNTED.get(row.text("comparator"), words.zh), words.en)
    return Text(words.zh + figures.zh, f"{words.en} {figures.en}")
