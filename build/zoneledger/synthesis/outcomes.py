"""Published figures about a plan's targets: none from after the data's date, each in the role that its dates give it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from zoneledger.catalogue import Catalogue, Row
from zoneledger.catalogue.records import Record, Table
from zoneledger.check.rules.outcome_role import fitting_roles
from zoneledger.check.rules.third_party_copy import is_government
from zoneledger.edtf import interval_end, is_redacted, latest
from zoneledger.layout import Layout
from zoneledger.synthesis.dates import Shift
from zoneledger.synthesis.draft import Cells, Draft
from zoneledger.synthesis.patterns import Pattern


def write(draft: Draft, pattern: Pattern, target_id: str, shift: Shift) -> None:
    """Writes an outcome, or evidence that was rejected, unless it would be from the future.

    Args:
        draft: the plan.
        pattern: the curated row.
        target_id: the target it is about; empty where it is about none.
        shift: from the curated plan's years to this one's.
    """
    cells = draft.cells(pattern, shift)
    known = [cells["period"], cells.get("reported_on", "")]
    if any(date and not is_redacted(date) and latest(interval_end(date)) > draft.model.as_of for date in known):
        return
    place = draft.city.place
    address = f"https://example.org/{draft.id}/{len(draft.tables.get(pattern.table, ())) + 1}"
    cells |= {
        "target_id": target_id,
        "source_title": f"{place.name_zh}公布的数字（合成）",
        "publisher": f"{place.name_zh}人民政府" if cells["grade"] == "official" else "示例新闻",
        "address": address,
    }
    if cells["grade"] == "official" and not is_government(address):
        cells["address_kind"] = "copy"
    if cells.get("jurisdiction_code"):
        cells["jurisdiction_code"] = draft.area(cells["jurisdiction_code"])
    draft.add(pattern.table, cells)


def settle(draft: Draft, content: dict[str, Any]) -> None:
    """Gives every outcome a role that fits its dates.

    Args:
        draft: the plan, with all its rows.
        content: its ``plan.yml``, for its period.
    """
    # the rule asks nothing but the plan's period, wherever its files are
    catalogue = Catalogue(Layout(Path()), {}, plan_files={draft.id: content})
    targets = {cells["id"]: cells for cells in draft.tables.get("targets", ())}
    for cells in draft.tables.get("outcomes", ()):
        if is_redacted(cells["period"]):
            continue
        outcome, target = _row(draft, "outcomes", cells), _row(draft, "targets", targets[cells["target_id"]])
        fitting = fitting_roles(catalogue, target, outcome)
        if cells["role"] not in fitting:
            cells["role"] = fitting[-1]


def _row(draft: Draft, table: str, cells: Cells) -> Row:
    return Table(draft.model.schemas[table], [Record("", 1, cells, draft.id)]).rows[0]
