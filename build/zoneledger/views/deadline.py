"""Everything in a plan that has a date, in the order in which it falls due."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from zoneledger.catalogue import Catalogue, Row
from zoneledger.edtf import is_redacted, latest, year_of
from zoneledger.problems import NOTHING, Text
from zoneledger.views.date import date_words, recurrence_words
from zoneledger.views.name import Named, bilingual, name
from zoneledger.views.provenance import Provenance, provenance
from zoneledger.views.target import TargetView


@dataclass(frozen=True)
class MilestoneView:
    """A dated task.

    Args:
        due: EDTF date; empty for a recurring task.
        when: the date or the recurrence in words.
        actors: who carries it out.
    """

    id: str
    plan_id: str
    measure_id: str
    task: Text
    due: str
    when: Text
    actors: tuple[Named, ...]
    provenance: Provenance


@dataclass(frozen=True)
class DeadlineGroup:
    """What falls due on one date.

    Args:
        due: EDTF date; empty for what recurs.
        when: the date in words; empty for what recurs.
        milestones: tasks of that date.
        targets: targets of that date; a plan's many year-end targets are shown by their number.
        over: whether the date was over at the dataset's date; never so for what recurs or is blanked.
    """

    due: str
    when: Text
    milestones: tuple[MilestoneView, ...]
    targets: tuple[TargetView, ...]
    over: bool = False

    @property
    def year(self) -> str:
        """The year; empty where there is none, or where it is blanked."""
        return year_of(self.due)


def milestone(catalogue: Catalogue, row: Row) -> MilestoneView:
    """The view of one row of ``milestones``."""
    due, rule = row.text("due"), row.text("rrule")
    words = [date_words(due)] if due else []
    words += [recurrence_words(rule)] if rule else []
    actors = [
        actor for actor in catalogue.rows("milestone_actors", row.text("plan_id")) if actor["milestone_id"] == row["id"]
    ]
    return MilestoneView(
        id=row.text("id"),
        plan_id=row.text("plan_id"),
        measure_id=row.text("measure_id"),
        task=bilingual(row, "task"),
        due=due,
        when=Text("，".join(word.zh for word in words), ", ".join(word.en for word in words)),
        actors=tuple(
            Named(actor.text("organization_id"), name(catalogue, "organizations", actor["organization_id"]))
            for actor in actors
        ),
        provenance=provenance(row, catalogue.schemas["milestones"]),
    )


def deadlines(catalogue: Catalogue, plan_id: str, targets: Iterable[TargetView]) -> tuple[DeadlineGroup, ...]:
    """Milestones and targets of a plan by date; what recurs comes last."""
    tasks: dict[str, list[MilestoneView]] = {}
    for row in catalogue.rows("milestones", plan_id):
        view = milestone(catalogue, row)
        tasks.setdefault(view.due, []).append(view)
    aims: dict[str, list[TargetView]] = {}
    for target in targets:
        aims.setdefault(target.due, []).append(target)
    # a month stands before the year that ends with it
    dates = sorted({*tasks, *aims}, key=lambda due: (not due, latest(due), -len(due), due))
    as_of = str(catalogue.dataset["as_of"])
    return tuple(
        DeadlineGroup(
            due,
            date_words(due) if due else NOTHING,
            tuple(tasks.get(due, ())),
            tuple(aims.get(due, ())),
            over=bool(due) and not is_redacted(due) and latest(due) < as_of,
        )
        for due in dates
    )
