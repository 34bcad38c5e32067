"""Who shares measures with whom: pairs of agency types named in the same measure, the numbers behind two charts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import Any

from zoneledger.catalogue import Catalogue
from zoneledger.charts import wording
from zoneledger.charts.duties import duties
from zoneledger.problems import Text

_LEAD = "lead"
#: Who leads in a measure of two agency types: the first alone, the second alone, neither or both.
LEADS, LED, LEVEL = "leads", "led", "level"
_TURNED = {LEADS: LED, LED: LEADS, LEVEL: LEVEL}


@dataclass(frozen=True)
class Pairs:
    """Agency types that share measures.

    Args:
        shared: by agency type, another one and who leads, the measures that name both; every pair stands in it twice,
            once from either side.
        plans: how many plans have such measures, by agency type and another one.
        of_agency: by agency type, the measures that it shares with anyone.
        measures: how many measures name anyone.
        joint: how many of them name several.
        of: how many plans were looked through.
        notes: a sentence on what was left out; may be empty.
    """

    shared: Mapping[tuple[str, str, str], int]
    plans: Mapping[tuple[str, str], int]
    of_agency: Mapping[str, int]
    measures: int
    joint: int
    of: int
    notes: Text

    @cached_property
    def counts(self) -> dict[tuple[str, str], int]:
        """Measures that each pair shares, by agency type and partner, the most first; equal ones by id."""
        found = Counter[tuple[str, str]]()
        for (agency, partner, _), count in self.shared.items():
            found[agency, partner] += count
        return dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))

    @cached_property
    def partners(self) -> dict[str, Counter[tuple[str, str]]]:
        """By agency type, the measures shared with each other one, by who leads."""
        found: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
        for (agency, partner, kind), count in sorted(self.shared.items()):
            found[agency][partner, kind] = count
        return dict(found)


def of_plan(catalogue: Catalogue, plan_id: str) -> dict[str, Any]:
    """The pairs of one plan, each once, the lesser id first. A measure's own list is short, so its pairs are few."""
    found = duties(catalogue, plan_id)
    named: dict[str, set[str]] = defaultdict(set)
    leading: dict[str, set[str]] = defaultdict(set)
    for duty in found.each:
        named[duty.measure].add(duty.agency)
        if duty.role == _LEAD:
            leading[duty.measure].add(duty.agency)
    shared, of_agency = Counter[tuple[str, str, str]](), Counter[str]()
    for measure, agencies in named.items():
        leaders = leading[measure]
        if len(agencies) > 1:
            of_agency.update(agencies)
        for one, other in combinations(sorted(agencies), 2):
            first, second = one in leaders, other in leaders
            shared[one, other, LEVEL if first == second else LEADS if first else LED] += 1
    return {
        "shared": [[*key, count] for key, count in sorted(shared.items())],
        "agencies": dict(sorted(of_agency.items())),
        "measures": len(named),
        "joint": sum(len(agencies) > 1 for agencies in named.values()),
        "suspected": found.suspected,
    }


def gather(extracts: Mapping[str, Any]) -> Pairs:
    """The pairs over all plans.

    Args:
        extracts: of every plan, what ``of_plan`` gives.
    """
    shared, of_agency = Counter[tuple[str, str, str]](), Counter[str]()
    plans = Counter[tuple[str, str]]()
    for known in extracts.values():
        of_agency.update(known["agencies"])
        for one, other, kind, count in known["shared"]:
            shared[one, other, kind] += count
            shared[other, one, _TURNED[kind]] += count
        plans.update({(one, other) for one, other, _, _ in known["shared"]})
    sums = {key: sum(known[key] for known in extracts.values()) for key in ("measures", "joint", "suspected")}
    notes = wording.left_out(sums["suspected"])
    return Pairs(shared, plans, of_agency, sums["measures"], sums["joint"], len(extracts), notes)
