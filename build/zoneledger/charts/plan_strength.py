"""For the home page: how many targets each plan has, and how firm they are; of very many plans, by dimension."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from zoneledger.catalogue import Catalogue
from zoneledger.charts import strengths, wording
from zoneledger.charts.drawing import Words, figure, numbers
from zoneledger.charts.figure import Figure
from zoneledger.charts.pen import RENDERED, Pen
from zoneledger.charts.stacked_bars import StackedBars
from zoneledger.charts.summing import frame, summed
from zoneledger.charts.tally import MANY, Tally, largest, ranked
from zoneledger.charts.target_strength import by_dimension, dimension
from zoneledger.problems import Text

PLAN = Text("计划", "plan")


def of_plan(catalogue: Catalogue, plan_id: str) -> dict[str, Any]:
    """A plan's title, its targets by dimension and strength, and how many are left out as suspected."""
    every = catalogue.rows("targets", plan_id)
    rows = [row for row in every if row["note_basis"] != "suspected"]
    cells = Counter((dimension(catalogue, row["indicator_id"]), row.text("strength")) for row in rows)
    return {
        "title": wording.plan_title(catalogue, plan_id),
        "cells": [[*cell, count] for cell, count in sorted(cells.items())],
        "suspected": len(every) - len(rows),
    }


def draw(catalogue: Catalogue, extracts: Mapping[str, Any], pen: Pen = RENDERED) -> Figure | None:
    """The chart over all plans; None without targets that may be drawn.

    Args:
        catalogue: for names.
        extracts: of every plan, what ``of_plan`` gives.
        pen: draws it.
    """
    series = strengths.series(catalogue)
    keys = [one.key for one in series]
    cells = ((plan, *cell) for plan, known in extracts.items() for cell in known["cells"])
    found = frame(("plan", "dimension", "strength"), cells)
    by_strength = summed(found, "strength")
    if not by_strength:
        return None
    left = sum(known["suspected"] for known in extracts.values())
    title = strengths.title(by_strength, left)
    about = [strengths.METHOD, wording.left_out(left), wording.of_plans(len(extracts))]
    if len(extracts) > MANY:
        words, bars, heading = by_dimension(catalogue, Tally.of(summed(found, "dimension", "strength"), keys), series)
        table = numbers(heading, bars.counts, bars.labels, series)
        return figure("home-strengths", Words(title, wording.sentences([words, *about])), bars, table, pen)
    counts = ranked(Tally.of(summed(found, "plan", "strength"), keys))
    names = {plan: Text(*extracts[plan]["title"]) for plan in counts.rows}
    shown, rest = largest(counts)
    others = Text(f"其余 {rest} 个计划合计", f"{rest} other plans")
    labels = [*list(names.values())[: len(shown.rows) - 1], others] if rest else list(names.values())
    return figure(
        "home-strengths",
        Words(title, wording.sentences([_words(names, counts), *about])),
        StackedBars(shown, labels, series, Text("目标数，按计划", "Targets by plan")),
        numbers(PLAN, counts, list(names.values()), series),
        pen,
    )


def _words(names: Mapping[str, Text], counts: Tally) -> Text:
    plan, total = next(iter(counts.totals.items()))
    most = names[plan]
    return Text(
        f"横条为各计划的目标数，最多的是《{most.zh}》，{total} 个。",
        f"Each bar counts a plan's targets; {most.en} has most, {total}.",
    )
