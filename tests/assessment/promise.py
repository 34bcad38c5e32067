"""A target and an outcome to change cell by cell."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from zoneledger.assessment import Assessment, assess
from zoneledger.catalogue import Catalogue, Row

Cells = dict[str, Any]


@dataclass(frozen=True)
class Promise:
    catalogue: Catalogue
    aim: Row
    figure: Row

    def target(self, **cells: Any) -> Row:
        return replace(self.aim, values={**self.aim.values, **cells})

    def outcome(self, **cells: Any) -> Row:
        return replace(self.figure, values={**self.figure.values, **cells})

    def assess(self, promised: Cells, *reported: Cells, plan: Cells | None = None, as_of: str = "") -> Assessment:
        """The verdict on the changed target from as many changed figures.

        Args:
            promised: cells of the target that differ.
            reported: cells that differ, of each figure.
            plan: keys of ``plan.yml`` that differ.
            as_of: the dataset's date, where it differs.
        """
        plan_id = self.aim.text("plan_id")
        files = {plan_id: {**self.catalogue.plan_files[plan_id], **(plan or {})}}
        dataset = {**self.catalogue.dataset, **({"as_of": as_of} if as_of else {})}
        target = self.target(**promised)
        # A target under another id has no named zones of its own.
        outcomes = [
            self.outcome(target_id=target["id"], id=f"{plan_id}-o{n:03d}", **cells)
            for n, cells in enumerate(reported, 1)
        ]
        return assess(target, outcomes, replace(self.catalogue, plan_files=files, dataset=dataset))
