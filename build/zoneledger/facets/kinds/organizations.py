"""By organisation: its duties, the mechanisms and the dated tasks that name it."""

from __future__ import annotations

from zoneledger.catalogue import Catalogue
from zoneledger.facets.kind import Filer, Kind, by_column
from zoneledger.facets.kinds.linked import linked
from zoneledger.problems import Text
from zoneledger.views.name import bilingual


def _names(catalogue: Catalogue) -> dict[str, Text]:
    return {row.text("id"): bilingual(row, "name") for row in catalogue.rows("organizations")}


_TABLES: dict[str, Filer] = {
    "responsibilities": by_column("organization_id"),
    "mechanisms": linked("mechanism_actors", "mechanism_id", "organization_id"),
    "milestones": linked("milestone_actors", "milestone_id", "organization_id"),
}

KIND = Kind("organizations", _names, _TABLES, {"duties": "organization"})
