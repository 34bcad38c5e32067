"""What the charts over all plans must know of one plan, so that they read no row: its title, counts, rates of growth."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from zoneledger.catalogue import Catalogue
from zoneledger.charts import ambition, annual_growth, completeness, lead_agencies, pairs, plan_strength, promise

#: Of one plan, by the name of what is known; all of it can be said in JSON.
Extract = Mapping[str, Any]

_PARTS = {
    "strength": plan_strength.of_plan,
    "leads": lead_agencies.of_plan,
    "pairs": pairs.of_plan,
    "promise": promise.of_plan,
    "growth": annual_growth.of_plan,
    "ambition": ambition.of_plan,
    "completeness": completeness.of_plan,
}


def extract(catalogue: Catalogue, plan_id: str) -> dict[str, Any]:
    """The extract of one plan.

    Args:
        catalogue: may hold this plan alone.
        plan_id: the plan.
    """
    return {name: part(catalogue, plan_id) for name, part in _PARTS.items()}
