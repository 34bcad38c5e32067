"""Rows that belong to another row."""

from __future__ import annotations

from zoneledger.catalogue.catalogue import Catalogue
from zoneledger.catalogue.records import Row


def zone_links(catalogue: Catalogue, row: Row) -> list[Row]:
    """The rows of ``target_zones`` that belong to a target."""
    links = catalogue.rows("target_zones", row.text("plan_id"))
    return [link for link in links if link["target_id"] == row["id"]]
