"""From counts and words to a figure, in both languages and all sizes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from zoneledger.charts import lettering, placed
from zoneledger.charts.figure import Cell, Figure
from zoneledger.charts.frame import framed
from zoneledger.charts.pen import Pen
from zoneledger.charts.stacked_bars import Series, StackedBars
from zoneledger.charts.tally import Tally
from zoneledger.charts.theme import SIZES, Size
from zoneledger.charts.wording import TOTAL
from zoneledger.problems import Text


class Words(NamedTuple):
    """What is said of a figure.

    Args:
        title: the finding.
        description: the picture in words.
    """

    title: Text
    description: Text


@dataclass(frozen=True)
class Numbers:
    """The table of numbers under a drawing.

    Args:
        columns: headings.
        rows: as long as ``columns`` each.
    """

    columns: tuple[Text, ...]
    rows: tuple[tuple[Cell, ...], ...]


def numbers(heading: Text, counts: Tally, labels: Sequence[Text], series: Sequence[Series]) -> Numbers:
    """A table of counts with their sums.

    Args:
        heading: what the rows are.
        counts: one row for each label, one column for each series.
        labels: what each row is about.
        series: what each column counts.
    """
    rows: list[tuple[Cell, ...]] = []
    for label, row in zip(labels, counts.rows.values(), strict=True):
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


def figure(key: str, words: Words, picture: StackedBars | Placed, table: Numbers, pen: Pen) -> Figure:
    """Draws a figure.

    Args:
        key: its id.
        words: what is said of it.
        picture: what is drawn.
        table: the numbers, one by one where the drawing sums some of them up.
        pen: draws it.

    Raises:
        zoneledger.charts.errors.ChartError: the drawing is not fit for a page.
    """
    title, description = (Text(*map(lettering.one_line, text)) for text in words)
    drawn, live = {}, {}
    for lang in ("zh", "en"):
        parts = []
        for size in SIZES:
            name = f"{key}-{lang}-{size.name}"
            if isinstance(picture, StackedBars):
                inside, width, height = pen.bars(picture, lang, size, name)
            else:
                sheet = picture.layout(lang, size)
                inside, width, height = pen.sheet(sheet, name)
                if picture.choice and not pen.light:
                    live[lang, size.name] = pen.live(sheet, picture.choice.label, picture.choice.options, lang)
            said = title.of(lang), description.of(lang)
            parts.append(framed(inside, (width, height), name, size.name, said))
        drawn[lang] = Markup("").join(parts)
    # a live form answers in both languages and at every size, or not at all
    kept = live if all(live.values()) else {}
    return Figure(key, title, description, drawn, table.columns, table.rows, kept, not pen.light)
