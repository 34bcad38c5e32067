"""Plans: how much each promises, and for which years."""

from __future__ import annotations

from collections.abc import Iterator

from zoneledger.catalogue import Catalogue
from zoneledger.heads.entry import Entry
from zoneledger.problems import NOTHING, Text
from zoneledger.views.date import interval_words

KIND = Text("行动计划", "Action plan")
_COUNTED = ("targets", "responsibilities", "measures")


def entries(catalogue: Catalogue) -> Iterator[tuple[str, Entry]]:
    """Every plan."""
    for row in catalogue.rows("plans"):
        plan_id = row.text("id")
        counts = {table: catalogue.count(table, plan_id) for table in _COUNTED}
        source = NOTHING
        if row["period"]:
            period = interval_words(row.text("period"))
            source = Text(f"，计划期{period.zh}", f"; period {period.en}")
        yield f"plans/{plan_id}/", Entry(KIND, counts, drawn=True, source=source, leads=True)
