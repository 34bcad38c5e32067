"""Which calendars there are, and what each holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from zoneledger.catalogue import Catalogue
from zoneledger.feeds import mechanisms, milestones, projects, targets
from zoneledger.feeds.bearers import Duties
from zoneledger.feeds.event import Entry, Event, events
from zoneledger.feeds.item import Item
from zoneledger.feeds.reading import Reading
from zoneledger.problems import Text
from zoneledger.views.name import bilingual, name

#: Where calendars lie below the site's root; both languages' pages link to them.
FOLDER = "feeds"
#: Events of one file. Clients read a calendar whole each time; a larger one is split by the year of its events.
MOST = 2000

#: Table → what reads it, in the order in which a page shows them.
READERS: dict[str, Callable[[Reading], Iterator[Item | str]]] = {
    "targets": targets.read,
    "milestones": milestones.read,
    "projects": projects.read,
    "mechanisms": mechanisms.read,
}


@dataclass(frozen=True)
class Part:
    """One file of a calendar, without its language.

    Args:
        stem: its path below the site's root, without ``.zh.ics``.
        name: what it is called.
        count: how many events it has.
        events: what it holds, by day; empty where the file is written already.
    """

    stem: str
    name: Text
    count: int
    events: Sequence[Event | Entry] = ()

    def path(self, lang: str) -> str:
        """Its path in one language, below the site's root."""
        return f"{self.stem}.{lang}.ics"


@dataclass(frozen=True)
class Calendar:
    """A calendar as readers choose it.

    Args:
        id: what it is about: a plan, an agency type; ``all`` for the whole.
        name: the same in words.
        parts: its files: one, or one a year where it is large.
    """

    id: str
    name: Text
    parts: tuple[Part, ...]

    @property
    def count(self) -> int:
        """How many events it has."""
        return sum(part.count for part in self.parts)

    def as_json(self) -> list[Any]:
        """It without its events as a value that JSON can hold."""
        return [self.id, self.name, [[part.stem, part.name, part.count] for part in self.parts]]

    @classmethod
    def of_json(cls, value: Sequence[Any]) -> Calendar:
        """It again from what ``as_json`` gave."""
        key, name, parts = value
        return cls(key, Text(*name), tuple(Part(stem, Text(*called), count) for stem, called, count in parts))


@dataclass(frozen=True)
class Calendars:
    """Every calendar of a build.

    Args:
        whole: everything; None where no row has a date.
        plans: by plan id; plans without any date are absent.
        agencies: by agency type; likewise.
        titles: the plans' short titles.
        places: the plans' cities.
        rows: how many rows of each table stand in a calendar.
        left_out: how many do not, by reason, a key of ``left_out.REASONS``.
    """

    whole: Calendar | None = None
    plans: dict[str, Calendar] = field(default_factory=dict)
    agencies: dict[str, Calendar] = field(default_factory=dict)
    titles: dict[str, Text] = field(default_factory=dict)
    places: dict[str, Text] = field(default_factory=dict)
    rows: Counter[str] = field(default_factory=Counter)
    left_out: Counter[str] = field(default_factory=Counter)

    def of_plan(self, plan_id: str, lang: str) -> str:
        """The address of a plan's calendar below the site's root; empty where it has none, or several files."""
        return _single(self.plans.get(plan_id), lang)

    def of_agency(self, agency_type: str, lang: str) -> str:
        """The address of an agency type's calendar below the site's root; empty where it has none, or several files."""
        return _single(self.agencies.get(agency_type), lang)

    def as_json(self) -> dict[str, Any]:
        """They without their events as a value that JSON can hold."""
        held = {
            name: {key: each.as_json() for key, each in found.items()}
            for name, found in (("plans", self.plans), ("agencies", self.agencies))
        }
        return {**vars(self), **held, "whole": self.whole.as_json() if self.whole else None}

    @classmethod
    def of_json(cls, value: Mapping[str, Any]) -> Calendars:
        """They again from what ``as_json`` gave."""
        whole = value["whole"]
        plans, agencies = (
            {key: Calendar.of_json(each) for key, each in value[name].items()} for name in ("plans", "agencies")
        )
        titles, places = ({key: Text(*words) for key, words in value[name].items()} for name in ("titles", "places"))
        counts = Counter(value["rows"]), Counter(value["left_out"])
        return cls(Calendar.of_json(whole) if whole else None, plans, agencies, titles, places, *counts)


def gather(catalogue: Catalogue, most: int = MOST) -> Calendars:
    """Reads every dated row once and files it under its plan and its agency types.

    Args:
        catalogue: checked datasets.
        most: events of one file.
    """
    joined = Joined(most)
    for plan_id in catalogue.plan_files:
        plan = read(catalogue, plan_id)
        if plan is not None:
            joined.add(plan)
    return joined.calendars(catalogue)


