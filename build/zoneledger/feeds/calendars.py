"""Which calendars there are, and what each holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from zoneledger.catalogue import Catalogue
from zoneledger.feeds import mechanisms, milestones, projects, targets
from zoneledger.feeds.bearers import Duties
from zoneledger.feeds.event import Event, events
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
        events: what it holds, by day.
    """

    stem: str
    name: Text
    events: tuple[Event, ...]

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
        return sum(len(part.events) for part in self.parts)


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


def gather(catalogue: Catalogue, most: int = MOST) -> Calendars:
    """Reads every dated row once and files it under its plan and its agency types.

    Args:
        catalogue: checked datasets.
        most: events of one file.
    """
    found = Calendars()
    everything: list[Item] = []
    filed: dict[str, list[Item]] = {}
    for plan_id in catalogue.plan_files:
        row = catalogue.row("plans", plan_id)
        if row is None:
            continue
        title = found.titles[plan_id] = bilingual(row, "short_title")
        found.places[plan_id] = name(catalogue, "jurisdictions", row["jurisdiction_code"])
        items = list(_read(catalogue, plan_id, found))
        if items:
            found.plans[plan_id] = _calendar(f"plans/{plan_id}", plan_id, title, events(items), most)
        everything += items
        for item in items:
            for agency in sorted(item.agencies):
                filed.setdefault(agency, []).append(item)
    for agency, items in sorted(filed.items()):
        title = name(catalogue, "agency_types", agency)
        found.agencies[agency] = _calendar(f"agencies/{agency}", agency, title, events(items, agency), most)
    if not everything:
        return found
    label = Text("全部计划", "all plans")
    whole = _calendar("all", "all", label, events(everything), most)
    return Calendars(
        whole, found.plans, found.agencies, found.titles, found.places, found.rows, found.left_out
    )


def _read(catalogue: Catalogue, plan_id: str, counts: Calendars) -> Iterator[Item]:
    reading = Reading(catalogue, plan_id, catalogue.plan_files[plan_id], Duties(catalogue, plan_id))
    for table, read in READERS.items():
        for one in read(reading):
            if isinstance(one, str):
                counts.left_out[one] += 1
            else:
                counts.rows[table] += 1
                yield one


def _calendar(stem: str, key: str, title: Text, found: list[Event], most: int) -> Calendar:
    path = f"{FOLDER}/{stem}"
    if len(found) <= most:
        return Calendar(key, title, (Part(path, title, tuple(found)),))
    return Calendar(key, title, tuple(_by_year(path, title, found)))


def _by_year(path: str, title: Text, found: Iterable[Event]) -> Iterator[Part]:
    """A file a year, and one for what recurs: an address always holds the same kind of events, however many there are."""
    years: dict[str, list[Event]] = {}
    for event in found:
        years.setdefault("recurring" if event.when.rule else str(event.when.day.year), []).append(event)
    for year, rows in sorted(years.items()):
        words = Text("定期重复", "recurring") if year == "recurring" else Text(f"{year}年", year)
        yield Part(f"{path}-{year}", Text(f"{title.zh}（{words.zh}）", f"{title.en} ({words.en})"), tuple(rows))


def _single(calendar: Calendar | None, lang: str) -> str:
    return calendar.parts[0].path(lang) if calendar and len(calendar.parts) == 1 else ""
