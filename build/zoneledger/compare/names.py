"""The names that all comparisons share: plans to choose from, and what their files point to."""

from __future__ import annotations

from typing import Any

from zoneledger.catalogue import Catalogue, TableSchema
from zoneledger.views.name import bilingual
from zoneledger.views.plan import summaries

#: What a plan may have and another lack: the table, the column that tells, and the list or enum it comes from.
HAVING = {
    "dimensions": ("indicators", "dimension"),
    "mechanisms": ("mechanisms", "kind"),
    "instruments": ("instruments", "kind"),
}


def names(catalogue: Catalogue) -> dict[str, Any]:
    """The content of ``names.json``: every list by key, in the order it is shown."""
    listed = {
        table: {row.text("id"): list(bilingual(row, "name")) for row in catalogue.rows(table)}
        for table in ("indicators", "agency_types", "industries")
    }
    enums = {key: _labels(catalogue.schemas[table], column) for key, (table, column) in HAVING.items()}
    kinds = _labels(catalogue.schemas["targets"], "value_type")
    dimension = {row.text("id"): row.text("dimension") for row in catalogue.rows("indicators")}
    return {
        "plans": [
            {
                "id": plan.id,
                "title": list(plan.short_title),
                "place": list(plan.jurisdiction),
                "period": list(plan.period),
                "targets": plan.counts.rows["targets"],
            }
            for plan in summaries(catalogue)
        ],
        **listed,
        **enums,
        "kinds": kinds,
        "strengths": _labels(catalogue.schemas["targets"], "strength"),
        "dimension_of": dimension,
    }


def _labels(schema: TableSchema, column: str) -> dict[str, list[str]]:
    return {value: list(label) for value, label in schema.by_name[column].labelled.items()}
