"""Headline numbers of the whole dataset and of one plan, computed from the rows."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from zoneledger.catalogue import Catalogue
from zoneledger.catalogue.facts import fact
from zoneledger.problems import Text
from zoneledger.views.number import share


@dataclass(frozen=True)
class Counts:
    """How many there are.

    Args:
        rows: number of rows by table.
        strengths: number of targets by strength, in the schema's order.
        organisations: organisations that answer for something.
        agency_types: functions these organisations belong to.
        odd: targets left out of charts because their figure is suspect.
    """

    rows: dict[str, int]
    strengths: dict[str, int]
    organisations: int
    agency_types: int
    odd: int

    @property
    def targets(self) -> int:
        """Quantified commitments."""
        return self.rows["targets"]

    @property
    def duties(self) -> int:
        """Parts of organisations in measures."""
        return self.rows["responsibilities"]

    def share(self, strength: str) -> Text:
        """Share of the targets with this strength, as a whole percentage."""
        return share(self.strengths[strength], self.targets)


def count(catalogue: Catalogue) -> Counts:
    """Counts all plans."""
    return _count(catalogue, None)


@fact(lambda said: Counts(**said))
def plan_counts(catalogue: Catalogue, plan_id: str) -> Counts:
    """Counts one plan."""
    return _count(catalogue, plan_id)


def _count(catalogue: Catalogue, plan_id: str | None) -> Counts:
    duties = catalogue.rows("responsibilities", plan_id)
    targets = catalogue.rows("targets", plan_id)
    bodies = {row["organization_id"] for row in duties}
    found = (catalogue.row("organizations", body) for body in bodies)
    strengths = Counter(row.text("strength") for row in targets)
    return Counts(
        rows={table: catalogue.count(table, plan_id) for table in catalogue.schemas},
        strengths={key: strengths[key] for key in catalogue.schemas["targets"].by_name["strength"].enum},
        organisations=len(bodies),
        agency_types=len({row["agency_type_id"] for row in found if row}),
        odd=sum(row["note_basis"] == "suspected" for row in targets),
    )
