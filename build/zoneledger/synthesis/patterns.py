"""What curated plans are made of: rows as patterns, grouped under their measures."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from zoneledger.synthesis.amounts import Amount
from zoneledger.synthesis.texts import Template

#: Rows that follow another row of the same plan, by the column that names it.
FOLLOWERS = {
    "target_zones": "target_id",
    "outcomes": "target_id",
    "rejected_evidence": "target_id",
    "mechanism_actors": "mechanism_id",
    "milestone_actors": "milestone_id",
}
#: Tables whose rows name the measure they stand under.
UNDER_MEASURE = (
    "targets",
    "responsibilities",
    "milestones",
    "mechanisms",
    "projects",
    "references",
    "instruments",
    "plan_industries",
)
#: The letter before the number of a row's id.
LETTERS = {
    "measures": "m",
    "targets": "t",
    "responsibilities": "r",
    "milestones": "s",
    "mechanisms": "g",
    "projects": "p",
    "references": "c",
    "instruments": "i",
    "plan_industries": "n",
    "outcomes": "o",
    "rejected_evidence": "e",
}


@dataclass(slots=True)
class Pattern:
    """A curated row to be written again for another plan.

    Args:
        table: its table.
        cells: what stays as it is, by column.
        templates: what has blanks to fill, by column.
        amount: the printed figure, where it may be changed.
        followers: the rows that name this one.
    """

    table: str
    cells: dict[str, str]
    templates: tuple[tuple[str, Template], ...] = ()
    amount: Amount | None = None
    followers: list[Pattern] = field(default_factory=list)

    @property
    def id(self) -> str:
        """The curated row's id; empty where its table has none."""
        return self.cells.get("id", "")


@dataclass(slots=True)
class Unit:
    """One measure of a curated plan with everything that stands under it.

    Args:
        plan_id: the curated plan.
        measure: its row of ``measures``.
        leaf: whether no other measure lies under it.
        rows: what stands under it, by table.
        exclusions: what of its text is excluded by name.
    """

    plan_id: str
    measure: Pattern
    leaf: bool
    rows: dict[str, list[Pattern]]
    exclusions: list[Pattern] = field(default_factory=list)

    @property
    def kind(self) -> str:
        """The measure's kind."""
        return self.measure.cells["kind"]

    @property
    def locator(self) -> str:
        """Where it stands in the curated plan."""
        return self.measure.cells["locator"]


@dataclass(slots=True)
class PlanPattern:
    """A curated plan.

    Args:
        plan_id: its id.
        content: its ``plan.yml``, texts as templates.
        script: ``hans`` or ``hant``.
        first, last: the years of its period; 0 where it has none.
        units: its measures in reading order.
        relations: its ``target_relations`` as written.
        loose: rows that hang on no measure and no target.
    """

    plan_id: str
    content: dict[str, Any]
    script: str
    first: int
    last: int
    units: list[Unit]
    relations: list[tuple[str, str, str]]
    loose: list[Pattern]
