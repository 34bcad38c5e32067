"""Values as the one text that every format can be compared by."""

from __future__ import annotations

from decimal import Decimal

from zoneledger.catalogue import Value


def canonical(value: Value) -> str:
    """A value as text: empty for None, and one text a number, however it was written.

    >>> canonical(2.50), canonical(1e-05), canonical(5000.0), canonical(True), canonical(None)
    ('2.5', '0.00001', '5000', 'true', '')
    """
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return plain(Decimal(repr(value)))


def plain(number: Decimal) -> str:
    """A number without exponent or trailing zeros."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
