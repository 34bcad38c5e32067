"""Ids and codes: what a spreadsheet or a word processor does to them, undone where the schema leaves one form."""

from __future__ import annotations

import re
import unicodedata

from zoneledger.check.cell_pattern import fits
from zoneledger.check.forms import PATTERN as RULE
from zoneledger.check.spreadsheet import takes_dates
from zoneledger.fix.findings import Answer, Cell, Doubt, Mended
from zoneledger.problems import Text

__all__ = ["RULE", "mend"]

_QUOTES = re.compile("[\"'“”‘’「」『』′″]")
_DASHES = re.compile("[\u2010-\u2015\u2212\uff0d]")


def mend(cell: Cell) -> Answer:
    """Full width, curly quotes, dashes, capitals, a trailing .0 or thousands separators, where the pattern forbids them."""
    pattern = cell.field.constraints.get("pattern")
    if not cell.value or pattern is None or takes_dates(cell.field) or fits(pattern, cell.value):
        return None
    plain = _DASHES.sub("-", _QUOTES.sub("", unicodedata.normalize("NFKC", cell.value))).strip()
    for candidate in (plain, plain.lower(), re.sub(r"\.0+$", "", plain), plain.replace(",", "")):
        if fits(pattern, candidate):
            return Mended(candidate)
    digits = re.fullmatch(r"\\d\{(\d+)\}", pattern)
    if digits and re.fullmatch(r"[0-9]+", plain) and len(plain) < int(digits[1]):
        wanted = digits[1]
        return Doubt(
            Text(
                f"代码应有 {wanted} 位，这里只有 {len(plain)} 位：表格软件会去掉开头的零，也可能漏了数字。",
                f"The code has {wanted} digits, here are {len(plain)}: a spreadsheet drops leading zeros, "
                "or a digit is missing.",
            )
        )
    return None
