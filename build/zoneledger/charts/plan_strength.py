"""For the home page: how many targets each plan has, and how firm they are."""

from __future__ import annotations

import pandas as pd

from zoneledger.catalogue import Catalogue
from zoneledger.charts import strengths, wording
from zoneledger.charts.drawing import figure, numbers
from zoneledger.charts.figure import Figure
from zoneledger.charts.ranking import largest, ranked
from zoneledger.charts.stacked_bars import StackedBars
from zoneledger.problems import Text
from zoneledger.views.name import bilingual

PLAN = Text("计划", "plan")


def draw(catalogue: Catalogue) -> Figure | None:
    """The chart over all plans; None without targets that may be drawn."""
    every = catalogue.rows("targets")
    rows, left_out = wording.without_suspected(every)
    if not rows:
        return None
    series = strengths.series(catalogue)
    found = pd.DataFrame([{"plan": row.text("plan_id"), "strength": row.text("strength")} for row in rows])
    counts = pd.crosstab(found["plan"], found["strength"])
    counts = counts.reindex(columns=[one.key for one in series], fill_value=0)
    counts = ranked(counts)
    names = {plan: _name(catalogue, plan) for plan in counts.index}
    shown, rest = largest(counts)
    others = Text(f"其余 {rest} 个计划合计", f"{rest} other plans")
    labels = [*list(names.values())[: len(shown) - 1], others] if rest else list(names.values())
    parts = [_words(names, counts), strengths.METHOD, left_out, wording.source(catalogue, None)]
    return figure(
        "home-strengths",
        strengths.title(dict(found["strength"].value_counts()), len(every) - len(rows)),
        wording.sentences(parts),
        StackedBars(shown, labels, series, Text("目标数，按计划", "Targets by plan")),
        numbers(PLAN, counts, list(names.values()), series),
    )


def _name(catalogue: Catalogue, plan_id: str) -> Text:
    row = catalogue.row("plans", plan_id)
    # Rows may stand in a folder before its plan.yml does; the check says so.
    return bilingual(row, "short_title") if row else Text(plan_id, plan_id)


def _words(names: dict[str, Text], counts: pd.DataFrame) -> Text:
    most, total = names[counts.index[0]], int(counts.iloc[0].sum())
    return Text(
        f"横条为各计划的目标数，最多的是《{most.zh}》，{total} 个。",
        f"Each bar counts a plan's targets; {most.en} has most, {total}.",
    )
