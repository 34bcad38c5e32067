"""The columns of the wide table of targets that no path leads to: sentence, base units, zones, days, who leads."""

from __future__ import annotations

from collections.abc import Iterable

from zoneledger.catalogue import Catalogue, Row
from zoneledger.edtf import earliest, is_redacted, latest
from zoneledger.explorer.places import bodies
from zoneledger.packages.numbers import plain
from zoneledger.problems import Text
from zoneledger.units import bounds
from zoneledger.views.name import name
from zoneledger.views.statement import statement

# Stands between several values of one cell, as in the contributors' tables.
_SEPARATOR = "|"


def computed(catalogue: Catalogue) -> dict[str, dict[str, str]]:
    """These columns of every target, by target id."""
    zones: dict[str, list[str]] = {}
    for link in catalogue.rows("target_zones"):
        zones.setdefault(link.text("target_id"), []).append(link.text("zone_id"))
    leads = bodies(catalogue, "lead")
    return {
        row.text("id"): {
            **_pair("statement", statement(catalogue, row)),
            **_listed(catalogue, "zones", ("zone_ids", "zones"), zones.get(row.text("id"), ())),
            **_figures(catalogue, row),
            **_days(row.text("due")),
            **_listed(catalogue, "organizations", ("lead_ids", "leads"), leads.get(row.text("measure_id"), ())),
            "lead_types": _types(catalogue, leads.get(row.text("measure_id"), ())),
        }
        for row in catalogue.rows("targets")
    }


def _pair(column: str, text: Text) -> dict[str, str]:
    return {f"{column}_zh": text.zh, f"{column}_en": text.en}


def _listed(catalogue: Catalogue, table: str, columns: tuple[str, str], keys: Iterable[str]) -> dict[str, str]:
    ids, named = columns
    names = [name(catalogue, table, key) for key in keys]
    return {
        ids: _SEPARATOR.join(keys),
        **_pair(named, Text(*(_SEPARATOR.join(each) for each in zip(*names, strict=True)) if names else ("", ""))),
    }


def _types(catalogue: Catalogue, keys: Iterable[str]) -> str:
    found = (catalogue.row("organizations", key) for key in keys)
    return _SEPARATOR.join(dict.fromkeys(row.text("agency_type_id") for row in found if row))


def _figures(catalogue: Catalogue, row: Row) -> dict[str, str]:
    low, high = bounds(catalogue, row)
    return {
        "base_value": "" if low is None else plain(low),
        "base_value_max": "" if row["value_max"] is None or high is None else plain(high),
    }


def _days(due: str) -> dict[str, str]:
    known = due and not is_redacted(due)
    return {"due_earliest": earliest(due) if known else "", "due_latest": latest(due) if known else ""}
