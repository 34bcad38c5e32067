"""The pages by year, strength and city: those that exist on one side, and those on which a row stands."""

from __future__ import annotations

from collections.abc import Iterator

from zoneledger.diff.links import Entry, Links
from zoneledger.edtf import year_of
from zoneledger.facets.kinds.years import NO_YEAR

#: The hubs by the folder of their pages.
HUBS = {folder: f"{folder}/" for folder in ("years", "strengths", "cities", "industries", "organizations")}

_DATED = ("targets", "milestones")
_OF_PLANS = ("targets", "responsibilities")
_SITTING = ("zones", "organizations")


def existing(links: Links) -> Iterator[str]:
    """Every such page of one side."""
    schema = links.schemas.get("targets")
    if schema is not None and "strength" in schema.by_name:
        yield from (f"strengths/{strength}/" for strength in schema.by_name["strength"].enum)
    for table in (*_DATED, "plans", *_SITTING):
        for entry in links.entries.get(table, ()):
            yield from (page for page in standing(links, entry) if not page.startswith("strengths/"))


def standing(links: Links, entry: Entry) -> Iterator[str]:
    """The pages on which a row stands, or whose numbers count it."""
    if entry.table in _DATED:
        yield f"years/{year_of(entry.cells.get('due', '')) or NO_YEAR}/"
    if entry.table == "targets":
        yield f"strengths/{entry.cells.get('strength', '')}/"
    if entry.table in _OF_PLANS:
        for plan in links.referenced(entry):
            if plan.table == "plans":
                yield f"cities/{plan.cells.get('jurisdiction_code', '')}/"
    if entry.table in ("plans", "jurisdictions"):
        yield f"cities/{entry.cells.get('jurisdiction_code') or entry.cells.get('code', '')}/"
    if entry.table in _SITTING:
        yield f"cities/{_seat(links, entry)}/"


def _seat(links: Links, entry: Entry) -> str:
    """The code of the city in which a zone or an organisation sits, as ``zoneledger.views.place`` finds it."""
    at, zone = _referenced(links, entry, "jurisdictions"), _referenced(links, entry, "zones")
    if at is None and zone is not None and entry.table == "organizations":
        at = _referenced(links, zone, "jurisdictions")
    lowest, seen = at, set[str]()
    while at is not None and at.cells.get("code", "") not in seen:
        if at.cells.get("level") == "prefecture":
            return at.cells.get("code", "")
        seen.add(at.cells.get("code", ""))
        at = _referenced(links, at, "jurisdictions")
    return lowest.cells.get("code", "") if lowest is not None else ""


def _referenced(links: Links, entry: Entry, table: str) -> Entry | None:
    return next((row for row in links.referenced(entry) if row.table == table), None)
