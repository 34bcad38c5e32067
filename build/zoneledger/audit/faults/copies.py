"""Copies of a catalogue with one cell changed, one row gone, or one row added: faults to plant."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from zoneledger.catalogue import Catalogue, Table
from zoneledger.catalogue.records import Record


def with_records(catalogue: Catalogue, table: str, change: Callable[[list[Record]], list[Record]]) -> Catalogue:
    """A copy whose one table holds other records."""
    tables = {name: Table(old.schema, list(old.records)) for name, old in catalogue.tables.items()}
    tables[table].records = change(tables[table].records)
    for name, old in catalogue.tables.items():
        if name != table:
            # Typing every row again for each planted fault would be most of the work.
            tables[name].__dict__["rows"] = old.rows
    return Catalogue(catalogue.layout, catalogue.schemas, catalogue.dataset, catalogue.plan_files, tables)


def with_cell(catalogue: Catalogue, record: Record, table: str, column: str, value: str) -> Catalogue:
    """A copy in which one cell holds another value."""
    changed = replace(record, cells={**record.cells, column: value})
    return with_records(catalogue, table, lambda records: [changed if old is record else old for old in records])


def of_plan(catalogue: Catalogue, plan_id: str) -> Catalogue:
    """A copy that holds one plan only, and the reference lists: what its audit needs."""
    tables = dict(catalogue.tables)
    for name, table in catalogue.tables.items():
        if table.schema.group == "plan":
            tables[name] = Table(table.schema, [record for record in table.records if record.plan_id == plan_id])
    plan_files = {plan_id: catalogue.plan_files[plan_id]}
    return Catalogue(catalogue.layout, catalogue.schemas, catalogue.dataset, plan_files, tables)


def without(catalogue: Catalogue, record: Record, table: str) -> Catalogue:
    """A copy in which one row is gone."""
    return with_records(catalogue, table, lambda records: [old for old in records if old is not record])
