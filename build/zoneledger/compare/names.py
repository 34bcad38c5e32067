"""The names that all comparisons share: plans to choose from, and what their files point to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from zoneledger.catalogue import Catalogue, TableSchema
from zoneledger.views.name import bilingual
from zoneledger.views.plan import summary

#: What a plan may have and another lack: the table, the column that tells, and the list or enum it comes from.
HAVING = {
    "dimensions": ("indicators", "dimension"),
    "mechanisms": ("mechanisms", "kind"),
    "instruments": ("instruments", "kind"),
}


def names(catalogue: Catalogue) -> dict[str, Any]:
    """The lists that all plans share: every list by key, in the order it is shown."""
    listed = {
        table: {row.text("id"): list(bilingual(row, "name")) for row in catalogue.rows(table)}
        for table in ("indicators", "agency_types", "industries")
    }
    enums = {key: _labels(catalogue.schemas[table], column) for key, (table, column) in HAVING.items()}
    return {
        **listed,
        **enums,
        "kinds": _labels(catalogue.schemas["targets"], "value_type"),
        "strengths": _labels(catalogue.schemas["targets"], "strength"),
        "dimension_of": {row.text("id"): row.text("dimension") for row in catalogue.rows("indicators")},
    }


def entry(catalogue: Catalogue, plan_id: str) -> dict[str, Any]:
    """What the list of plans says of one.

    Raises:
        KeyError: there is no such plan.
    """
    row = catalogue.row("plans", plan_id)
    if row is None:
        raise KeyError(plan_id)
    plan = summary(catalogue, row)
    return {
        "id": plan.id,
        "title": list(plan.short_title),
        "place": list(plan.jurisdiction),
        "period": list(plan.period),
        "targets": plan.counts.rows["targets"],
    }


def columns(entries: Sequence[Mapping[str, Any]], lang: int) -> dict[str, Any]:
    """The list of very many plans in one language: places and periods once each, so that it stays small.

    Args:
        entries: one a plan.
        lang: 0 for Chinese, 1 for English.
    """
    found: dict[str, Any] = {
        "ids": [entry["id"] for entry in entries],
        "titles": [entry["title"][lang] for entry in entries],
    }
    for name in ("place", "period"):
        cells = [entry[name][lang] for entry in entries]
        values = {value: position for position, value in enumerate(dict.fromkeys(cells))}
        found |= {f"{name}s": list(values), name: [values[cell] for cell in cells]}
    return found


def _labels(schema: TableSchema, column: str) -> dict[str, list[str]]:
    return {value: list(label) for value, label in schema.by_name[column].labelled.items()}
