"""The files of facets, one module a table."""

from __future__ import annotations

from zoneledger.facets.sheets import duties, industries, measures, mechanisms, milestones, projects, targets
from zoneledger.facets.sheets.sheet import Sheet

__all__ = ["SHEETS", "Sheet"]

#: By the table whose rows they hold.
SHEETS: dict[str, Sheet] = {
    "targets": targets.SHEET,
    "responsibilities": duties.SHEET,
    "measures": measures.SHEET,
    "milestones": milestones.SHEET,
    "projects": projects.SHEET,
    "plan_industries": industries.SHEET,
    "mechanisms": mechanisms.SHEET,
}
