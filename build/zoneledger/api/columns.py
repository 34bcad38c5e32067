"""What each column becomes in JSON: told from its Table Schema alone, so that a new column needs no line here."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from zoneledger import edtf
from zoneledger.api.encoding import NULL, Json, encode, members, string, strings
from zoneledger.catalogue import Field

#: How ``zoneledger check`` lets a number be written, which is also JSON's way: the cell's characters are the number.
NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")

#: Several values of one cell are separated by this.
SEPARATOR = "|"

# What the schemas' patterns say of such cells: a digit that may be blanked, an interval's stroke, an escaped separator.
_BLANKED, _INTERVAL, _LISTED = r"\d{3}X", "/", r"(?:\|"


@dataclass(frozen=True)
class Kind:
    """A way to write the cells of a column.

    Args:
        name: as ``tables.json`` calls it.
        encode: a filled cell as JSON.
        empty: an empty cell as JSON.
    """

    name: str
    encode: Callable[[str], Json]
    empty: Json = NULL

    def column(self, cells: Sequence[str]) -> list[str]:
        """Cells as JSON."""
        if self.encode is string:
            return [quoted if text else self.empty for text, quoted in zip(cells, strings(cells), strict=True)]
        known = {text: self.encode(text) if text else self.empty for text in set(cells)}
        return [known[text] for text in cells]


def _number(cell: str) -> Json:
    if not NUMBER.fullmatch(cell):
        raise ValueError(f"not a plainly written number: {cell!r}")
    return Json(cell)


def _boolean(cell: str) -> Json:
    return Json("true" if cell == "true" else "false")


@lru_cache(maxsize=4096)
def _date(cell: str) -> Json:
    first, last = _days(cell)
    return members((("edtf", string(cell)), ("year", _year(cell)), ("first_day", first), ("last_day", last)))


@lru_cache(maxsize=4096)
def _period(cell: str) -> Json:
    start, end = edtf.interval_start(cell), edtf.interval_end(cell)
    return members(
        (
            ("edtf", string(cell)),
            ("first_year", _year(start)),
            ("last_year", _year(end)),
            ("first_day", _days(start)[0]),
            ("last_day", _days(end)[1]),
        )
    )


def _year(date: str) -> Json:
    return Json(int(year)) if (year := edtf.year_of(date)) else NULL


def _days(date: str) -> tuple[Json, Json]:
    """First and last day of a date; unknown where a digit is blanked, for 20XX would seem to last a century."""
    if edtf.is_redacted(date):
        return NULL, NULL
    return string(edtf.earliest(date)), string(edtf.latest(date))


def _list(cell: str) -> Json:
    return encode(cell.split(SEPARATOR))


TEXT = Kind("text", string)
CODE = Kind("code", string)
NUMBER_KIND = Kind("number", _number)
INTEGER = Kind("integer", _number)
BOOLEAN = Kind("boolean", _boolean)
DATE = Kind("date", _date)
PERIOD = Kind("period", _period)
LIST = Kind("list", _list, Json("[]"))

_TYPES = {"number": NUMBER_KIND, "integer": INTEGER, "boolean": BOOLEAN}


def kind_of(field: Field) -> Kind:
    """How a column's cells are written.

    Args:
        field: the column as its schema describes it.

    Raises:
        KeyError: a type that no table has used so far.
    """
    pattern = str(field.constraints.get("pattern", ""))
    if field.type != "string":
        return _TYPES[field.type]
    if field.enum:
        return CODE
    if _BLANKED in pattern:
        return PERIOD if _INTERVAL in pattern else DATE
    return LIST if _LISTED in pattern else TEXT


def item_pattern(field: Field) -> str:
    """The pattern of one value of a list's cell."""
    return str(field.constraints["pattern"]).partition(_LISTED)[0]
