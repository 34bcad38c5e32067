"""How often, as a rule of RFC 5545: frequencies of mechanisms, yearly targets, and rules that rows print themselves.

Where the source names no day, a rule stands on the last day of each month, quarter, half-year or year: what is asked of a
period is over with it at the latest.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from dateutil.rrule import rrulestr

from zoneledger.feeds.item import Rule, When
from zoneledger.feeds.period import Period
from zoneledger.problems import NOTHING, Text
from zoneledger.views.date import recurrence_words

_NO_DAY = "文件没有写具体日子，日历记在{}的最后一天。"
_NO_DAY_EN = "The document names no day; the calendar shows the last day of each {}."

#: Frequency of a mechanism → its words, its rule, and the period on whose last day it stands.
FREQUENCIES: dict[str, tuple[Text, str, Text]] = {
    "monthly": (Text("每月", "every month"), "FREQ=MONTHLY;BYMONTHDAY=-1", Text("每月", "month")),
    "bimonthly": (
        Text("每两月", "every two months"),
        "FREQ=YEARLY;BYMONTH=2,4,6,8,10,12;BYMONTHDAY=-1",
        Text("每两个月", "two months"),
    ),
    "quarterly": (
        Text("每季度", "every quarter"),
        "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1",
        Text("每季度", "quarter"),
    ),
    "semiannual": (
        Text("每半年", "every half-year"),
        "FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1",
        Text("每半年", "half-year"),
    ),
    "annual": (Text("每年", "every year"), "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1", Text("每年", "year")),
    "biennial": (
        Text("每两年", "every two years"),
        "FREQ=YEARLY;INTERVAL=2;BYMONTH=12;BYMONTHDAY=-1",
        Text("每两年", "two years"),
    ),
}
#: What a printed rule may consist of; FREQ comes first.
_RULE = re.compile(
    r"FREQ=(?:YEARLY|MONTHLY)(?:;(?:BYMONTH=(?:[1-9]|1[0-2])(?:,(?:[1-9]|1[0-2]))*"
    r"|BYMONTHDAY=(?:-1|[1-9]|[12]\d|3[01])|INTERVAL=[1-9]))*"
)


def frequency(value: str, within: Period) -> When | None:
    """A frequency of the schema as a rule within a plan's period; None where it is no rhythm or never comes round.

    Args:
        value: an enum value of ``mechanisms.frequency``.
        within: the plan's period.
    """
    if value not in FREQUENCIES:
        return None
    words, rule, span = FREQUENCIES[value]
    note = Text(_NO_DAY.format(span.zh), _NO_DAY_EN.format(span.en))
    if value == "biennial":
        start = Text("从哪一年起也没有写，这里从计划期内的第一年算起。", " Nor does it name a first year; this counts from the plan's.")
        note = Text(note.zh + start.zh, note.en + start.en)
    return _when(value, rule, words, note, within)


def yearly(within: Period) -> When | None:
    """A target of every year: the last day of each; None where the period ends before a year does."""
    _, rule, _ = FREQUENCIES["annual"]
    note = Text(
        "每年都要达到，日历记在每年的最后一天。", "To be met every year; the calendar shows the last day of each."
    )
    return _when("yearly", rule, Text("每年底前", "by the end of each year"), note, within)


def printed(rule: str, within: Period) -> When | None:
    """A rule that a row states, such as ``FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=-1``.

    A rule without a day, or without a month, stands on the last one.

    Returns:
        None for a rule of other parts, or one that never comes round.
    """
    if not _RULE.fullmatch(rule):
        return None
    whole, note = rule, NOTHING
    if rule.startswith("FREQ=YEARLY") and "BYMONTH=" not in rule:
        whole += ";BYMONTH=12"
    if "BYMONTHDAY=" not in rule:
        whole += ";BYMONTHDAY=-1"
        span = Text("当月", "such month") if "BYMONTH=" in whole else Text("每月", "month")
        note = Text(_NO_DAY.format(span.zh), _NO_DAY_EN.format(span.en))
    return _when("rule", whole, recurrence_words(rule), note, within)


def _when(key: str, rule: str, words: Text, note: Text, within: Period) -> When | None:
    start = datetime(within.first.year, within.first.month, within.first.day)
    last = datetime(within.last.year, within.last.month, within.last.day)
    # RFC 5545 counts DTSTART as an occurrence, whether the rule has it or not: it must be the first that the rule has.
    first = rrulestr(rule, dtstart=start).after(start - timedelta(days=1), inc=True) if start <= last else None
    if first is None or first > last:
        return None
    return When(f"{key}-{first.year}", first.date(), words, note, _parts(rule), within.last)


def _parts(rule: str) -> Rule:
    parts: dict[str, str | int | list[int]] = {}
    for name, value in (part.split("=", 1) for part in rule.split(";")):
        parts[name] = value if name == "FREQ" else [int(number) for number in value.split(",")]
    return parts
