"""From counts and words to a figure, in both languages and all sizes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd
from markupsafe import Markup

from zoneledger.charts import lettering, placed, render, stacked_bars
from zoneledger.charts.figure import Cell, Figure
from zoneledger.charts.stacked_bars import Series, StackedBars
from zoneledger.charts.theme import SIZES, Size
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


#: Places everything for a language and a size.
Layout = Callable[[str, Size], placed.Sheet]


@dataclass(frozen=True)
class Choice:
    """What a reader may filter a live figure by.

    Args:
        label: what is chosen.
        options: by group, what each choice is called.
    """

    label: Text
    options: Mapping[str, Text]


@dataclass(frozen=True)
class Placed:
    """A picture whose marks are placed one by one.

    Args:
        layout: places them.
        choice: what its live form lets a reader choose; None where there is no live form.
    """

    layout: Layout
    choice: Choice | None = None


def figure(key: str, title: Text, description: Text, picture: StackedBars | Placed, table: Numbers) -> Figure:
    """Draws a figure.

    Args:
        key: its id.
        title: the finding.
        description: the picture in words.
        picture: what is drawn.
        table: the numbers, one by one where the drawing sums some of them up.

    Raises:
        zoneledger.charts.render.ChartError: the drawing is not fit for a page.
    """
    title, description = (Text(*map(lettering.one_line, text)) for text in (title, description))
    drawn, live = {}, {}
    for lang in ("zh", "en"):
        parts = []
        for size in SIZES:
            name = f"{key}-{lang}-{size.name}"
            if isinstance(picture, StackedBars):
                spec = stacked_bars.spec(picture, lang, size)
            else:
                sheet = picture.layout(lang, size)
                spec = placed.spec(sheet)
                if picture.choice:
                    live[lang, size.name] = placed.live(sheet, picture.choice.label, picture.choice.options, lang)
            parts.append(render.svg(spec, name, size.name, title.of(lang), description.of(lang)))
        drawn[lang] = Markup("").join(parts)
    return Figure(key, title, description, drawn, table.columns, table.rows, live)
