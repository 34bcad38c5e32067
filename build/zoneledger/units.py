"""Figures in base units: what a row's figure is multiplied by, and both of its ends."""

from __future__ import annotations

from decimal import Decimal

from zoneledger.catalogue import Catalogue, Row


def factor(catalogue: Catalogue, row: Row) -> tuple[str, Decimal]:
    """The base unit of a row's unit, and what a figure in that unit is multiplied by to reach it."""
    unit = catalogue.row("units", row["unit_id"])
    if unit is None:
        return row.text("unit_id"), Decimal(1)
    return unit.text("base_unit_id"), Decimal(str(unit["factor"]))


def in_base(catalogue: Catalogue, row: Row) -> Decimal | None:
    """The figure of a row in the base unit of its unit; the lower end of a range."""
    return bounds(catalogue, row)[0]


def bounds(catalogue: Catalogue, row: Row) -> tuple[Decimal | None, Decimal | None]:
    """Both ends of a row's figure in the base unit; the same twice where it is no range."""
    value = row.number("value")
    if value is None:
        return None, None
    upper = row.number("value_max") if "value_max" in row.values else None
    times = factor(catalogue, row)[1]
    low = Decimal(str(value)) * times
    return low, low if upper is None else Decimal(str(upper)) * times
