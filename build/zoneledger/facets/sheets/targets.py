"""Targets: what is promised, how firmly, by when, who leads, and what became of it."""

from __future__ import annotations

from collections.abc import Iterator

from zoneledger.assessment import assessments
from zoneledger.catalogue import Catalogue
from zoneledger.explorer.places import bodies, plan_titles
from zoneledger.facets.sheets.sheet import Sheet, listed
from zoneledger.problems import NOTHING
from zoneledger.views.name import bilingual, name
from zoneledger.views.statement import statement

_HEADER = (
    "id", "plan_id", "plan_zh", "plan_en", "statement_zh", "statement_en", "indicator_id", "indicator_zh", "indicator_en",
    "value", "value_max", "unit_id", "unit_zh", "unit_en", "strength", "due", "recurrence", "leads_zh", "leads_en",
    "assessment", "locator", "printed",
)  # fmt: skip


def _lines(catalogue: Catalogue) -> Iterator[tuple[str, ...]]:
    table = catalogue.tables["targets"]
    plans, leads, judged = plan_titles(catalogue), bodies(catalogue, "lead"), assessments(catalogue)
    for record, row in zip(table.records, table.rows, strict=True):
        cells = record.cells
        unit = catalogue.row("units", row["unit_id"])
        yield (
            row.text("id"), row.text("plan_id"), *plans[row.text("plan_id")], *statement(catalogue, row),
            row.text("indicator_id"), *name(catalogue, "indicators", row["indicator_id"]),
            cells.get("value", ""), cells.get("value_max", ""), row.text("unit_id"),
            *(bilingual(unit, "symbol") if unit else NOTHING),
            row.text("strength"), row.text("due"), row.text("recurrence"),
            *listed(name(catalogue, "organizations", body) for body in leads.get(row.text("measure_id"), ())),
            judged[row.text("id")].verdict, row.text("locator"), row.text("printed"),
        )  # fmt: skip


SHEET = Sheet("targets.csv", _HEADER, _lines)
