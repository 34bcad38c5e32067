"""One plan as a comparison needs it: its targets in base units, who leads which function, and what it has at all."""

from __future__ import annotations

from typing import Any

from zoneledger.catalogue import Catalogue, Row
from zoneledger.problems import NOTHING, Text
from zoneledger.views.base_unit import base_quantity
from zoneledger.views.date import date_words
from zoneledger.views.growth import growth
from zoneledger.views.name import bilingual
from zoneledger.views.quantity import comparator, quantity
from zoneledger.views.statement import claim


def plan(catalogue: Catalogue, plan_id: str) -> dict[str, Any]:
    """The content of one plan's file."""
    rows = catalogue.rows("targets", plan_id)
    return {
        "id": plan_id,
        "targets": [_target(catalogue, row) for row in rows],
        "functions": _functions(catalogue, plan_id),
        "has": {
            "dimensions": _dimensions(catalogue, rows),
            "mechanisms": _kinds(catalogue, "mechanisms", "kind", plan_id),
            "instruments": _kinds(catalogue, "instruments", "kind", plan_id),
            "industries": _kinds(catalogue, "plan_industries", "industry_id", plan_id),
        },
    }


def _target(catalogue: Catalogue, row: Row) -> dict[str, Any]:
    base = base_quantity(catalogue, row)
    implied = growth(catalogue, row)
    words = comparator(catalogue, "targets", row)
    found: dict[str, Any] = {
        "id": row.text("id"),
        "indicator": row.text("indicator_id"),
        "kind": row.text("value_type"),
        "unit": base.unit_id,
        "claim": list(claim(catalogue, row)),
        "amount": list(quantity(catalogue, "targets", row)),
        "base": [f"{words.zh}{base.shown.zh}{base.unit.zh}", f"{words.en} {base.shown.en} {base.unit.en}".strip()],
        "factor": list(base.factor),
        "due": list(date_words(row.text("due")) if row["due"] else NOTHING),
        "strength": row.text("strength"),
    }
    if implied is not None:
        found["growth"] = {
            "rate": list(implied.words),
            "formula": list(implied.formula),
            "assumption": list(implied.assumption),
            "outcome": implied.outcome.text("id") if implied.outcome else "",
        }
    return found


def _functions(catalogue: Catalogue, plan_id: str) -> dict[str, dict[str, Any]]:
    """By agency type: the bodies that lead, with the number of measures each leads, and all duties of the type."""
    found: dict[str, dict[str, Any]] = {}
    for duty in catalogue.rows("responsibilities", plan_id):
        body = catalogue.row("organizations", duty["organization_id"])
        if body is None or not body["agency_type_id"]:
            continue
        function = found.setdefault(body.text("agency_type_id"), {"leads": {}, "duties": 0})
        function["duties"] += 1
        if duty["role"] == "lead":
            leads = function["leads"].setdefault(body.text("id"), {"name": list(_called(body)), "measures": set()})
            leads["measures"].add(duty.text("measure_id"))
    for function in found.values():
        function["leads"] = [
            {"id": key, "name": lead["name"], "measures": len(lead["measures"])}
            for key, lead in sorted(function["leads"].items(), key=lambda item: (-len(item[1]["measures"]), item[0]))
        ]
    return dict(sorted(found.items()))


def _called(body: Row) -> Text:
    name = bilingual(body, "name")
    return Text(body.text("short_zh") or name.zh, name.en)


def _dimensions(catalogue: Catalogue, rows: list[Row]) -> list[str]:
    indicators = (catalogue.row("indicators", row["indicator_id"]) for row in rows)
    return sorted({indicator.text("dimension") for indicator in indicators if indicator})


def _kinds(catalogue: Catalogue, table: str, column: str, plan_id: str) -> list[str]:
    return sorted({row.text(column) for row in catalogue.rows(table, plan_id)} - {""})
