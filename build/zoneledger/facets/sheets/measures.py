"""Measures: their number and title, and every organisation they name."""

from __future__ import annotations

from collections.abc import Iterator

from zoneledger.catalogue import Catalogue
from zoneledger.explorer.places import bodies, plan_titles
from zoneledger.facets.sheets.sheet import Sheet, listed
from zoneledger.views.name import bilingual, name

_HEADER = (
    "id", "plan_id", "plan_zh", "plan_en", "number_printed", "title_zh", "title_en", "kind", "organizations_zh",
    "organizations_en", "locator",
)  # fmt: skip


def _lines(catalogue: Catalogue) -> Iterator[tuple[str, ...]]:
    plans, answering = plan_titles(catalogue), bodies(catalogue)
    for row in catalogue.rows("measures"):
        yield (
            row.text("id"), row.text("plan_id"), *plans[row.text("plan_id")], row.text("number_printed"),
            *bilingual(row, "title"), row.text("kind"),
            *listed(name(catalogue, "organizations", body) for body in answering[row.text("id")]), row.text("locator"),
        )  # fmt: skip


SHEET = Sheet("measures.csv", _HEADER, _lines)
