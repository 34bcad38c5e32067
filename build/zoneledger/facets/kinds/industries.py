"""By industry: targets for it, plans that put it first, projects in it."""

from __future__ import annotations

from zoneledger.catalogue import Catalogue
from zoneledger.facets.kind import Filer, Kind, by_column
from zoneledger.problems import Text
from zoneledger.views.name import bilingual


def _names(catalogue: Catalogue) -> dict[str, Text]:
    return {row.text("id"): bilingual(row, "name") for row in catalogue.rows("industries")}


_TABLES: dict[str, Filer] = dict.fromkeys(("targets", "plan_industries", "projects"), by_column("industry_id"))

KIND = Kind("industries", _names, _TABLES, {"targets": "industry"})
