"""How a plan is steered and judged: what recurs and how often, who is judged by what, and what follows from it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from zoneledger.catalogue import Catalogue
from zoneledger.problems import NOTHING, Text
from zoneledger.views.deadline import DeadlineGroup
from zoneledger.views.name import Named
from zoneledger.views.provision import Provision

#: Kinds of mechanisms by which somebody is judged, and those that follow from it; all others steer.
JUDGING = ("assessment", "classification")
CONSEQUENCES = ("reward", "sanction")
#: Frequencies from the shortest interval to the longest; those of the schema that are no interval are left out.
RHYTHM = ("monthly", "bimonthly", "quarterly", "semiannual", "annual", "biennial", "once")
#: Recurrence rules by the frequency they amount to (RFC 5545).
_RULES = {"FREQ=MONTHLY": "monthly", "FREQ=YEARLY": "annual"}


@dataclass(frozen=True)
class Beat:
    """Something that recurs.

    Args:
        id: the row that says so.
        kind: what sort it is; nothing for a dated task.
        when: its day or month, where the document names one.
    """

    id: str
    name: Text
    kind: Text
    when: Text
    actors: tuple[Named, ...]


@dataclass(frozen=True)
class Interval:
    """What recurs at one interval."""

    key: str
    label: Text
    beats: tuple[Beat, ...]


@dataclass(frozen=True)
class Steering:
    """The mechanisms of a plan.

    Args:
        calendar: what has a frequency, from the most frequent to the rarest.
        silent: how many mechanisms do not say how often.
        running: mechanisms by which the plan is steered.
        judging: mechanisms by which zones, enterprises or officials are judged.
        consequences: what follows from a judgement.
        penalties: sanctions with a figure.
    """

    calendar: tuple[Interval, ...]
    silent: int
    running: tuple[Provision, ...]
    judging: tuple[Provision, ...]
    consequences: tuple[Provision, ...]
    penalties: tuple[Provision, ...]


def steering(
    catalogue: Catalogue,
    plan_id: str,
    mechanisms: Iterable[Provision],
    instruments: Iterable[Provision],
    deadlines: Iterable[DeadlineGroup],
) -> Steering:
    """Sorts the mechanisms of a plan.

    Args:
        catalogue: the checked datasets.
        plan_id: the plan.
        mechanisms: its mechanisms.
        instruments: its rules with a figure.
        deadlines: its dated and recurring tasks.
    """
    rows = {row.text("id"): row for row in catalogue.rows("mechanisms", plan_id)}
    views = tuple(mechanisms)
    field = catalogue.schemas["mechanisms"].by_name["frequency"]
    beats: dict[str, list[Beat]] = {}
    for view in views:
        beat = Beat(view.id, view.name, view.kind, NOTHING, view.actors)
        beats.setdefault(rows[view.id].text("frequency"), []).append(beat)
    rules = {row.text("id"): row.text("rrule") for row in catalogue.rows("milestones", plan_id)}
    for group in deadlines:
        for task in group.milestones:
            if key := _RULES.get(rules[task.id].partition(";")[0]):
                beats.setdefault(key, []).append(Beat(task.id, task.task, NOTHING, task.when, task.actors))

    fines = {row.text("id") for row in catalogue.rows("instruments", plan_id) if row["kind"] in CONSEQUENCES}

    def of(kinds: tuple[str, ...], within: bool = True) -> tuple[Provision, ...]:
        return tuple(view for view in views if (rows[view.id].text("kind") in kinds) is within)

    return Steering(
        calendar=tuple(Interval(key, field.label(key), tuple(beats[key])) for key in RHYTHM if key in beats),
        silent=len(beats.get("unspecified", ())),
        running=of((*JUDGING, *CONSEQUENCES), within=False),
        judging=of(JUDGING),
        consequences=of(CONSEQUENCES),
        penalties=tuple(one for one in instruments if one.id in fines),
    )
