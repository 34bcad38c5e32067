"""What one plan has for calendars, to be kept: its events written out, so that no row is read again.

The lines stand apart, and are read for those calendars alone that are written again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import blake2b
from typing import Any, NamedTuple

from zoneledger.catalogue import Catalogue
from zoneledger.feeds.calendars import MOST, Calendars, Joined, Plan, read
from zoneledger.feeds.event import Entry, Event, Lines
from zoneledger.feeds.files import settings
from zoneledger.feeds.icalendar_format import Setting, component
from zoneledger.problems import Text

#: A value that JSON can hold: all but the lines of events, with a name for what these say; None of a plan without a row.
Head = Mapping[str, Any] | None


class Extract(NamedTuple):
    """What a plan has for calendars.

    Args:
        head: all but the lines of its events.
        lines: these, one event behind the other, each in Chinese, then in English.
    """

    head: Head
    lines: bytes


def extract(catalogue: Catalogue, plan_id: str, site_url: str) -> Extract:
    """What a plan has for calendars.

    Args:
        catalogue: datasets that hold the plan; what else they hold makes no difference.
        plan_id: the plan.
        site_url: where the calendars will be served, with a slash at its end; empty where that is unknown.
    """
    plan = read(catalogue, plan_id)
    if plan is None:
        return Extract(None, b"")
    both = settings(catalogue, site_url, {plan_id: plan.title}, {plan_id: plan.place})
    written = _Written(both)
    head = {
        "id": plan_id,
        "title": list(plan.title),
        "place": list(plan.place),
        "rows": dict(plan.rows),
        "left_out": dict(plan.left_out),
        "events": written.add(plan.events),
        "agencies": {agency: written.add(own) for agency, own in plan.agencies.items()},
        "written": written.known,
    }
    return Extract(head, b"".join(written.lines))


class _Written:
    """A plan's events written out; an event of several calendars is written once.

    Args:
        both: what all files of Chinese share, and of English.

    Attributes:
        known: of each event its first day, whether it recurs, a name for its lines, and how long they are in each language.
        lines: of each event, in Chinese and in English.
    """

    def __init__(self, both: tuple[Setting, Setting]) -> None:
        self._both = both
        self.known: dict[str, list[Any]] = {}
        self.lines: list[bytes] = []

    def add(self, events: Sequence[Event | Entry]) -> list[str]:
        """Writes those of a calendar that are not yet written, and gives all of them by name."""
        for event in events:
            if event.uid not in self.known and isinstance(event, Event):
                lines = [component(event, setting) for setting in self._both]
                said = blake2b(b"".join(lines), digest_size=16).hexdigest()
                self.known[event.uid] = [event.day.isoformat(), event.recurring, said, *map(len, lines)]
                self.lines += lines
        return [event.uid for event in events]


def join(
    extracts: Iterable[tuple[Head, Callable[[], bytes]]], catalogue: Catalogue, most: int = MOST
) -> Calendars:
    """Every calendar, from what the plans have.

    Args:
        extracts: the head of every plan's, by plan id, with what reads the lines where they are asked for.
        catalogue: for the agency types' names.
        most: events of one file.
    """
    joined = Joined(most)
    for head, lines in extracts:
        if head is not None:
            joined.add(_plan(head, Lines(lines)))
    return joined.calendars(catalogue)


def _plan(head: Mapping[str, Any], lines: Lines) -> Plan:
    entries, start = {}, 0
    for uid, (first, recurring, said, zh, en) in head["written"].items():
        places = (start, start + zh, start + zh + en)
        entries[uid], start = Entry(uid, first, recurring, said, lines, places), places[-1]
    return Plan(
        head["id"],
        Text(*head["title"]),
        Text(*head["place"]),
        [entries[uid] for uid in head["events"]],
        {agency: [entries[uid] for uid in own] for agency, own in head["agencies"].items()},
        Counter(head["rows"]),
        Counter(head["left_out"]),
    )
