"""Rows whose note says that the source is wrong, looks wrong, or was filled from an official text."""

from __future__ import annotations

from collections.abc import Iterator

from zoneledger.catalogue import Catalogue
from zoneledger.catalogue.schemas import PLAN
from zoneledger.views.oddities.spot import KINDS, Spot, of_row
from zoneledger.views.provenance import note


def find(catalogue: Catalogue, plan_id: str) -> Iterator[Spot]:
    """Marked rows of every table, in the order of tables and files."""
    for table, schema in catalogue.schemas.items():
        if schema.group != PLAN or "note_basis" not in schema.by_name:
            continue
        for row in catalogue.rows(table, plan_id):
            said = note(row, schema)
            if said and said.basis in KINDS:
                yield of_row(catalogue, table, row, said.basis, said.text)
