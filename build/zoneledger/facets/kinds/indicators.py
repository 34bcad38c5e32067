"""By indicator: the targets set on it."""

from __future__ import annotations

from zoneledger.catalogue import Catalogue
from zoneledger.facets.kind import Kind, by_column
from zoneledger.problems import Text
from zoneledger.views.name import bilingual


def _names(catalogue: Catalogue) -> dict[str, Text]:
    return {row.text("id"): bilingual(row, "name") for row in catalogue.rows("indicators")}


KIND = Kind("indicators", _names, {"targets": by_column("indicator_id")}, {"targets": "indicator"})
