"""How much: a figure with its comparator and unit."""

from __future__ import annotations

from zoneledger.catalogue import Catalogue, Row
from zoneledger.catalogue.once import once_a_row
from zoneledger.problems import NOTHING, Text
from zoneledger.views.name import enum
from zoneledger.views.number import amount, readable

#: Things that are counted are fewer or more, not lower or higher.
_COUNTED = {"ge": "不少于", "le": "不多于", "lt": "少于"}


def figure(row: Row) -> Text:
    """The value of a row in its unit's own scale; both ends of a range."""
    value, upper = row.number("value"), _upper(row)
    if value is None:
        return NOTHING
    low = readable(value)
    if upper is None:
        return low
    high = readable(upper)
    return Text(f"{low.zh}—{high.zh}", f"{low.en}–{high.en}")


def measured(catalogue: Catalogue, row: Row) -> Text:
    """The value of a row with its unit, without its comparator: ``5000亿元``, ``500 billion yuan``; a rank as a place."""
    value = row.number("value")
    if value is None:
        return NOTHING
    if _kind(row) == "rank":
        return _place(row)
    found = amount(value, catalogue.row("units", row["unit_id"]), _upper(row))
    # A rise of so many places: 名次 names a place, 位 counts them.
    return Text(f"{figure(row).zh}位", found.en) if row["unit_id"] == "rank" else found


def comparator(catalogue: Catalogue, table: str, row: Row) -> Text:
    """The comparator of a row in words; nothing where the figure stands alone."""
    if row["comparator"] in ("eq", "between") or _kind(row) == "rank":
        return NOTHING
    words = enum(catalogue, table, "comparator", row)
    # There is no more than all of it: a share of 100% or more is reached, not surpassed.
    if _kind(row) == "share" and row["comparator"] == "ge" and row["value"] == 100:
        return Text("达到", "")
    unit = catalogue.row("units", row["unit_id"])
    if unit is not None and unit["quantity_kind"] in ("count", "people", "rank"):
        return Text(_COUNTED.get(row.text("comparator"), words.zh), words.en)
    return words


def quantity(catalogue: Catalogue, table: str, row: Row) -> Text:
    """Comparator, value and unit of a row in words, e.g. ``不低于5000亿元``, ``at least 500 billion yuan``."""
    return _quantity(catalogue, row, table)


@once_a_row
def _quantity(catalogue: Catalogue, row: Row, table: str) -> Text:
    figures, words = measured(catalogue, row), comparator(catalogue, table, row)
    if not figures.zh:
        return NOTHING
    return Text(words.zh + figures.zh, f"{words.en} {figures.en}".strip())


def _place(row: Row) -> Text:
    place = figure(row)
    if row["comparator"] in ("le", "lt"):
        return Text(f"前{place.zh}名", f"among the first {place.en}")
    return Text(f"第{place.zh}名", f"place {place.en}")


def _kind(row: Row) -> str:
    # Milestones and projects have figures without a kind of value.
    return row.text("value_type") if "value_type" in row.values else ""


def _upper(row: Row) -> int | float | None:
    return row.number("value_max") if "value_max" in row.values else None
