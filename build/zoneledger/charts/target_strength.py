"""What a plan wants, and how firmly: its targets by dimension and strength."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from zoneledger.catalogue import Catalogue
from zoneledger.charts import strengths, wording
from zoneledger.charts.drawing import Words, figure, numbers
from zoneledger.charts.figure import Figure
from zoneledger.charts.pen import RENDERED, Pen
from zoneledger.charts.stacked_bars import Series, StackedBars
from zoneledger.charts.tally import Tally, counted, ranked
from zoneledger.problems import Text


def draw(catalogue: Catalogue, plan_id: str, pen: Pen = RENDERED) -> Figure | None:
    """The chart of one plan; None without targets that may be drawn."""
    every = catalogue.rows("targets", plan_id)
    rows, left_out = wording.without_suspected(every)
    if not rows:
        return None
    series = strengths.series(catalogue)
    cells = ((dimension(catalogue, row["indicator_id"]), row.text("strength")) for row in rows)
    words, bars, heading = by_dimension(catalogue, counted(cells, [one.key for one in series]), series)
    title = strengths.title(Counter(row.text("strength") for row in rows), len(every) - len(rows))
    table = numbers(heading, bars.counts, bars.labels, series)
    parts = [words, strengths.METHOD, left_out, wording.source(catalogue, plan_id)]
    return figure(f"{plan_id}-strengths", Words(title, wording.sentences(parts)), bars, table, pen)


def by_dimension(catalogue: Catalogue, counts: Tally, series: Sequence[Series]) -> tuple[Text, StackedBars, Text]:
    """Targets by dimension and strength.

    Args:
        catalogue: for the schema's dimensions and their names.
        counts: by dimension, a column for each strength.
        series: the strengths.

    Returns:
        The drawing in words, the drawing, and what its rows are called.
    """
    field = catalogue.schemas["indicators"].by_name["dimension"]
    # Dimensions of one size stay in the schema's order.
    known = [key for key in field.enum if key in counts.rows]
    counts = ranked(counts.only([*known, *(key for key in counts.rows if key not in known)]))
    labels = [field.label(key) for key in counts.rows]
    bars = StackedBars(counts, labels, series, Text("目标数，按维度", "Targets by dimension"))
    return _words(counts, labels), bars, field.title


def dimension(catalogue: Catalogue, indicator: object) -> str:
    """The dimension of an indicator, as the schema names it."""
    row = catalogue.row("indicators", indicator)
    return row.text("dimension") if row else str(indicator)


def _words(counts: Tally, labels: list[Text]) -> Text:
    totals = list(counts.totals.values())
    if len(labels) == 1:
        return Text(f"全部属于{labels[0].zh}。", f"All are about {labels[0].en}.")
    shown = [Text(f"{label.zh} {n} 个", f"{label.en} ({n})") for label, n in zip(labels[:3], totals[:3], strict=True)]
    each = wording.listed(shown)
    return Text(
        f"横条为目标数，分属 {len(labels)} 个维度，最多的是{each.zh}。",
        f"Each bar counts targets, in {len(labels)} dimensions; most are about {each.en}.",
    )
