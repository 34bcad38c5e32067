"""Figures of different units made comparable: the value in the base unit, and the factor that led there."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from zoneledger.catalogue import Catalogue, Row
from zoneledger.problems import NOTHING, Text
from zoneledger.units import bounds, factor
from zoneledger.views.name import bilingual
from zoneledger.views.number import scaled


@dataclass(frozen=True)
class BaseQuantity:
    """A row's figure in the base unit of its unit.

    Args:
        unit_id: the base unit; the unit itself where it is not in the list.
        unit: its symbol.
        shown: the figure with words of scale (``5000亿``, ``500 billion``); both ends of a range.
        factor: what the printed figure was multiplied by; empty where it stays as it is.
        low, high: the figure's bounds; equal unless it is a range, None where the row has no figure.
    """

    unit_id: str
    unit: Text
    shown: Text
    factor: Text
    low: Decimal | None
    high: Decimal | None


def base_quantity(catalogue: Catalogue, row: Row) -> BaseQuantity:
    """The figure of a row that has ``value`` and ``unit_id``, in base units."""
    base_id, times = factor(catalogue, row)
    low, high = bounds(catalogue, row)
    return BaseQuantity(
        unit_id=base_id,
        unit=base_unit(catalogue, row),
        shown=_range(low, high),
        factor=NOTHING if times == 1 else scaled(times),
        low=low,
        high=high,
    )


def base_unit(catalogue: Catalogue, row: Row) -> Text:
    """The symbol of the base unit of a row that has ``unit_id``; the figure itself is not looked at."""
    base_id, _ = factor(catalogue, row)
    base = catalogue.row("units", base_id)
    return bilingual(base, "symbol") if base else Text(base_id, base_id)


def _range(low: Decimal | None, high: Decimal | None) -> Text:
    if low is None or high is None:
        return NOTHING
    first, last = scaled(low), scaled(high)
    return first if low == high else Text(f"{first.zh}—{last.zh}", f"{first.en}–{last.en}")
