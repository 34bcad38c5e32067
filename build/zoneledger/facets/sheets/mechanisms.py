"""Mechanisms: how the work is steered, watched and judged."""

from __future__ import annotations

from collections.abc import Iterator

from zoneledger.catalogue import Catalogue
from zoneledger.explorer.places import plan_titles
from zoneledger.facets.sheets.sheet import Sheet
from zoneledger.views.name import bilingual

_HEADER = (
    "id", "plan_id", "plan_zh", "plan_en", "kind", "name_zh", "name_en", "summary_zh", "summary_en", "frequency",
    "locator", "printed",
)  # fmt: skip


def _lines(catalogue: Catalogue) -> Iterator[tuple[str, ...]]:
    plans = plan_titles(catalogue)
    for row in catalogue.rows("mechanisms"):
        yield (
            row.text("id"), row.text("plan_id"), *plans[row.text("plan_id")], row.text("kind"), *bilingual(row, "name"),
            *bilingual(row, "summary"), row.text("frequency"), row.text("locator"), row.text("printed"),
        )  # fmt: skip


SHEET = Sheet("mechanisms.csv", _HEADER, _lines)
