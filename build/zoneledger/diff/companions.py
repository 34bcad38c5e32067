"""Rows that are shown together with a changed one, though neither of them names the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from zoneledger.diff.links import Entry, Links

#: Rows that are shown as part of the row they point to, wherever that is shown.
_PART_OF = {
    "target_zones": "targets",
    "target_relations": "targets",
    "outcomes": "targets",
    "rejected_evidence": "targets",
    "mechanism_actors": "mechanisms",
    "milestone_actors": "milestones",
}
#: Rows that the duties of their measure are shown with.
_OF_MEASURES = frozenset(("responsibilities", "targets", "milestones", "measures"))


def companions(links: Links, found: Iterable[Entry], changed: list[Entry]) -> set[Entry]:
    """The rows shown with others.

    Args:
        links: the rows of one side.
        found: the changed rows and those that name them.
        changed: the changed rows alone.
    """
    found = set(found)
    found |= set(_wholes(links, found))
    found |= set(_beside(links, {entry for entry in found if entry.table == "targets"}))
    for entry in [entry for entry in found if entry.table in _PART_OF.values()]:
        found |= {part for part in links.referencing(entry) if part.table in _PART_OF}
    found |= set(_on_one_measure(links, found))
    found |= set(_sharing_agencies(links, changed))
    return found


def counterparts(links: Links, found: Iterable[Entry], changed: list[Entry]) -> set[Entry]:
    """Organisations of the same type as one that changed, or whose duties did: each page has a table of the others."""
    types: set[Entry] = set()
    of_duties = [row for entry in changed if entry.table == "responsibilities" for row in links.referenced(entry)]
    for body in (*found, *of_duties):
        if body.table == "organizations":
            types |= {row for row in links.referenced(body) if row.table == "agency_types"}
    return {row for one in types for row in links.referencing(one) if row.table == "organizations"}


def _wholes(links: Links, entries: Iterable[Entry]) -> Iterator[Entry]:
    for entry in entries:
        whole = _PART_OF.get(entry.table)
        yield from (row for row in links.referenced(entry) if row.table == whole)


def _beside(links: Links, targets: set[Entry]) -> Iterator[Entry]:
    """Targets whose badge or words depend on others: those joined to them, and those of the same indicator and plan."""
    aims = {(entry.plan, entry.cells.get("indicator_id", "")) for entry in targets}
    for entry in links.entries.get("targets", ()):
        if (entry.plan, entry.cells.get("indicator_id", "")) in aims:
            yield entry
    for entry in targets:
        for link in links.referencing(entry):
            if link.table == "target_relations":
                yield from (row for row in links.referenced(link) if row.table == "targets")


def _on_one_measure(links: Links, entries: Iterable[Entry]) -> Iterator[Entry]:
    """All duties of the measures concerned: a duty is shown with what its measure promises, and with whom.

    What a unit without duties promises is shown with those of the nearest unit above, which may change with any of them.
    """
    waiting = [entry for entry in entries if entry.table in _OF_MEASURES]
    seen: set[Entry] = set()
    while waiting:
        above = {row for row in links.referenced(waiting.pop()) if row.table == "measures"} - seen
        seen |= above
        waiting += above
    for measure in seen:
        yield from (row for row in links.referencing(measure) if row.table == "responsibilities")


def _sharing_agencies(links: Links, changed: list[Entry]) -> Iterator[Entry]:
    """All duties of a plan of which a duty changed: each agency type shows its share of the measures assigned."""
    plans = {entry.plan for entry in changed if entry.table == "responsibilities"}
    yield from (entry for entry in links.entries.get("responsibilities", ()) if plans and entry.plan in plans)
