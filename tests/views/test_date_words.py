"""EDTF dates and recurrences in words."""

from __future__ import annotations

import pytest

from zoneledger.views.date import date_words, deadline_words, interval_words, recurrence_words


@pytest.mark.parametrize(
    ("edtf", "zh", "en"),
    [
        ("2022", "2022年", "2022"),
        ("20XX", "20XX年", "20XX"),
        ("2022-06", "2022年6月", "June 2022"),
        ("2022-06-05", "2022年6月5日", "5 June 2022"),
        ("2022-13", "2022-13", "2022-13"),
        ("soon", "soon", "soon"),
    ],
)
def test_date(edtf: str, zh: str, en: str) -> None:
    assert date_words(edtf) == (zh, en)


def test_interval_and_deadline() -> None:
    assert interval_words("2020/2022") == ("2020—2022年", "2020–2022")
    assert interval_words("2020-05/2022") == ("2020年5月—2022年", "May 2020–2022")
    assert interval_words("2021") == ("2021年", "2021")
    assert interval_words("2019/2019") == ("2019年", "2019")
    assert deadline_words("2022-06") == ("到2022年6月", "by June 2022")


@pytest.mark.parametrize(
    ("rule", "zh", "en"),
    [
        ("FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=-1", "每年3月底前", "every year by the end of March"),
        ("FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=20", "每年6月、12月20日前", "every year by 20 June and December"),
        ("FREQ=YEARLY;BYMONTH=1", "每年1月", "every year in January"),
        ("FREQ=YEARLY", "每年", "every year"),
        ("FREQ=MONTHLY", "每月", "every month"),
        ("FREQ=WEEKLY;BYDAY=MO", "FREQ=WEEKLY;BYDAY=MO", "FREQ=WEEKLY;BYDAY=MO"),
        ("FREQ=YEARLY;BYMONTH=3;BYDAY=MO", "FREQ=YEARLY;BYMONTH=3;BYDAY=MO", "FREQ=YEARLY;BYMONTH=3;BYDAY=MO"),
    ],
)
def test_recurrence(rule: str, zh: str, en: str) -> None:
    assert recurrence_words(rule) == (zh, en)
