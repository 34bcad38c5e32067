"""Counts of the committed receipts, and rows that changed since, of one side."""

from __future__ import annotations

from typing import Any

from zoneledger.audit.receipts import Duties, Figures, Receipt, changed_since
from zoneledger.catalogue import Catalogue
from zoneledger.catalogue.records import Record, Table
from zoneledger.diff.difference import AuditChange
from zoneledger.diff.side import Side, table_of
from zoneledger.layout import Layout

#: Rows added, removed or edited since the receipt was written; it needs the rows, the others the receipt alone.
STALE = "stale_rows"


def audit_changes(base: Side, head: Side, layout: Layout) -> tuple[AuditChange, ...]:
    """The counts that moved, plan by plan.

    Args:
        base, head: both sides.
        layout: of the checkout; the catalogue of a side asks for one, nothing is read there.
    """
    plans = sorted({*base.receipts, *head.receipts})
    if not plans:
        return ()
    catalogues = [_catalogue(side, layout) for side in (base, head)]
    changes = []
    for plan in plans:
        old, new = (counts(side, plan, catalogue) for side, catalogue in zip((base, head), catalogues, strict=True))
        for figure in dict.fromkeys([*new, *old]):
            if old.get(figure) != new.get(figure):
                changes.append(AuditChange(plan, figure, old.get(figure), new.get(figure)))
    return tuple(changes)


def counts(side: Side, plan: str, catalogue: Catalogue) -> dict[str, int]:
    """The counts of one plan's receipt; what it does not hold is absent."""
    receipt = side.receipts.get(plan, {})
    tables = _mapping(receipt, "tables")
    figures, duties = _mapping(receipt, "figures"), _mapping(receipt, "duties")
    faults = _mapping(receipt, "faults")
    found: dict[str, object] = {
        "anchors": _total(tables, "anchors"),
        "anchors_found": _total(tables, "found"),
        "rows": _total(tables, "rows"),
        "figures": figures.get("found"),
        "figures_carried": _sum(figures.get("carried")),
        "figures_excluded": _sum(figures.get("excluded")),
        "figures_open": figures.get("open"),
        "duties": duties.get("found"),
        "duties_carried": duties.get("carried"),
        "reading_notes": receipt.get("reading_notes"),
        "faults_planted": _sum(faults.get("planted")),
        "faults_caught": _sum(faults.get("caught")),
        STALE: _stale(tables, plan, catalogue) if receipt else None,
    }
    return {name: value for name, value in found.items() if isinstance(value, int)}


def _stale(tables: dict[str, Any], plan: str, catalogue: Catalogue) -> int | None:
    digests = {name: _mapping(tables, name, "digests") for name in tables}
    receipt = Receipt(plan, "", "", {}, {}, {}, digests, Figures(), Duties())
    try:
        return changed_since(receipt, catalogue, plan)
    except (TypeError, ValueError, KeyError):
        return None


def _catalogue(side: Side, layout: Layout) -> Catalogue:
    """The rows of a side as the audit's digests are made of them."""
    catalogue = Catalogue(layout, side.schemas)
    catalogue.tables = {name: Table(schema) for name, schema in side.schemas.items()}
    catalogue.plan_files = {plan: side.plan_content(plan) for plan in side.plans}
    for path, sheet in side.sheets.items():
        found = table_of(path, side.schemas)
        if found is not None:
            records = (Record(path, row.line, row.cells, found[1]) for row in sheet.rows)
            catalogue.tables[found[0].name].records += records
    return catalogue


def _mapping(content: dict[str, Any], *path: str) -> dict[str, Any]:
    for name in path:
        inner = content.get(name)
        content = inner if isinstance(inner, dict) else {}
    return content


def _total(tables: dict[str, Any], name: str) -> int | None:
    return _sum({table: _mapping(tables, table).get(name) for table in tables})


def _sum(content: object) -> int | None:
    if not isinstance(content, dict) or not all(isinstance(value, int) for value in content.values()):
        return None
    return sum(content.values())
