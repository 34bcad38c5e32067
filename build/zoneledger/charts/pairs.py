"""Who shares measures with whom: pairs of agency types named in the same measure, the numbers behind two charts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import combinations

import pandas as pd

from zoneledger.catalogue import Catalogue
from zoneledger.charts.duties import duties
from zoneledger.problems import Text

_LEAD = "lead"


@dataclass(frozen=True)
class Pairs:
    """Agency types that share measures.

    Args:
        each: one row an agency type, another one, and a measure of a plan that names both, with columns agency, partner,
            plan, measure, leads and led: whether the agency type leads there, and whether the partner does. Every pair
            stands in it twice, once from either side.
        measures: how many measures name anyone.
        notes: a sentence on what was left out; may be empty.
    """

    each: pd.DataFrame
    measures: int
    notes: Text

    def of_each(self) -> dict[str, Pairs]:
        """The pairs of each agency type, by its id, so that nobody looks through all of them for one."""
        return {str(key): replace(self, each=own) for key, own in self.each.groupby("agency")}

    def counts(self) -> pd.Series[int]:
        """Measures that each pair shares, by agency and partner, the most first; equal ones by id."""
        counted = self.each.groupby(["agency", "partner"]).size()
        return counted.sort_values(ascending=False, kind="stable")


def pairs(catalogue: Catalogue) -> Pairs:
    """All pairs over all plans. A measure's own list is short, so the work grows with the measures alone."""
    found = duties(catalogue)
    rows = []
    by_measure = found.each.groupby(["plan", "measure"], sort=True)
    for (plan, measure), group in by_measure:
        leaders = set(group.loc[group["role"] == _LEAD, "agency"])
        for one, other in combinations(sorted(set(group["agency"])), 2):
            for agency, partner in ((one, other), (other, one)):
                rows.append((agency, partner, plan, measure, agency in leaders, partner in leaders))
    columns = ["agency", "partner", "plan", "measure", "leads", "led"]
    return Pairs(pd.DataFrame(rows, columns=columns), len(by_measure), found.left_out)
