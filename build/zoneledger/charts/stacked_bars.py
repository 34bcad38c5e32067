"""Horizontal stacked bars with their figures in them: where everything stands, whoever draws it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any

from zoneledger.charts import lettering
from zoneledger.charts.tally import Tally
from zoneledger.charts.theme import Size, Style
from zoneledger.problems import Text

LABEL_GAP = 10
TOTAL_GAP = 6
SWATCH = 14
SWATCH_GAP = 6
EDGE = 1.25
#: Segments stand apart, so that two edges never run into one.
APART = 1.5
_TOTAL_ROOM = 44
_LINE = 24
_LEGEND_GAP = 18


@dataclass(frozen=True)
class Series:
    """One kind of segment.

    Args:
        key: a column of the counts.
        label: for the legend.
        style: its fill and edge.
    """

    key: str
    label: Text
    style: Style


@dataclass(frozen=True)
class StackedBars:
    """What is to be drawn.

    Args:
        counts: at least one row; a row is a bar, from top to bottom, a column is a series, from left to right.
        labels: words for each bar, in the same order.
        series: one for each column, in the same order; a single one needs no legend.
        unit: what is counted, for the line above the bars.
    """

    counts: Tally
    labels: Sequence[Text]
    series: Sequence[Series]
    unit: Text


@dataclass(frozen=True)
class Bars:
    """Everything placed, for one language and size; distances in pixels from the left end and the top of the bars.

    Args:
        left: room left of the bars.
        right: room for the figures right of them.
        top: room above them.
        plot: how long the longest bar is.
        longest: the number it stands for.
        segments: each with ``bar``, ``start``, ``end`` and ``middle`` in counts, its look and, where it fits, ``figure``.
        totals: each bar's sum.
        labels: each bar's words, shortened to their room.
        legend: each series with ``label``, ``x``, ``y`` and its look.
        unit: what is counted.
    """

    left: int
    right: int
    top: int
    plot: int
    longest: int
    segments: list[dict[str, Any]]
    totals: list[int]
    labels: list[str]
    legend: list[dict[str, Any]]
    unit: str


def laid_out(bars: StackedBars, lang: str, size: Size) -> Bars:
    """Places everything; nothing is fitted to measured text, so a drawing is the same on every machine.

    Args:
        bars: what is to be drawn.
        lang: ``zh`` or ``en``.
        size: the proportions.
    """
    labels = [lettering.one_line(label.of(lang)) for label in bars.labels]
    beside = max(lettering.width(label, size.font) for label in labels)
    left: float = min(size.labels, beside) + LABEL_GAP if size.labels else 0
    totals = list(bars.counts.totals.values())
    longest = max(1, *totals)
    right = max(_TOTAL_ROOM, ceil(TOTAL_GAP + lettering.width(str(longest), size.font)))
    plot = round(size.width - left - right)
    left = size.width - right - plot
    used = [one for one, total in zip(bars.series, bars.counts.sums, strict=True) if total]
    legend = _legend(used if len(bars.series) > 1 else (), lang, size)
    top = _LINE * (1 + (legend[-1]["line"] + 1 if legend else 0)) + 4
    for entry in legend:
        entry["x"] -= left
        entry["y"] = (entry.pop("line") + 1) * _LINE + 3 - top
    room = size.labels or size.width
    return Bars(
        left=left,
        right=right,
        top=top,
        plot=plot,
        longest=longest,
        segments=_segments(bars, plot, longest),
        totals=totals,
        labels=[lettering.shorten(label, room, size.font) for label in labels],
        legend=legend,
        unit=lettering.one_line(bars.unit.of(lang)),
    )


def _look(style: Style) -> dict[str, Any]:
    return {"color": style.color, "opacity": style.opacity, "dash": list(style.dash)}


def _segments(bars: StackedBars, plot: int, longest: int) -> list[dict[str, Any]]:
    """Each segment: its bar, its ends in counts, its look, and its figure where that has room."""
    looks = [{**_look(one.style), "ink": one.style.label_color} for one in bars.series]
    found = []
    for bar, counts in enumerate(bars.counts.rows.values()):
        start, total = 0, sum(counts)
        for count, drawn_as in zip(counts, looks, strict=True):
            if not count:
                continue
            figure = str(count)
            # A segment that is the whole bar has its figure behind it; one narrower than its figure goes without.
            fits = count < total and count * plot / longest >= lettering.width(figure, 12) + 6
            ends = {"bar": bar, "start": start, "end": start + count, "middle": start + count / 2}
            found.append({**ends, **drawn_as, "figure": figure if fits else ""})
            start += count
    return found


def _legend(series: Sequence[Series], lang: str, size: Size) -> list[dict[str, Any]]:
    """Each series: its legend line and its distance from the drawing's left edge."""
    placed: list[dict[str, Any]] = []
    x, line = 1.0, 0
    for one in series:
        label = lettering.one_line(one.label.of(lang))
        width = SWATCH + SWATCH_GAP + lettering.width(label, size.font - 1)
        if x > 1 and x + width > size.width:
            x, line = 1.0, line + 1
        placed.append({"label": label, "x": x, "line": line, **_look(one.style)})
        x += width + _LEGEND_GAP
    return placed
