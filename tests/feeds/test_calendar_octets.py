"""The files octet by octet: folding, escaping and line ends hold for any text a cell may have."""

from __future__ import annotations

from datetime import date

import pytest
import vobject
from hypothesis import example, given, settings
from hypothesis import strategies as st
from ical_octets import Malformed, events, physical, text, texts, unfolded

from zoneledger.feeds.calendars import Part
from zoneledger.feeds.days import deadline
from zoneledger.feeds.event import Event
from zoneledger.feeds.icalendar_format import Setting, clean, encode
from zoneledger.problems import Text

HOSTILE = "甲;乙,丙\\丁\nBEGIN:VEVENT\r\nUID:x\u2028行\x00\x85\u202e👩‍👧 \"'：" + "𠮷" * 40
any_text = st.text(st.characters(exclude_categories=("Cs",)), max_size=300)


def file_with(words: str, lang: str = "zh") -> bytes:
    both = Text(words, words)
    when = deadline("2022")
    assert when is not None
    event = Event("p-s001", "p", when, both, (both, both), (both,), "p-s001")
    setting = Setting(lang, "https://example.org/", "1.0", date(2026, 1, 31), {"p": both}, {"p": both})
    return encode(Part("feeds/all", both, 1, (event,)), setting)


@given(any_text)
@settings(max_examples=150, deadline=None)
@example(HOSTILE)
@example("开" * 5000)
@example("a\\nb\\;c")
def test_any_text_survives_and_stays_inside_its_property(words: str) -> None:
    content = file_with(words)
    (event,) = events(content)
    assert text(event["SUMMARY"].value) == clean(f"{clean(words)} · 2022年底前：{words}")
    assert texts(event["CATEGORIES"].value) == ([clean(words)] if clean(words) else [])
    lines = text(event["DESCRIPTION"].value).split("\n")
    note = "文件只写到年，日历记在这一年的最后一天。"
    said = clean(words)
    # A line without words is left out; one of blanks only is empty.
    full = [said, note, said, said] if words else [note]
    assert lines == [*full, "https://example.org/plans/p/#p-s001"]
    assert [line.value for line in unfolded(content) if line.name in ("BEGIN", "END")] == [
        "VCALENDAR", "VEVENT", "VEVENT", "VCALENDAR",
    ]  # fmt: skip


@given(any_text)
@settings(max_examples=60, deadline=None)
@example(HOSTILE)
def test_another_library_reads_the_same(words: str) -> None:
    read = vobject.readOne(file_with(words).decode("utf-8"))
    (event,) = read.contents["vevent"]
    assert event.summary.value == clean(f"{clean(words)} · 2022年底前：{words}")
    assert (event.dtstart.value, event.dtend.value) == (date(2022, 12, 31), date(2023, 1, 1))


def test_ten_kilobytes_of_chinese_fold_between_characters() -> None:
    lines = physical(file_with("开发区" * 1200))
    assert sum(line.startswith(b" ") for line in lines) > 300
    assert max(map(len, lines)) > 70


@pytest.mark.parametrize(
    ("broken", "why"),
    [
        (b"BEGIN:VCALENDAR\n", "CRLF"),
        (b"SUMMARY:" + "开".encode() * 30 + b"\r\n", "octets"),
        (b"SUMMARY:" + "开".encode()[:1] + b"\r\n " + "开".encode()[1:] + b"\r\n", "inside a character"),
        (b"SUMMARY:a\nb\r\n", "bare break"),
        (b"SUMMARY\r\n", "no content line"),
        (b"SUMMARY:a\x00b\r\n", "no content line"),
    ],
)
def test_the_reader_sees_each_fault(broken: bytes, why: str) -> None:
    with pytest.raises(Malformed, match=why):
        unfolded(broken)
