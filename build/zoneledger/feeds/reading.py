"""What the readers of the dated tables share: the plan at hand, and the lines that every event's text has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from zoneledger.catalogue import Catalogue, Row
from zoneledger.feeds.bearers import Duties
from zoneledger.problems import Text


@dataclass(frozen=True)
class Reading:
    """One plan while its rows are read.

    Args:
        catalogue: everything that was loaded.
        plan_id: the plan.
        plan: content of its ``plan.yml``.
        duties: who answers for its measures.
    """

    catalogue: Catalogue
    plan_id: str
    plan: dict[str, Any]
    duties: Duties


def origin(row: Row) -> Text:
    """What is printed, and where."""
    stretch, place = row.text("printed"), row.text("locator")
    zh_place, en_place = ("引言", "preamble") if place == "preamble" else (place, place)
    return Text(f"原文“{stretch}”，{zh_place}（{row.text('id')}）", f"Printed “{stretch}”, {en_place} ({row.text('id')})")
