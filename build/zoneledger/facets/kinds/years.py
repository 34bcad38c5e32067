"""By the year in which targets and dated tasks fall due; what has no year, or a blanked one, is filed together."""

from __future__ import annotations

from zoneledger.catalogue import Catalogue, Row
from zoneledger.edtf import year_of
from zoneledger.facets.kind import Filer, Kind
from zoneledger.problems import Text

#: The value of what has no year; the explorer's name for it as well.
NO_YEAR = "none"


def _value(row: Row) -> str:
    return year_of(row.text("due")) or NO_YEAR


def _names(catalogue: Catalogue) -> dict[str, Text]:
    """The years that occur, in order, and what has none."""
    years = {_value(row) for table in _TABLES for row in catalogue.rows(table)}
    names = {year: Text(f"{year}年", year) for year in sorted(years - {NO_YEAR})}
    return names | ({NO_YEAR: Text("没有年份", "no year")} if NO_YEAR in years else {})


_TABLES: dict[str, Filer] = dict.fromkeys(("targets", "milestones"), lambda _: lambda row: [_value(row)])

KIND = Kind("years", _names, _TABLES, {"targets": "due_year"})
