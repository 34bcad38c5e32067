"""A plan's headline targets: what its chapters of objectives promise, a firm figure and its stretch on one line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from zoneledger.assessment import Assessment
from zoneledger.catalogue import Catalogue, Row
from zoneledger.problems import NOTHING, Text
from zoneledger.views.date import deadline_words, interval_words
from zoneledger.views.explanation import amount
from zoneledger.views.statement import Parts, parts
from zoneledger.views.target import TargetView

#: Lines that are read at a glance; the others are folded below them.
MOST = 12
SPARED = 2
#: Strengths of a figure one hopes for; the others are what is asked.
HOPED = ("stretch", "tentative")


@dataclass(frozen=True)
class Pledge:
    """One figure of a line.

    Args:
        target: its target.
        said: its claim in parts.
        fate: what came of it.
        reported: the figures and years that the verdict rests on, in words; empty where there is none.
    """

    target: TargetView
    said: Parts
    fate: Assessment
    reported: tuple[Text, ...]

    @property
    def told(self) -> bool:
        """Whether there is anything to tell of what came of it."""
        return bool(self.reported) or self.fate.verdict != "not_assessable"


@dataclass(frozen=True)
class HeadlineLine:
    """What is promised of one thing: the figures asked for, and beside them those hoped for."""

    asked: tuple[Pledge, ...]
    hoped: tuple[Pledge, ...]

    @property
    def pledges(self) -> tuple[Pledge, ...]:
        """All figures of the line."""
        return (*self.asked, *self.hoped)

    @property
    def first(self) -> Pledge:
        """The figure whose words name the line."""
        return self.pledges[0]


@dataclass(frozen=True)
class Deadline:
    """The lines of one deadline.

    Args:
        due: EDTF date; empty where there is none.
        when: the deadline in words; nothing where there is none.
        lines: in printed order.
    """

    due: str
    when: Text
    lines: tuple[HeadlineLine, ...]

    @property
    def whom(self) -> Text:
        """Whom all its lines bind, so that it need not be said at each; nothing where they differ."""
        found = {line.first.said.whom for line in self.lines}
        return found.pop() if len(found) == 1 else NOTHING


@dataclass(frozen=True)
class Headlines:
    """The headline targets of a plan.

    Args:
        shown: the first ``MOST`` lines, by deadline in printed order.
        folded: the lines after them.
        objective: whether they stand in the chapters of objectives; else they are all targets of the plan.
        targets: how many targets they are.
        found: of how many something was reported, or judged.
    """

    shown: tuple[Deadline, ...]
    folded: tuple[Deadline, ...]
    objective: bool
    targets: int
    found: int

    @property
    def rest(self) -> int:
        """How many lines are folded."""
        return sum(len(deadline.lines) for deadline in self.folded)

    @property
    def hoped(self) -> bool:
        """Whether any line has a figure one hopes for."""
        return any(line.hoped for deadline in (*self.shown, *self.folded) for line in deadline.lines)


def headlines(catalogue: Catalogue, plan_id: str, targets: list[TargetView], fates: dict[str, Assessment]) -> Headlines:
    """The targets that stand in units of kind ``objective``; all targets where none stands there.

    Args:
        catalogue: the checked datasets.
        plan_id: the plan.
        targets: its targets, in printed order.
        fates: what came of each, by its id.
    """
    goals = {row["id"] for row in catalogue.rows("measures", plan_id) if row["kind"] == "objective"}
    found = [target for target in targets if target.measure_id in goals]
    objective, found = bool(found), found or targets
    pledges = {target.id: _pledge(catalogue, target, fates[target.id]) for target in found}
    lines = [
        HeadlineLine(
            tuple(pledge for pledge in line if pledge.target.strength not in HOPED),
            tuple(pledge for pledge in line if pledge.target.strength in HOPED),
        )
        for line in _paired(catalogue.rows("target_relations", plan_id), pledges)
    ]
    # A deadline's lines stay together, in the order in which the document first names it.
    order = list(dict.fromkeys(line.first.target.due for line in lines))
    lines.sort(key=lambda line: order.index(line.first.target.due))
    # A fold for a line or two hides more than it saves.
    most = len(lines) if len(lines) <= MOST + SPARED else MOST
    told = sum(pledge.told for pledge in pledges.values())
    return Headlines(_by_deadline(lines[:most]), _by_deadline(lines[most:]), objective, len(found), told)


def _paired(relations: Iterable[Row], pledges: dict[str, Pledge]) -> list[list[Pledge]]:
    """Each figure with those that stretch it; only where the document itself puts the two side by side."""
    firm = {
        row.text("from_target_id"): row.text("to_target_id") for row in relations if row["relation"] == "stretch_of"
    }
    lines: dict[str, list[Pledge]] = {}
    for key, pledge in pledges.items():
        head, seen = key, {key}
        while firm.get(head) in pledges and firm[head] not in seen:
            head = firm[head]
            seen.add(head)
        lines.setdefault(head, []).append(pledge)
    return list(lines.values())


def _by_deadline(lines: list[HeadlineLine]) -> tuple[Deadline, ...]:
    groups: dict[str, list[HeadlineLine]] = {}
    for line in lines:
        groups.setdefault(line.first.target.due, []).append(line)
    return tuple(Deadline(due, deadline_words(due) if due else NOTHING, tuple(some)) for due, some in groups.items())


def _pledge(catalogue: Catalogue, target: TargetView, fate: Assessment) -> Pledge:
    return Pledge(
        target, parts(catalogue, fate.target), fate, tuple(_reported(catalogue, row) for row in fate.evidence)
    )


def _reported(catalogue: Catalogue, row: Row) -> Text:
    much, when = amount(catalogue, row), interval_words(row.text("period"))
    return Text(f"{much.zh}（{when.zh}）", f"{much.en} ({when.en})")
