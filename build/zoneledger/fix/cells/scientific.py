"""Numbers in scientific notation: ``1E+05`` is a hundred thousand, ``3.60E+05`` may have been any of a thousand numbers."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from zoneledger.check.cell_pattern import fits
from zoneledger.check.spreadsheet import SCIENTIFIC
from zoneledger.fix.findings import Answer, Cell, Doubt, Mended
from zoneledger.problems import Rule, Text

RULE = Rule(
    "spreadsheet-scientific",
    Text("数字与代码不用科学记数", "Numbers and codes are not in scientific notation"),
    Text("照原文写出全部数位。", "Write all digits from the source."),
)


def mend(cell: Cell) -> Answer:
    """Writes a number out where no digit can have been lost.

    Spreadsheets round to the decimals they show, so ``3.60E+05`` in their notation is certain only where the committed
    number is the same. A whole mantissa, and the shortest exact form that programs write with a small ``e``, are taken
    at their word unless the committed number shows that it was rounded. A code is no number: it is only explained.
    """
    found = SCIENTIFIC.fullmatch(cell.value)
    if not found:
        return None
    value, decimals = Decimal(cell.value), found["decimals"] or ""
    if cell.field.type in ("number", "integer"):
        committed = _number(cell.committed)
        rounded_from = committed is not None and committed != value and _rounded(committed, len(decimals)) == value
        exact = not decimals or (found["e"] == "e" and not decimals.endswith("0"))
        if value == committed or (exact and not rounded_from):
            return _written(value, cell)
    elif _fits(cell) and (cell.value == cell.committed or _number(cell.committed) is None):
        return None  # prose may speak of 1E5: only a code, or what was a number before, is suspect
    plain = format(value, "f")
    return Doubt(
        Text(
            f"表格软件把它写成了科学记数，其余数位已丢；可能是 {plain}，也可能是与之相近的数。",
            f"A spreadsheet wrote it in scientific notation and dropped digits: {plain}, or something near it.",
        )
    )


def _fits(cell: Cell) -> bool:
    pattern = cell.field.constraints.get("pattern")
    return pattern is None or fits(pattern, cell.value)


def _written(value: Decimal, cell: Cell) -> Answer:
    plain = format(value, "f")
    plain = plain.rstrip("0").rstrip(".") if "." in plain else plain
    return Mended(plain) if cell.field.type == "number" or "." not in plain else None


def _number(text: str | None) -> Decimal | None:
    try:
        return Decimal(text) if text else None
    except ArithmeticError:
        return None


def _rounded(value: Decimal, decimals: int) -> Decimal:
    """The value with as many digits as the notation showed: one and its decimals."""
    return value.quantize(Decimal(1).scaleb(value.adjusted() - decimals), ROUND_HALF_UP) if value else value
