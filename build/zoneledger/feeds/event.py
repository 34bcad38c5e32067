"""From items to events: a plan's targets of one date are one event, everything else is an event of its own.

A plan sets dozens of figures for the same 31 December. An event for each would bury that day in every calendar client;
one event that names their number and lists them can be read, and still leads to each row.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from zoneledger.feeds.item import Item, When
from zoneledger.problems import Text

#: Rows that one event lists; beyond that clients cut texts off (some at 8 kB), so that the rest is left to the page.
LISTED = 20

_COUNTED = {
    "targets": (Text("{}个目标", "{} target"), Text("{}个目标", "{} targets")),
    "projects": (Text("{}个项目", "{} project"), Text("{}个项目", "{} projects")),
}


@dataclass(frozen=True)
class Event:
    """One entry of a calendar.

    Args:
        uid: stable within the project; the calendar adds language and domain.
        plan_id: its plan.
        when: its date.
        title: what falls due, without plan and date.
        lines: the text below, line by line.
        categories: kinds and strengths, each once.
        anchor: where it stands on its plan's page.
    """

    uid: str
    plan_id: str
    when: When
    title: Text
    lines: tuple[Text, ...]
    categories: tuple[Text, ...]
    anchor: str

    @property
    def order(self) -> tuple[str, str]:
        """By first day, then by identity."""
        return (self.when.day.isoformat(), self.uid)

    @property
    def day(self) -> date:
        """Its first day."""
        return self.when.day

    @property
    def recurring(self) -> bool:
        """Whether it comes more than once."""
        return bool(self.when.rule)

    @property
    def year(self) -> str:
        """The year it stands in."""
        return str(self.when.day.year)


class Lines:
    """The lines of some events, one event behind the other; read when those of the first are asked for.

    Args:
        read: reads them.
    """

    def __init__(self, read: Callable[[], bytes]) -> None:
        self._read = read

    @cached_property
    def content(self) -> bytes:
        """All of them, as they stand in a file."""
        return self._read()


class Entry(NamedTuple):
    """An event written out, as it stands in every calendar that has it; of many plans there are very many.

    Args:
        uid: the event's.
        first: its first day, ISO 8601.
        recurring: whether it comes more than once.
        said: a name for its lines.
        lines: hold its own.
        places: where those in Chinese begin, where those in English do, and where these end.
    """

    uid: str
    first: str
    recurring: bool
    said: str
    lines: Lines
    places: tuple[int, int, int]

    def of(self, lang: str) -> bytes:
        """Its lines in one language."""
        start, middle, end = self.places
        return self.lines.content[start:middle] if lang == "zh" else self.lines.content[middle:end]

    @property
    def order(self) -> tuple[str, str]:
        """By first day, then by identity."""
        return (self.first, self.uid)

    @property
    def year(self) -> str:
        """The year it stands in."""
        return self.first[:4]


def events(items: Iterable[Item], part: str = "") -> list[Event]:
    """The events of a calendar in the order of their days.

    Args:
        items: its rows.
        part: which part of a plan's rows these are (an agency type): an event that lists only some of a date's targets is
            not the event that lists all of them, and needs another identity.
    """
    groups: dict[tuple[str, ...], list[Item]] = {}
    for item in items:
        key = (item.plan_id, item.table, item.when.key) if item.shared else (item.id,)
        groups.setdefault(key, []).append(item)
    found = [_event(group, part) for group in groups.values()]
    return sorted(found, key=lambda event: event.order)


def _event(group: list[Item], part: str) -> Event:
    first = group[0]
    categories = tuple(dict.fromkeys(category for item in group for category in item.categories))
    if not first.shared:
        return Event(first.id, first.plan_id, first.when, first.title, first.details, categories, first.id)
    uid = f"{first.plan_id}-{first.table}-{first.when.key}{f'.{part}' if part else ''}"
    if len(group) == 1:
        return Event(uid, first.plan_id, first.when, first.title, first.details, categories, first.id)
    _, many = _COUNTED[first.table]
    title = Text(many.zh.format(len(group)), many.en.format(len(group)))
    anchor = "deadlines" if first.table == "targets" else first.table
    return Event(uid, first.plan_id, first.when, title, tuple(_listed(group)), categories, anchor)


def _listed(group: list[Item]) -> Iterable[Text]:
    for number, item in enumerate(group[:LISTED], 1):
        yield Text(f"{number}. {item.title.zh}", f"{number}. {item.title.en}")
        yield Text("；".join(line.zh for line in item.details), "; ".join(line.en for line in item.details))
    left = len(group) - LISTED
    if left > 0:
        yield Text(f"另有{left}个，见网页。", f"{left} more on the page.")
