"""Which day a deadline stands on, how often something recurs, and what has no day at all."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zoneledger.edtf import latest
from zoneledger.feeds import recurrence
from zoneledger.feeds.days import deadline
from zoneledger.feeds.period import Period, period

THREE_YEARS = Period(date(2020, 5, 17), date(2022, 12, 31))


@pytest.mark.parametrize(
    ("edtf", "day", "zh", "en", "noted"),
    [
        ("2022", date(2022, 12, 31), "2022年底前", "by the end of 2022", True),
        ("2022-06", date(2022, 6, 30), "2022年6月底前", "by the end of June 2022", True),
        ("2024-02", date(2024, 2, 29), "2024年2月底前", "by the end of February 2024", True),
        ("2020-05-20", date(2020, 5, 20), "2020年5月20日前", "by 20 May 2020", False),
    ],
)
def test_a_deadline_stands_on_the_last_day_it_can_mean(edtf: str, day: date, zh: str, en: str, noted: bool) -> None:
    when = deadline(edtf)
    assert when is not None
    assert (when.day, when.words.zh, when.words.en, bool(when.note.zh), when.rule) == (day, zh, en, noted, None)
    assert bool(when.note.zh) == bool(when.note.en)


@pytest.mark.parametrize("edtf", ["", "20XX", "202X", "20XX-06", "0000", "2022-02-30"])
def test_what_has_no_day_gets_none(edtf: str) -> None:
    assert deadline(edtf) is None


@given(st.dates(min_value=date(1, 1, 1)))
def test_every_day_month_and_year_agrees_with_edtf(day: date) -> None:
    for edtf in (day.isoformat(), day.isoformat()[:7], day.isoformat()[:4]):
        when = deadline(edtf)
        assert when is not None and when.day.isoformat() == latest(edtf) and when.day >= day


@pytest.mark.parametrize(
    ("plan", "from_", "expected"),
    [
        ({"period": "2020/2022", "issued_on": "2020-05-17"}, "", (date(2020, 5, 17), date(2022, 12, 31))),
        ({"period": "2021/2025", "issued_on": "2022-04"}, "", (date(2022, 4, 1), date(2025, 12, 31))),
        ({"period": "2020/2022", "issued_on": "2020-05-17"}, "2021", (date(2021, 1, 1), date(2022, 12, 31))),
        ({"period": "2020/2022-06", "issued_on": "20XX"}, "", (date(2020, 1, 1), date(2022, 6, 30))),
        ({"period": "2020/2022"}, "2023", None),
        ({"period": "20XX/20XX", "issued_on": "2020"}, "", None),
        ({"period": "2020/2022"}, "20XX", None),
        ({"issued_on": "2020"}, "", None),
    ],
)
def test_a_rhythm_needs_a_printed_period(plan: dict[str, str], from_: str, expected: tuple[date, date] | None) -> None:
    assert period(plan, from_) == expected


@pytest.mark.parametrize(
    ("value", "first", "turns"),
    [("monthly", date(2020, 5, 31), 32), ("bimonthly", date(2020, 6, 30), 16), ("quarterly", date(2020, 6, 30), 11),
     ("semiannual", date(2020, 6, 30), 6), ("annual", date(2020, 12, 31), 3), ("biennial", date(2020, 12, 31), 2)],
)  # fmt: skip
def test_frequencies_stand_on_the_last_day_of_each_period(value: str, first: date, turns: int) -> None:
    when = recurrence.frequency(value, THREE_YEARS)
    assert when is not None and when.rule is not None and when.note.zh and when.note.en
    assert (when.day, when.until, when.rule["BYMONTHDAY"]) == (first, THREE_YEARS.last, [-1])
    months = when.rule.get("BYMONTH", list(range(1, 13)))
    assert isinstance(months, list)
    years = range(2020, 2023, 2 if "INTERVAL" in when.rule else 1)
    ends = [date.fromisoformat(latest(f"{year}-{month:02}")) for year in years for month in months]
    assert sum(first <= day <= THREE_YEARS.last for day in ends) == turns


def test_what_is_no_rhythm_or_never_comes_round_has_no_day() -> None:
    assert recurrence.frequency("once", THREE_YEARS) is None
    assert recurrence.frequency("unspecified", THREE_YEARS) is None
    assert recurrence.yearly(Period(date(2022, 1, 1), date(2022, 6, 30))) is None


@pytest.mark.parametrize(
    ("rule", "first"),
    [
        ("FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=-1", date(2021, 3, 31)),
        ("FREQ=YEARLY;BYMONTH=3", date(2021, 3, 31)),
        ("FREQ=YEARLY", date(2020, 12, 31)),
        ("FREQ=MONTHLY", date(2020, 5, 31)),
        ("FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=15", date(2020, 6, 15)),
    ],
)
def test_a_printed_rule_is_kept_and_gets_a_day_where_it_has_none(rule: str, first: date) -> None:
    when = recurrence.printed(rule, THREE_YEARS)
    assert when is not None and when.day == first and bool(when.note.zh) == ("BYMONTHDAY" not in rule)


@pytest.mark.parametrize(
    "rule",
    ["FREQ=WEEKLY", "FREQ=YEARLY;BYMONTH=13", "FREQ=YEARLY;INTERVAL=0", "FREQ=YEARLY;UNTIL=20300101", "FREQ=YEARLY;X=1",
     "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31", "FREQ=SECONDLY", ""],
)  # fmt: skip
def test_a_rule_that_no_calendar_should_hold_is_refused(rule: str) -> None:
    assert recurrence.printed(rule, THREE_YEARS) is None
