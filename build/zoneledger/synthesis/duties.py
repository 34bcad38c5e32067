"""The duties under one measure: a curated list, borne by the city's own bodies."""

from __future__ import annotations

from collections.abc import Iterator

from zoneledger.synthesis.cities import Organization
from zoneledger.synthesis.dates import Shift
from zoneledger.synthesis.draft import Draft
from zoneledger.synthesis.outline import Slot
from zoneledger.synthesis.patterns import Pattern


def write(draft: Draft, slot: Slot, measure_id: str, shift: Shift) -> None:
    """Writes the duties of one measure: nobody twice in a list, positions from 1.

    Args:
        draft: the plan.
        slot: the measure.
        measure_id: its id in the plan.
        shift: from the curated plan's years to this one's.
    """
    lists: dict[str, list[Pattern]] = {}
    for pattern in slot.filler.rows.get("responsibilities", ()):
        lists.setdefault(pattern.cells["role"], []).append(pattern)
    for role, patterns in lists.items():
        for position, (pattern, body) in enumerate(_borne(draft, patterns), 1):
            cells = draft.cells(pattern, shift)
            here = pattern.cells["anchor_locator"] == pattern.cells["locator"]
            cells |= {
                "measure_id": measure_id,
                "role": role,
                "locator": slot.locator,
                "anchor_locator": slot.locator if here else pattern.cells["anchor_locator"],
                "position": str(position),
                "organization_id": body.id,
                "printed": draft.printed(pattern, body),
            }
            draft.add("responsibilities", cells, pattern.id)


def _borne(draft: Draft, patterns: list[Pattern]) -> Iterator[tuple[Pattern, Organization]]:
    """Each entry of a list with its body; now and then one more, so that the plans have as many as they should."""
    listed = [pattern for pattern in patterns if pattern.cells["basis"] != "text"]
    longer = [draft.chance.choice(listed or patterns)] * _times(draft)
    seen: set[str] = set()
    for place, pattern in enumerate([*patterns, *longer]):
        curated = pattern.cells["organization_id"]
        body: Organization | None = draft.body(curated)
        if body is None or body.id in seen or place >= len(patterns):
            free = [other for other in draft.city.bodies if other.id not in seen]
            body = draft.chance.choice(free) if free else None
        if body is not None:
            seen.add(body.id)
            yield pattern, body


def _times(draft: Draft) -> int:
    whole, part = divmod(draft.model.longer, 1)
    return int(whole) + (draft.chance.random() < part)
