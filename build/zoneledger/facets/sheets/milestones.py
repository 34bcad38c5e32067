"""Dated tasks: what is to be done, by when or how often."""

from __future__ import annotations

from collections.abc import Iterator

from zoneledger.catalogue import Catalogue
from zoneledger.explorer.places import plan_titles
from zoneledger.facets.sheets.sheet import Sheet
from zoneledger.views.name import bilingual

_HEADER = ("id", "plan_id", "plan_zh", "plan_en", "task_zh", "task_en", "due", "rrule", "locator", "printed")


def _lines(catalogue: Catalogue) -> Iterator[tuple[str, ...]]:
    plans = plan_titles(catalogue)
    for row in catalogue.rows("milestones"):
        yield (
            row.text("id"), row.text("plan_id"), *plans[row.text("plan_id")], *bilingual(row, "task"), row.text("due"),
            row.text("rrule"), row.text("locator"), row.text("printed"),
        )  # fmt: skip


SHEET = Sheet("milestones.csv", _HEADER, _lines)
