"""One file of a calendar as RFC 5545 text, with the properties of RFC 7986 that name it and say how often to read it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from zoneledger.feeds.calendars import Part
from zoneledger.feeds.event import Entry, Event
from zoneledger.feeds.item import When
from zoneledger.problems import Text

#: The right-hand side of every UID. Clients know events by it: it stays as it is, wherever the site is served.
UID_DOMAIN = "zoneledger.github.io"
#: How often a client should look for changes; data change by the week at most.
_TTL = "P7D"
#: Octets of a line, its break included.
_WIDTH = 75
#: A line break inside a value.
_BREAK = "\\n"
#: The parts of a rule that there are, in the order in which they are written.
_RULE_PARTS = ("FREQ", "UNTIL", "INTERVAL", "BYMONTHDAY", "BYMONTH")
_NAME = Text("ZoneLedger 台账：{}", "ZoneLedger: {}")
_ABOUT = Text(
    "开发区行动计划中的期限与定期督办。数据版本 {version}，截至 {date}。",
    "Deadlines and regular reviews in the action plans of Chinese development zones. Data version {version}, as of {date}.",
)
_COLON = {"zh": "：", "en": ": "}


@dataclass(frozen=True)
class Setting:
    """What all files of one language share.

    Args:
        lang: ``zh`` or ``en``.
        site_url: address of the site, with a slash at its end; empty where it is unknown.
        version: the dataset's version.
        as_of: the dataset's date: the clock is never asked, so that the same data give the same file.
        titles: the plans' short titles.
        places: the plans' cities.
    """

    lang: str
    site_url: str
    version: str
    as_of: date
    titles: dict[str, Text]
    places: dict[str, Text]

    def page(self, path: str) -> str:
        """The address of a page in this language; empty where the site's is unknown."""
        return f"{self.site_url}{'' if self.lang == 'zh' else 'en/'}{path}" if self.site_url else ""


def encode(part: Part, setting: Setting) -> bytes:
    """A file of a calendar.

    Args:
        part: its events and its name.
        setting: language, addresses and dates.

    Returns:
        UTF-8, lines ended by CRLF and folded at 75 octets.
    """
    lang = setting.lang
    named = clean(_NAME.of(lang).format(part.name.of(lang)))
    about = clean(_ABOUT.of(lang).format(version=setting.version, date=setting.as_of.isoformat()))
    head = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{_escaped(f'-//ZoneLedger//ZoneLedger {clean(setting.version)}//{lang.upper()}')}",
        "CALSCALE:GREGORIAN",
        f"DESCRIPTION:{_escaped(about)}",
        f"X-WR-CALDESC:{about}",
        f"NAME:{_escaped(named)}",
        # What no standard types is written as it is.
        f"X-WR-CALNAME:{named}",
        f"REFRESH-INTERVAL;VALUE=DURATION:{_TTL}",
        *([f"SOURCE;VALUE=URI:{setting.site_url}{part.path(lang)}"] if setting.site_url else []),
        *([f"URL:{setting.page('feeds/')}"] if setting.site_url else []),
        f"X-PUBLISHED-TTL:{_TTL}",
    ]
    events = [each.of(lang) if isinstance(each, Entry) else component(each, setting) for each in part.events]
    return b"".join((_lines(head), *events, b"END:VCALENDAR\r\n"))


def component(event: Event, setting: Setting) -> bytes:
    """An event as lines of a calendar.

    Args:
        event: the event.
        setting: language, addresses and dates.
    """
    lang, when = setting.lang, event.when
    address = setting.page(f"plans/{event.plan_id}/#{event.anchor}")
    place = setting.places[event.plan_id].of(lang)
    words = clean(f"{place} · {when.words.of(lang)}{_COLON[lang]}{event.title.of(lang)}")
    told = [setting.titles[event.plan_id], when.note, *event.lines]
    text = [_escaped(clean(line.of(lang))) for line in told if line.of(lang)]
    lines = [
        "BEGIN:VEVENT",
        f"SUMMARY:{_escaped(words)}",
        f"DTSTART;VALUE=DATE:{when.day:%Y%m%d}",
        # The end of an all-day event is the day after it.
        f"DTEND;VALUE=DATE:{when.day + timedelta(days=1):%Y%m%d}",
        f"DTSTAMP:{setting.as_of:%Y%m%d}T000000Z",
        f"UID:{_escaped(f'{event.uid}.{lang}@{UID_DOMAIN}')}",
        *([f"RRULE:{_rule(when)}"] if when.rule is not None else []),
        f"CATEGORIES:{','.join(_escaped(clean(category.of(lang))) for category in event.categories)}",
        f"DESCRIPTION:{_BREAK.join([*text, *([_escaped(address)] if address else [])])}",
        # A deadline keeps nobody busy all day.
        "TRANSP:TRANSPARENT",
        *([f"URL:{address}"] if address else []),
        "END:VEVENT",
    ]
    return _lines(lines)


def _rule(when: When) -> str:
    parts: dict[str, str] = {}
    for name, value in (when.rule or {}).items():
        parts[name] = ",".join(map(str, value)) if isinstance(value, list) else str(value)
    if when.until is not None:
        parts["UNTIL"] = f"{when.until:%Y%m%d}"
    return ";".join(f"{name}={parts[name]}" for name in _RULE_PARTS if name in parts)


def _escaped(text: str) -> str:
    """Text as a value (RFC 5545, section 3.3.11); it has no line break."""
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


def _lines(lines: Iterable[str]) -> bytes:
    whole = [f"{line if line.isascii() and len(line) < _WIDTH else _folded(line)}\r\n" for line in lines]
    return "".join(whole).encode("utf-8")


def _folded(line: str) -> str:
    """A line in stretches of fewer than 75 octets, cut neither inside a character nor inside an escape."""
    octets, stretches, start = line.encode("utf-8"), [], 0
    while len(octets) - start >= _WIDTH:
        end = start + _WIDTH - 1
        while octets[end] & 0xC0 == 0x80:
            end -= 1
        if octets[end - 1] in b"\\^" and end - start > 1:
            end -= 1
        stretches.append(octets[start:end])
        start = end
    return b"\r\n ".join([*stretches, octets[start:]]).decode("utf-8")


def clean(text: str) -> str:
    """Text on one line, with nothing in it that acts unseen: such characters become the replacement character.

    >>> clean("a  b\\nc\\u202ed")
    'a b c\\ufffdd'
    """
    line = " ".join(text.split())
    # Hardly a text has such a character; to ask for each takes most of the time of a calendar.
    return line if line.isprintable() else "".join(char if char.isprintable() else "\ufffd" for char in line)