@dataclass
class Plan:
    """What one plan has for calendars.

    Args:
        id: the plan.
        title: its short title.
        place: its city.
        events: its events, by day.
        agencies: by agency type, the events of its own calendar: likewise, but each of the type's rows alone.
        rows: how many rows of each table stand in a calendar.
        left_out: how many do not, by reason.
    """

    id: str
    title: Text
    place: Text
    events: Sequence[Event | Entry] = ()
    agencies: Mapping[str, Sequence[Event | Entry]] = field(default_factory=dict)
    rows: Counter[str] = field(default_factory=Counter)
    left_out: Counter[str] = field(default_factory=Counter)


def read(catalogue: Catalogue, plan_id: str) -> Plan | None:
    """One plan's events; None where it has no row of its own.

    Args:
        catalogue: datasets that hold the plan; what else they hold makes no difference.
        plan_id: the plan.
    """
    row = catalogue.row("plans", plan_id)
    if row is None:
        return None
    place = name(catalogue, "jurisdictions", row["jurisdiction_code"])
    found = Plan(plan_id, bilingual(row, "short_title"), place)
    items = list(_read(catalogue, plan_id, found))
    filed: dict[str, list[Item]] = {}
    for item in items:
        for agency in sorted(item.agencies):
            filed.setdefault(agency, []).append(item)
    found.events = events(items)
    found.agencies = {agency: events(own, agency) for agency, own in sorted(filed.items())}
    return found


class Joined:
    """Puts plans' events together into calendars.

    Args:
        most: events of one file.
    """

    def __init__(self, most: int = MOST) -> None:
        self._most, self._found = most, Calendars()
        self._everything: list[Event | Entry] = []
        self._filed: dict[str, list[Event | Entry]] = {}

    def add(self, plan: Plan) -> None:
        """Takes in a plan; plans come by their ids."""
        found = self._found
        found.titles[plan.id], found.places[plan.id] = plan.title, plan.place
        found.rows.update(plan.rows)
        found.left_out.update(plan.left_out)
        if plan.events:
            found.plans[plan.id] = _calendar(f"plans/{plan.id}", plan.id, plan.title, plan.events, self._most)
        self._everything += plan.events
        for agency, own in plan.agencies.items():
            self._filed.setdefault(agency, []).extend(own)

    def calendars(self, catalogue: Catalogue) -> Calendars:
        """Every calendar of the plans taken in.

        Args:
            catalogue: for the agency types' names.
        """
        found = self._found
        for agency, own in sorted(self._filed.items()):
            title = name(catalogue, "agency_types", agency)
            ordered = sorted(own, key=lambda event: event.order)
            found.agencies[agency] = _calendar(f"agencies/{agency}", agency, title, ordered, self._most)
        if not self._everything:
            return found
        ordered = sorted(self._everything, key=lambda event: event.order)
        whole = _calendar("all", "all", Text("全部计划", "all plans"), ordered, self._most)
        return replace(found, whole=whole)


def _read(catalogue: Catalogue, plan_id: str, counts: Plan) -> Iterator[Item]:
    reading = Reading(catalogue, plan_id, catalogue.plan_files[plan_id], Duties(catalogue, plan_id))
    for table, read in READERS.items():
        for one in read(reading):
            if isinstance(one, str):
                counts.left_out[one] += 1
            else:
                counts.rows[table] += 1
                yield one


def _calendar(stem: str, key: str, title: Text, found: Sequence[Event | Entry], most: int) -> Calendar:
    path = f"{FOLDER}/{stem}"
    if len(found) <= most:
        return Calendar(key, title, (Part(path, title, len(found), tuple(found)),))
    return Calendar(key, title, tuple(_by_year(path, title, found)))


def _by_year(path: str, title: Text, found: Iterable[Event | Entry]) -> Iterator[Part]:
    """A file a year, and one for what recurs: an address always holds the same kind of events, however many there are."""
    years: dict[str, list[Event | Entry]] = {}
    for event in found:
        years.setdefault("recurring" if event.recurring else event.year, []).append(event)
    for year, rows in sorted(years.items()):
        words = Text("定期重复", "recurring") if year == "recurring" else Text(f"{year}年", year)
        called = Text(f"{title.zh}（{words.zh}）", f"{title.en} ({words.en})")
        yield Part(f"{path}-{year}", called, len(rows), tuple(rows))


def _single(calendar: Calendar | None, lang: str) -> str:
    return calendar.parts[0].path(lang) if calendar and len(calendar.parts) == 1 else ""
