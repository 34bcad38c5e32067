"""What one plan has for calendars as a value that can be kept: its events written out, so that no row is read again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from zoneledger.catalogue import Catalogue
from zoneledger.feeds.calendars import MOST, Calendars, Joined, Plan, read
from zoneledger.feeds.event import Entry, Event
from zoneledger.feeds.files import settings
from zoneledger.feeds.icalendar_format import Setting, entry
from zoneledger.problems import Text

#: A value that JSON can hold; None of a plan without a row of its own.
Extract = Mapping[str, Any] | None


def extract(catalogue: Catalogue, plan_id: str, site_url: str) -> Extract:
    """What a plan has for calendars.

    Args:
        catalogue: datasets that hold the plan; what else they hold makes no difference.
        plan_id: the plan.
        site_url: where the calendars will be served, with a slash at its end; empty where that is unknown.
    """
    plan = read(catalogue, plan_id)
    if plan is None:
        return None
    both = settings(catalogue, site_url, {plan_id: plan.title}, {plan_id: plan.place})
    written: dict[str, list[Any]] = {}
    return {
        "id": plan_id,
        "title": list(plan.title),
        "place": list(plan.place),
        "rows": dict(plan.rows),
        "left_out": dict(plan.left_out),
        # An event of several calendars is written once.
        "events": _written(plan.events, both, written),
        "agencies": {agency: _written(own, both, written) for agency, own in plan.agencies.items()},
        "written": written,
    }


def _written(
    events: Sequence[Event | Entry], both: tuple[Setting, Setting], written: dict[str, list[Any]]
) -> list[str]:
    for event in events:
        if event.uid not in written and isinstance(event, Event):
            made = entry(event, both)
            written[made.uid] = [made.first, made.recurring, *made.text]
    return [event.uid for event in events]


def join(extracts: Iterable[Extract], catalogue: Catalogue, most: int = MOST) -> Calendars:
    """Every calendar, from what the plans have.

    Args:
        extracts: of all plans, by plan id.
        catalogue: for the agency types' names.
        most: events of one file.
    """
    joined = Joined(most)
    for found in extracts:
        if found is not None:
            joined.add(_plan(found))
    return joined.calendars(catalogue)


def _plan(found: Mapping[str, Any]) -> Plan:
    entries = {
        uid: Entry(uid, first, recurring, Text(zh, en)) for uid, (first, recurring, zh, en) in found["written"].items()
    }
    return Plan(
        found["id"],
        Text(*found["title"]),
        Text(*found["place"]),
        [entries[uid] for uid in found["events"]],
        {agency: [entries[uid] for uid in own] for agency, own in found["agencies"].items()},
        Counter(found["rows"]),
        Counter(found["left_out"]),
    )
