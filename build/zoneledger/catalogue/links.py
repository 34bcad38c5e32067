"""Rows that belong to another row."""

from __future__ import annotations

from zoneledger.catalogue.catalogue import Catalogue
from zoneledger.catalogue.once import once
from zoneledger.catalogue.records import Row


@once
def _by_target(catalogue: Catalogue) -> dict[str, list[Row]]:
    """All rows of ``target_zones`` by target: looked for one by one, a plan's many targets would each read all of them."""
    found: dict[str, list[Row]] = {}
    for link in catalogue.rows("target_zones"):
        found.setdefault(link.text("target_id"), []).append(link)
    return found


def zone_links(catalogue: Catalogue, row: Row) -> list[Row]:
    """The rows of ``target_zones`` that belong to a target."""
    return _by_target(catalogue).get(row.text("id"), [])


def plan_of(row_id: str) -> str:
    """The plan that a row's id names: what stands before its letter and number."""
    return row_id.rpartition("-")[0]
