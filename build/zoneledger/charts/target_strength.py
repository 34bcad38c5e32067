"""What a plan wants, and how firmly: its targets by dimension and strength."""

from __future__ import annotations

import pandas as pd

from zoneledger.catalogue import Catalogue
from zoneledger.charts import strengths, wording
from zoneledger.charts.drawing import figure, numbers
from zoneledger.charts.figure import Figure
from zoneledger.charts.ranking import ranked
from zoneledger.charts.stacked_bars import StackedBars
from zoneledger.problems import Text


def draw(catalogue: Catalogue, plan_id: str) -> Figure | None:
    """The chart of one plan; None without targets that may be drawn."""
    every = catalogue.rows("targets", plan_id)
    rows, left_out = wording.without_suspected(every)
    if not rows:
        return None
    series = strengths.series(catalogue)
    found = pd.DataFrame(
        [{"dimension": _dimension(catalogue, row["indicator_id"]), "strength": row.text("strength")} for row in rows]
    )
    counts = pd.crosstab(found["dimension"], found["strength"])
    counts = counts.reindex(columns=[one.key for one in series], fill_value=0)
    field = catalogue.schemas["indicators"].by_name["dimension"]
    # Dimensions of one size stay in the schema's order.
    known = [key for key in field.enum if key in counts.index]
    counts = ranked(counts.loc[[*known, *counts.index.difference(known)]])
    labels = [field.label(key) for key in counts.index]
    title = strengths.title(dict(found["strength"].value_counts()), len(every) - len(rows))
    table = numbers(field.title, counts, labels, series)
    parts = [_words(counts, labels), strengths.METHOD, left_out, wording.source(catalogue, plan_id)]
    unit = Text("目标数，按维度", "Targets by dimension")
    return figure(
        f"{plan_id}-strengths", title, wording.sentences(parts), StackedBars(counts, labels, series, unit), table
    )


def _dimension(catalogue: Catalogue, indicator: object) -> str:
    row = catalogue.row("indicators", indicator)
    return row.text("dimension") if row else str(indicator)


def _words(counts: pd.DataFrame, labels: list[Text]) -> Text:
    totals = [int(total) for total in counts.sum(axis=1)]
    if len(labels) == 1:
        return Text(f"全部属于{labels[0].zh}。", f"All are about {labels[0].en}.")
    shown = [Text(f"{label.zh} {n} 个", f"{label.en} ({n})") for label, n in zip(labels[:3], totals[:3], strict=True)]
    each = wording.listed(shown)
    return Text(
        f"横条为目标数，分属 {len(labels)} 个维度，最多的是{each.zh}。",
        f"Each bar counts targets, in {len(labels)} dimensions; most are about {each.en}.",
    )
