"""One file of a calendar as RFC 5545 text, with the properties of RFC 7986 that name it and say how often to read it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import icalendar

from zoneledger.feeds.calendars import Part
from zoneledger.feeds.event import Event
from zoneledger.problems import Text

#: The right-hand side of every UID. Clients know events by it: it stays as it is, wherever the site is served.
UID_DOMAIN = "zoneledger.github.io"
#: How often a client should look for changes; data change by the week at most.
REFRESH = timedelta(days=7)
_TTL = "P7D"
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
    calendar = icalendar.Calendar()
    calendar.add("prodid", f"-//ZoneLedger//ZoneLedger {clean(setting.version)}//{lang.upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    for key in ("name", "x-wr-calname"):
        calendar.add(key, named)
    for key in ("description", "x-wr-caldesc"):
        calendar.add(key, about)
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", _TTL)
    if setting.site_url:
        calendar.add("source", setting.site_url + part.path(lang), parameters={"VALUE": "URI"})
        calendar.add("url", setting.page("feeds/"))
    for event in part.events:
        calendar.add_component(_component(event, setting))
    text: bytes = calendar.to_ical()
    return text


def _component(event: Event, setting: Setting) -> icalendar.Event:
    lang, when = setting.lang, event.when
    colon = _COLON[lang]
    address = setting.page(f"plans/{event.plan_id}/#{event.anchor}")
    made = icalendar.Event()
    made.add("uid", f"{event.uid}.{lang}@{UID_DOMAIN}")
    made.add("dtstamp", datetime(setting.as_of.year, setting.as_of.month, setting.as_of.day, tzinfo=UTC))
    made.add("dtstart", when.day)
    # The end of an all-day event is the day after it.
    made.add("dtend", when.day + timedelta(days=1))
    if when.rule is not None:
        made.add("rrule", {**when.rule, "UNTIL": when.until})
    place = setting.places[event.plan_id].of(lang)
    words = f"{place} · {when.words.of(lang)}{colon}{event.title.of(lang)}"
    made.add("summary", clean(words))
    lines = [setting.titles[event.plan_id], when.note, *event.lines]
    text = [clean(line.of(lang)) for line in lines if line.of(lang)]
    made.add("description", "\n".join([*text, *([address] if address else [])]))
    made.add("categories", [clean(category.of(lang)) for category in event.categories])
    # A deadline keeps nobody busy all day.
    made.add("transp", "TRANSPARENT")
    if address:
        made.add("url", address)
    return made


def clean(text: str) -> str:
    """Text on one line, with nothing in it that acts unseen: such characters become the replacement character.

    >>> clean("a  b\\nc\\u202ed")
    'a b c\\ufffdd'
    """
    return "".join(char if char.isprintable() else "\ufffd" for char in " ".join(text.split()))
