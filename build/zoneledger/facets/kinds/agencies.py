"""By agency type: the duties of its organisations."""

from __future__ import annotations

from collections.abc import Callable

from zoneledger.catalogue import Catalogue, Row
from zoneledger.facets.kind import Kind
from zoneledger.problems import Text
from zoneledger.views.name import bilingual


def _names(catalogue: Catalogue) -> dict[str, Text]:
    """The types that have an organisation."""
    used = {row["agency_type_id"] for row in catalogue.rows("organizations")}
    return {row.text("id"): bilingual(row, "name") for row in catalogue.rows("agency_types") if row["id"] in used}


def _of_organisation(catalogue: Catalogue) -> Callable[[Row], list[str]]:
    types = {row["id"]: row.text("agency_type_id") for row in catalogue.rows("organizations")}
    return lambda row: [found] if (found := types.get(row["organization_id"])) else []


KIND = Kind("agencies", _names, {"responsibilities": _of_organisation}, {"duties": "agency_type"})
