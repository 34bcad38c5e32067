"""Numbers in their one strict form: half-width digits, no separators, no needless zeros."""

from __future__ import annotations

import re
import unicodedata

from zoneledger.check.forms import FORM as RULE
from zoneledger.check.forms import STRICT
from zoneledger.fix.findings import Answer, Cell, Doubt, Mended
from zoneledger.problems import Text

__all__ = ["COMMA", "RULE", "mend"]

_GROUPED = re.compile(r"-?[0-9]{1,3}(?:([,' \u202f\u00a0’])[0-9]{3})(?:\1[0-9]{3})*(?:\.[0-9]+)?")
_DECIMAL_COMMA = re.compile(r"-?[0-9]+(?:\.[0-9]{3})*,[0-9]+")


#: Two readings; what separates the cells of the file is evidence for one of them.
COMMA = Doubt(
    Text("逗号可能是千分位，也可能是小数点。", "The comma may separate thousands or stand for the decimal point.")
)
PERCENT = Doubt(
    Text(
        "百分数：是单位为 % 的数值，还是表格软件显示的小数，无法断定。",
        "A percentage: whether the number is meant with the unit %, or is a fraction shown so, cannot be told.",
    )
)


def mend(cell: Cell) -> Answer:
    """Rewrites a number that can be read one way only; explains one that can be read two ways."""
    if cell.field.type not in ("number", "integer") or not cell.value:
        return None
    plain = _half_width(cell.value).removeprefix("'").removeprefix("+").replace("\u2212", "-")
    if re.fullmatch(r"-?[0-9.]+%", plain):
        return PERCENT
    number = _without_separators(plain, cell.delimiter)
    if number is not None and re.fullmatch(r"-?[0-9]+(?:\.[0-9]*)?|-?\.[0-9]+", number):
        strict = _strict(number)
        if STRICT[cell.field.type].fullmatch(strict):
            return Mended(strict) if strict != cell.value else None
    return COMMA if re.fullmatch(r"-?[0-9][0-9.]*,[0-9.,]*", plain) else None


def _without_separators(plain: str, delimiter: str) -> str | None:
    """The number without separators of thousands and with a decimal point; None where that is open."""
    if delimiter != ",":
        # A file whose commas do not separate cells may have decimal commas: 1,200 is twelve hundred or one and a fifth.
        if re.fullmatch(r"-?[0-9]{1,3},[0-9]{3}", plain):
            return None
        if _DECIMAL_COMMA.fullmatch(plain):
            return plain.replace(".", "").replace(",", ".")
    return re.sub(r"[,' \u202f\u00a0’]", "", plain) if _GROUPED.fullmatch(plain) else plain


def _half_width(text: str) -> str:
    """Digits, points, commas and signs of full width to half width; units such as 亿 stay and make it no number."""
    return "".join(unicodedata.normalize("NFKC", char) if "！" <= char <= "～" else char for char in text)


def _strict(plain: str) -> str:
    sign = "-" if plain.startswith("-") else ""
    whole, _, fraction = plain.removeprefix("-").partition(".")
    fraction = fraction.rstrip("0")
    return sign + (whole.lstrip("0") or "0") + (f".{fraction}" if fraction else "")
