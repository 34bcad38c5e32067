"""Which pages and downloads may change, told from the rows that changed and from what points to them.

Never too few, sometimes too many: a page is listed if it shows a changed row, a row that names a changed row, or a number
computed from them. The number of the line on which a row stands, which moves with every row put in above it, and the
commit in links are left aside.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from zoneledger.diff import facet_pages
from zoneledger.diff.changes import Changes
from zoneledger.diff.companions import companions, counterparts
from zoneledger.diff.links import Entry, Links, link_tables
from zoneledger.facets.questions import QUESTIONS

#: Tables whose rows have pages of their own, and the folder of these.
FOLDERS = {
    "plans": "plans",
    "organizations": "organizations",
    "agency_types": "agencies",
    "indicators": "indicators",
    "zones": "zones",
    "industries": "industries",
}
#: The hub that lists the pages of a folder.
HUBS = {"plans": "plans/", "agencies": "agencies/", "indicators": "indicators/", "zones": "zones/"} | facet_pages.HUBS
HOME, DATA, DICTIONARY, SCALE = "", "data/", "dictionary/", "scale/"
#: Pages made of the rows of all plans; a test says which new page of the site is missing here.
OVERVIEWS = (
    *("explore/", "explore/targets/", "explore/duties/", "compare/", "results/", "oddities/", "proof/", "questions/"),
    *("glossary/", "feeds/"),
    *(question.page for question in QUESTIONS if not question.address),
)
ALL_HUBS = (HOME, *HUBS.values(), *OVERVIEWS, DATA, DICTIONARY, SCALE)

#: A change here shows beyond the rows that point to it: a unit's base in figures, a city's name at its districts' zones.
_CARRY_ON = frozenset(("units", "jurisdictions", "industries", "agency_types"))
#: Rows whose organisation's type has a page that shows them, or counts them.
_DUTIES = frozenset(("responsibilities", "organization_aliases", "mechanism_actors", "milestone_actors"))


@dataclass(frozen=True)
class Consequences:
    """Addresses of pages, and of archives."""

    pages: set[str] = field(default_factory=set)
    downloads: set[str] = field(default_factory=set)


def consequences(links: Links, changes: Changes) -> Consequences:
    """The pages and downloads of one side that its changes may touch."""
    existing = set(_existing(links))
    plans = {entry.plan for entry in links.entries.get("plans", ())}
    archives = {f"data/plans/{plan}.zip" for plan in plans}
    if changes.everything:
        return Consequences(existing | set(ALL_HUBS), archives | {"data/all.zip"})
    changed = [entry for entry in links.all() if entry.spot in changes.spots]
    naming = _naming(links, changed, changes)
    shown = naming | companions(links, naming, changed)
    pages = {page for entry in shown for page in _pages(links, entry)}
    pages |= {f"organizations/{body.cells.get('id', '')}/" for body in counterparts(links, naming, changed)}
    pages |= {f"plans/{plan}/" for plan in changes.plans | changes.proofs} & existing
    touched = bool(changed or changes.plans)
    reference = any(not entry.plan for entry in changed)
    pages &= existing
    if changes.terms:
        pages |= existing | {DATA, DICTIONARY}
    if touched or pages or changes.rows:
        pages |= {hub for folder, hub in HUBS.items() if any(page.startswith(f"{folder}/") for page in pages)}
        pages.add(HOME)
        pages |= set(OVERVIEWS)
    if touched or changes.rows:
        pages.add(DATA)
    if reference or changes.rows:
        pages.add(DICTIONARY)
    return Consequences(pages, _archives(links, changed, changes) if touched or changes.rows else set())


def _existing(links: Links) -> Iterator[str]:
    """Every page of a row."""
    used = {entry.cells.get("agency_type_id", "") for entry in links.entries.get("organizations", ())}
    for table, folder in FOLDERS.items():
        for entry in links.entries.get(table, ()):
            name = entry.cells.get("id", "")
            if name and (table != "agency_types" or name in used):
                yield f"{folder}/{name}/"
    yield from facet_pages.existing(links)


def _naming(links: Links, changed: list[Entry], changes: Changes) -> set[Entry]:
    """The changed rows, and those that name them."""
    found = set(changed)
    waiting = list(changed)
    plans = [entry for entry in links.entries.get("plans", ()) if entry.plan in changes.plans]
    found |= set(plans)
    waiting += [entry for entry in plans if entry.plan in changes.named]
    while waiting:
        entry = waiting.pop()
        new = set(links.referencing(entry)) - found
        found |= new
        if entry.table in _CARRY_ON:
            waiting += [row for row in new if row.table in _CARRY_ON | {"organizations"}]
    return found


def _pages(links: Links, entry: Entry) -> Iterator[str]:
    """The pages on which a row stands: its plan's, its own, those of what it points to."""
    if entry.plan:
        yield f"plans/{entry.plan}/"
    yield from facet_pages.standing(links, entry)
    for row in (entry, *links.referenced(entry)):
        if row.table in FOLDERS:
            yield f"{FOLDERS[row.table]}/{row.cells.get('id', '')}/"
        if entry.table in _DUTIES and row.table == "organizations":
            yield f"agencies/{row.cells.get('agency_type_id', '')}/"


def _archives(links: Links, changed: list[Entry], changes: Changes) -> set[str]:
    """The archives with a changed row, or with a shared list's row that changed and that the plan's rows lead to."""
    plans = {entry.plan for entry in changed if entry.plan} | changes.plans
    shared = {entry for entry in changed if not entry.plan}
    joining = link_tables(links.schemas)
    by_plan: dict[str, list[Entry]] = {}
    for entry in links.all() if shared else ():
        by_plan.setdefault(entry.plan, []).append(entry)
    for plan, entries in by_plan.items():
        held = links.closure(entries) if plan and plan not in plans else set()
        if any(row in held or (row.table in joining and held >= set(links.referenced(row))) for row in shared if held):
            plans.add(plan)
    return {"data/all.zip", *(f"data/plans/{plan}.zip" for plan in plans)}
