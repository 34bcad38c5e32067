"""Projects: what is to be built, in which state, by when, where and in which industry."""

from __future__ import annotations

from collections.abc import Iterator

from zoneledger.catalogue import Catalogue
from zoneledger.explorer.places import plan_titles
from zoneledger.facets.sheets.sheet import Sheet
from zoneledger.views.name import bilingual, name

_HEADER = (
    "id", "plan_id", "plan_zh", "plan_en", "name_zh", "name_en", "state_zh", "state_en", "enterprise", "due", "zone_id",
    "zone_zh", "zone_en", "industry_id", "industry_zh", "industry_en", "locator", "printed",
)  # fmt: skip


def _lines(catalogue: Catalogue) -> Iterator[tuple[str, ...]]:
    plans = plan_titles(catalogue)
    for row in catalogue.rows("projects"):
        yield (
            row.text("id"), row.text("plan_id"), *plans[row.text("plan_id")], *bilingual(row, "name"),
            *bilingual(row, "state"), row.text("enterprise"), row.text("due"),
            row.text("zone_id"), *name(catalogue, "zones", row["zone_id"]),
            row.text("industry_id"), *name(catalogue, "industries", row["industry_id"]),
            row.text("locator"), row.text("printed"),
        )  # fmt: skip


SHEET = Sheet("projects.csv", _HEADER, _lines)
