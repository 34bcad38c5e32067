"""EDTF dates, intervals and yearly recurrences in words (EDTF: ISO 8601-2, https://www.loc.gov/standards/datetime/)."""

from __future__ import annotations

import re
from functools import lru_cache

from zoneledger.problems import Text

_EDTF = re.compile(r"[0-9X]{4}(-(0[1-9]|1[0-2])(-[0-3][0-9])?)?")

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


@lru_cache(maxsize=4096)  # a plan has hardly a dozen dates, and says each in a hundred rows
def date_words(edtf: str) -> Text:
    """A date, as fine as it is known: ``2022``, ``2022-06`` or ``2022-06-30``; ``20XX`` where digits are redacted."""
    parts = edtf.split("-")
    if not _EDTF.fullmatch(edtf):
        return Text(edtf, edtf)
    zh, en = f"{parts[0]}年", parts[0]
    if len(parts) > 1:
        month = int(parts[1])
        zh, en = f"{zh}{month}月", f"{_MONTHS[month - 1]} {en}"
    if len(parts) > 2:
        zh, en = f"{zh}{int(parts[2])}日", f"{int(parts[2])} {en}"
    return Text(zh, en)


def interval_words(edtf: str) -> Text:
    """An interval such as ``2020/2022``; a single date where it has no second end, or the same."""
    first, slash, last = edtf.partition("/")
    if not slash or first == last:
        return date_words(first)
    start, end = date_words(first), date_words(last)
    years = len(first) == len(last) == 4
    return Text(f"{first if years else start.zh}—{end.zh}", f"{start.en}–{end.en}")


def deadline_words(edtf: str) -> Text:
    """A date as a deadline: ``到2022年6月``, ``by June 2022``."""
    date = date_words(edtf)
    return Text(f"到{date.zh}", f"by {date.en}")


def recurrence_words(rrule: str) -> Text:
    """A yearly deadline, RFC 5545: ``FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=-1`` is the end of March every year.

    Rules that the plans do not use are shown as they stand.
    """
    parts = dict(part.split("=", 1) for part in rrule.split(";") if "=" in part)
    frequency, months, day = parts.pop("FREQ", ""), parts.pop("BYMONTH", ""), parts.pop("BYMONTHDAY", "")
    numbers = [int(month) for month in months.split(",") if month.isdigit() and 1 <= int(month) <= 12]
    if frequency == "YEARLY" and not parts and len(numbers) == len(months.split(",")):
        return _yearly(numbers, day)
    known = {"FREQ=YEARLY": Text("每年", "every year"), "FREQ=MONTHLY": Text("每月", "every month")}
    return known.get(rrule, Text(rrule, rrule))


def _yearly(months: list[int], day: str) -> Text:
    zh, en = "、".join(f"{month}月" for month in months), " and ".join(_MONTHS[month - 1] for month in months)
    if day == "-1":
        return Text(f"每年{zh}底前", f"every year by the end of {en}")
    if day:
        return Text(f"每年{zh}{day}日前", f"every year by {day} {en}")
    return Text(f"每年{zh}", f"every year in {en}")
