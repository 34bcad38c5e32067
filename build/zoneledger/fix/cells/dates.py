"""Dates that a spreadsheet turned round: 2022/6/15 is certain, 2022/6/1 may have been June 2022."""

from __future__ import annotations

import re
import unicodedata

from zoneledger.check.cell_pattern import fits
from zoneledger.check.spreadsheet import date_readings, decided, takes_dates
from zoneledger.fix.findings import Answer, Cell, Doubt, Mended
from zoneledger.problems import Rule, Text

RULE = Rule(
    "spreadsheet-date",
    Text("日期用 2022、2022-06 或 2022-06-15 的写法", "Dates are written 2022, 2022-06 or 2022-06-15"),
    Text(
        "照原文写：只有年就写年，只有年月就写年月。", "Follow the source: the year alone, or the month alone, where it says no more."
    ),
)


def mend(cell: Cell) -> Answer:
    """The one reading that fits the column; where several do, the one that was committed last, or none."""
    pattern = str(cell.field.constraints.get("pattern", r"\d{4}-\d\d-\d\d"))
    if not cell.value or not takes_dates(cell.field) or fits(pattern, cell.value):
        return None
    plain = unicodedata.normalize("NFKC", cell.value).strip()
    if fits(pattern, plain) or re.fullmatch(r"[0-9]{4}\.0+", plain):
        return Mended(plain.partition(".")[0])
    readings = [reading for reading in date_readings(plain) if "*" in reading or fits(pattern, reading)]
    if not readings:
        return None
    settled = decided(readings, cell.committed)
    if settled is not None:
        return Mended(settled)
    shown = [reading.replace("*", "????") for reading in readings]
    return Doubt(
        Text("表格软件改写了日期，可以有几种读法。", "A spreadsheet rewrote the date; it can be read in several ways."),
        Text("、".join(shown), ", ".join(shown)),
    )
