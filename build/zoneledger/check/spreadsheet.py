"""Recognises what a spreadsheet program made of a cell: dates turned round, numbers rounded, formulas that failed."""

from __future__ import annotations

import calendar
import re
import unicodedata
from collections.abc import Iterator
from datetime import date, timedelta
from fnmatch import fnmatchcase

from zoneledger.catalogue import Field
from zoneledger.problems import Text

MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name}
_MONTH = "(?P<name>" + "|".join(MONTHS) + ")[a-z]*"
#: What spreadsheets write in place of a result, and of a number too wide for its column.
ERROR = re.compile(r"#(?:NAME\?|VALUE!|REF!|DIV/0!|NUM!|NULL!|N/A|SPILL!|CALC!)|Err:\d+|#{3,}")
SCIENTIFIC = re.compile(r"(?P<sign>-?)(?P<digit>[0-9])(?:\.(?P<decimals>[0-9]+))?(?P<e>[eE])(?P<power>[+-]?[0-9]{1,3})")
#: Day and month in a column of numbers or marks: ``2-Jan``, ``Jan-02``.
ENGLISH_DATE = re.compile(
    f"[0-9]{{1,4}}-{_MONTH}(?:-[0-9]{{2,4}})?|{_MONTH}-[0-9]{{2,4}}".replace("?P<name>", "?:"), re.I
)
CHINESE_DATE = re.compile(r"(?:[0-9]{4}年)?[0-9]{1,2}月[0-9]{1,2}日|[0-9]{4}/[0-9]{1,2}/[0-9]{1,2}")
_SERIALS = range(36526, 55153)  # day numbers of 2000 to 2050, counted from 1899-12-30
_CLOCK = r"(?: 0?0:00(?::00)?)?"


def takes_dates(field: Field) -> bool:
    """Whether a column holds dates: of the date type, or text whose pattern takes a date and no word."""
    pattern = field.constraints.get("pattern")
    if field.type == "date" or pattern is None:
        return field.type == "date"
    return bool(re.fullmatch(pattern, "2021-06-01")) and not re.fullmatch(pattern, "word")


def date_readings(cell: str) -> list[str]:
    """The dates that a cell may stand for, as EDTF; ``*`` in one is a year that cannot be known.

    A spreadsheet takes 2021-06 for the first of June and writes it as ``Jun-21`` or ``2021/6/1``, so the first of a
    month may be that day or the month. One reading alone is certain; none means that the cell is no such date.
    """
    plain = unicodedata.normalize("NFKC", cell).strip().lower()
    return list(dict.fromkeys([*_numeric(plain), *_named(plain), *_chinese(plain), *_serial(plain)]))


def decided(readings: list[str], committed: str | None) -> str | None:
    """The one reading that holds: the only one, or the one that was committed last; None where neither settles it."""
    if len(readings) == 1 and "*" not in readings[0]:
        return readings[0]
    if committed and any(fnmatchcase(committed, reading) for reading in readings):
        return committed
    return None


def recognise(cell: str, field: Field) -> Text | None:
    """What a spreadsheet has done to a cell that does not fit its column; None where nothing of the kind shows."""
    if ERROR.fullmatch(cell):
        return Text(
            "这是表格软件的出错标记，原来的内容已不在。", "It is a spreadsheet's error mark; what stood there is gone."
        )
    if SCIENTIFIC.fullmatch(cell):
        return Text(
            "表格软件把它当作数字，写成了科学记数，位数可能已丢。",
            "A spreadsheet took it for a number and wrote it in scientific notation; digits may be lost.",
        )
    if takes_dates(field) and (readings := date_readings(cell)):
        meant = Text(" 或 ".join(readings), " or ".join(readings))
        return Text(
            f"像是表格软件改写过的日期，可能是 {meant.zh}。",
            f"It looks like a date rewritten by a spreadsheet: {meant.en}.",
        )
    if field.type == "boolean" and cell.lower() in ("true", "false"):
        return Text("表格软件把它改成了大写。", "A spreadsheet wrote it in capitals.")
    return None


