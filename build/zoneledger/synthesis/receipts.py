"""Receipts of synthetic plans, as large as real ones; their source is a text that does not exist, by its name too."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from zoneledger.audit.receipts import NOT_IN_SOURCE, Duties, Figures, Receipt, digests_of
from zoneledger.catalogue import Catalogue, TableSchema
from zoneledger.catalogue.records import Record, Table
from zoneledger.layout import Layout
from zoneledger.synthesis.plan import Plan

_OUT_OF_TEXT = ("targets", "instruments")


def receipt(plan: Plan, schemas: dict[str, TableSchema]) -> Receipt:
    """A receipt of the plan's rows, as if each had been found.

    Args:
        plan: the plan, its rows with every column of their files.
        schemas: every table's rules.
    """
    tables = {
        name: Table(schemas[name], [Record("", 1, cells, plan.id) for cells in rows])
        for name, rows in plan.tables.items()
    }
    known = {name: schemas[name] for name in tables}
    digests = digests_of(Catalogue(Layout(Path()), known, plan_files={plan.id: plan.content}, tables=tables), plan.id)
    rows = {name: len(keys) for name, keys in digests.items()}
    anchored = {
        name: len(rows) for name, rows in plan.tables.items() if name not in NOT_IN_SOURCE and "printed" in rows[0]
    }
    carried = {name: len(plan.tables[name]) for name in _OUT_OF_TEXT if name in plan.tables}
    excluded = dict(Counter(cells["reason"] for cells in plan.tables.get("exclusions", ())))
    listed = sum(cells["basis"] != "text" for cells in plan.tables.get("responsibilities", ()))
    source = plan.content["source"]
    return Receipt(
        plan.id,
        source["file"],
        source["sha256"],
        rows,
        anchored,
        dict(anchored),
        digests,
        Figures(sum(carried.values()) + sum(excluded.values()), carried, excluded, 0),
        Duties(listed, listed),
        sum(bool(cells.get("reading_note_zh")) for rows in plan.tables.values() for cells in rows),
    )
