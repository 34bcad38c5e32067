"""Industries that plans put first, and for which zone."""

from __future__ import annotations

from collections.abc import Iterator

from zoneledger.catalogue import Catalogue
from zoneledger.explorer.places import plan_titles
from zoneledger.facets.sheets.sheet import Sheet
from zoneledger.views.name import name

_HEADER = (
    "id", "plan_id", "plan_zh", "plan_en", "industry_id", "industry_zh", "industry_en", "rank", "zone_id", "zone_zh",
    "zone_en", "locator", "printed",
)  # fmt: skip


def _lines(catalogue: Catalogue) -> Iterator[tuple[str, ...]]:
    plans = plan_titles(catalogue)
    for row in catalogue.rows("plan_industries"):
        yield (
            row.text("id"), row.text("plan_id"), *plans[row.text("plan_id")],
            row.text("industry_id"), *name(catalogue, "industries", row["industry_id"]), row.text("rank"),
            row.text("zone_id"), *name(catalogue, "zones", row["zone_id"]), row.text("locator"), row.text("printed"),
        )  # fmt: skip


SHEET = Sheet("industries.csv", _HEADER, _lines)