def _day(year: int, month: int, day: int) -> Iterator[str]:
    try:
        yield date(year, month, day).isoformat()
    except ValueError:
        return
    if day == 1:
        yield f"{year:04d}-{month:02d}"


def _century(year: str) -> int:
    """Excel's reading of two digits: 00 to 29 is this century."""
    return int(year) if len(year) == 4 else int(year) + (2000 if int(year) < 30 else 1900)


def _numeric(plain: str) -> Iterator[str]:
    if found := re.fullmatch(rf"(\d{{4}})([-/.])(\d{{1,2}})\2(\d{{1,2}}){_CLOCK}", plain):
        yield from _day(int(found[1]), int(found[3]), int(found[4]))
    elif found := re.fullmatch(r"(\d{4})[-/](\d{1,2})", plain):
        yield from _months(found[1], int(found[2]))
    elif found := re.fullmatch(r"(\d{4})\.(\d{1,2})", plain):
        yield from _months(found[1], int(found[2]))
        if found[2] == "1":  # 2021.10 loses its zero as a number
            yield f"{found[1]}-10"
    elif found := re.fullmatch(rf"(\d{{1,2}})([-/.])(\d{{1,2}})\2(\d{{4}}){_CLOCK}", plain):
        yield from _day(int(found[4]), int(found[1]), int(found[3]))
        yield from _day(int(found[4]), int(found[3]), int(found[1]))
    elif found := re.fullmatch(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{1,2})", plain):
        for order in ((0, 1, 2), (2, 0, 1), (2, 1, 0)):  # year first, American, European
            year, month, day = (found.group(1, 3, 4)[index] for index in order)
            if len(year) == 2:
                yield from _day(_century(year), int(month), int(day))


def _months(year: str, month: int) -> Iterator[str]:
    if 1 <= month <= 12:
        yield f"{year}-{month:02d}"


def _named(plain: str) -> Iterator[str]:
    if found := re.fullmatch(rf"{_MONTH}[- ](\d{{4}}|\d{{2}})|(\d{{4}})[- ]{_MONTH.replace('name', 'after')}", plain):
        month = MONTHS[found["name"] or found["after"]]
        yield from _months(f"{_century(found[2] or found[3]):04d}", month)
    elif found := re.fullmatch(rf"(\d{{1,2}})[- ]{_MONTH}", plain):
        month = MONTHS[found["name"]]
        if len(found[1]) == 2:
            yield from _months(f"{_century(found[1]):04d}", month)
        if any(_day(2020, month, int(found[1]))):
            yield f"*-{month:02d}-{int(found[1]):02d}"
    elif found := re.fullmatch(rf"(\d{{1,2}})[- ]{_MONTH}[- ](\d{{4}}|\d{{2}})", plain):
        yield from _day(_century(found[3]), MONTHS[found["name"]], int(found[1]))


def _chinese(plain: str) -> Iterator[str]:
    # A date with its characters was written out by a person, or keeps what it said: the first is the first.
    if found := re.fullmatch(r"(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})日)?)?", plain):
        if found[3]:
            yield from list(_day(int(found[1]), int(found[2]), int(found[3])))[:1]
        elif found[2]:
            yield from _months(found[1], int(found[2]))
        else:
            yield found[1]
    elif (found := re.fullmatch(r"(\d{1,2})月(\d{1,2})日", plain)) and any(_day(2020, int(found[1]), int(found[2]))):
        yield f"*-{int(found[1]):02d}-{int(found[2]):02d}"


def _serial(plain: str) -> Iterator[str]:
    if re.fullmatch(r"\d{5}", plain) and int(plain) in _SERIALS:
        for start in (date(1899, 12, 30), date(1904, 1, 1)):  # old workbooks of a Mac count from 1904
            day = start + timedelta(days=int(plain))
            yield from _day(day.year, day.month, day.day)
