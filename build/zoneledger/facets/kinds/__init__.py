"""The facets, one module each: named after the folder of its pages."""

from __future__ import annotations

from zoneledger.facets.kind import Kind
from zoneledger.facets.kinds import (
    agencies,
    cities,
    indicators,
    industries,
    organizations,
    strengths,
    years,
    zones,
)

__all__ = ["KINDS"]

#: In the order in which hubs list them.
KINDS: tuple[Kind, ...] = (
    years.KIND,
    strengths.KIND,
    cities.KIND,
    agencies.KIND,
    organizations.KIND,
    indicators.KIND,
    industries.KIND,
    zones.KIND,
)
