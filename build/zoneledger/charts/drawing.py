"""From counts and words to a figure, in both languages and all sizes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
from markupsafe import Markup

from zoneledger.charts import lettering, render
from zoneledger.charts.figure import Cell, Figure
from zoneledger.charts.stacked_bars import Series, StackedBars, spec
from zoneledger.charts.theme import SIZES
from zoneledger.charts.wording import TOTAL
from zoneledger.problems import Text


@dataclass(frozen=True)
class Numbers:
    """The table of numbers under a drawing.

    Args:
        columns: headings.
        rows: as long as ``columns`` each.
    """

    columns: tuple[Text, ...]
    rows: tuple[tuple[Cell, ...], ...]


def numbers(heading: Text, counts: pd.DataFrame, labels: Sequence[Text], series: Sequence[Series]) -> Numbers:
    """A table of counts with their sums.

    Args:
        heading: what the rows are.
        counts: one row for each label, one column for each series.
        labels: what each row is about.
        series: what each column counts.
    """
    rows: list[tuple[Cell, ...]] = []
    for label, row in zip(labels, counts.to_numpy().tolist(), strict=True):
        rows.append((label, *row, sum(row)))
    return Numbers((heading, *(one.label for one in series), TOTAL), tuple(rows))


def figure(key: str, title: Text, description: Text, bars: StackedBars, table: Numbers) -> Figure:
    """Draws a figure.

    Args:
        key: its id.
        title: the finding.
        description: the picture in words.
        bars: what is drawn.
        table: the numbers, one by one where the drawing sums some of them up.

    Raises:
        zoneledger.charts.render.ChartError: the drawing is not fit for a page.
    """
    title, description = (Text(*map(lettering.one_line, text)) for text in (title, description))
    drawn = {
        lang: Markup("").join(
            render.svg(
                spec(bars, lang, size), f"{key}-{lang}-{size.name}", size.name, title.of(lang), description.of(lang)
            )
            for size in SIZES
        )
        for lang in ("zh", "en")
    }
    return Figure(key, title, description, drawn, table.columns, table.rows)
