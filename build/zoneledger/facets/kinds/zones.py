"""By development zone: every row that names it."""

from __future__ import annotations

from zoneledger.catalogue import Catalogue
from zoneledger.facets.kind import Filer, Kind, by_column
from zoneledger.facets.kinds.linked import linked
from zoneledger.problems import Text
from zoneledger.views.name import bilingual


def _names(catalogue: Catalogue) -> dict[str, Text]:
    return {row.text("id"): bilingual(row, "name") for row in catalogue.rows("zones")}


_TABLES: dict[str, Filer] = {
    "targets": linked("target_zones", "target_id", "zone_id"),
    "projects": by_column("zone_id"),
    "plan_industries": by_column("zone_id"),
}

KIND = Kind("zones", _names, _TABLES, {"targets": "zone"})
