"""Duties: which organisation, in which role, under which measure."""

from __future__ import annotations

from collections.abc import Iterator

from zoneledger.catalogue import Catalogue
from zoneledger.explorer.places import plan_titles
from zoneledger.facets.sheets.sheet import Sheet
from zoneledger.problems import NOTHING
from zoneledger.views.name import bilingual, name

_HEADER = (
    "id", "plan_id", "plan_zh", "plan_en", "organization_id", "organization_zh", "organization_en", "agency_type_id",
    "role", "measure_id", "measure_zh", "measure_en", "act_zh", "act_en", "locator", "printed",
)  # fmt: skip


def _lines(catalogue: Catalogue) -> Iterator[tuple[str, ...]]:
    plans = plan_titles(catalogue)
    for row in catalogue.rows("responsibilities"):
        body, measure = (
            catalogue.row("organizations", row["organization_id"]),
            catalogue.row("measures", row["measure_id"]),
        )
        yield (
            row.text("id"), row.text("plan_id"), *plans[row.text("plan_id")], row.text("organization_id"),
            *name(catalogue, "organizations", row["organization_id"]), body.text("agency_type_id") if body else "",
            row.text("role"), row.text("measure_id"), *(bilingual(measure, "title") if measure else NOTHING),
            *bilingual(row, "act"), row.text("locator"), row.text("printed"),
        )  # fmt: skip


SHEET = Sheet("duties.csv", _HEADER, _lines)
