"""By city: what the plans of a jurisdiction promise, and whom they charge with it."""

from __future__ import annotations

from collections.abc import Callable

from zoneledger.catalogue import Catalogue, Row
from zoneledger.explorer.places import city_of_plan
from zoneledger.facets.kind import Filer, Kind
from zoneledger.problems import Text
from zoneledger.views.name import name
from zoneledger.views.place import seat


def _names(catalogue: Catalogue) -> dict[str, Text]:
    """Every jurisdiction with a plan, a development zone or an organisation, in the order of codes."""
    codes = set(city_of_plan(catalogue).values())
    for table in ("zones", "organizations"):
        codes |= {place.id for row in catalogue.rows(table) if (place := seat(catalogue, row))}
    return {code: name(catalogue, "jurisdictions", code) for code in sorted(codes)}


def _of_plan(catalogue: Catalogue) -> Callable[[Row], list[str]]:
    city = city_of_plan(catalogue)
    return lambda row: [city[row.text("plan_id")]]


_TABLES: dict[str, Filer] = dict.fromkeys(("targets", "responsibilities"), _of_plan)

KIND = Kind("cities", _names, _TABLES, {"targets": "city", "duties": "city"})
