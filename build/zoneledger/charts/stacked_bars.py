"""Horizontal stacked bars with their figures in them: the form that all charts here share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import altair as alt
import pandas as pd

from zoneledger.charts import lettering
from zoneledger.charts.theme import GRID, MUTED, Size, Style, config
from zoneledger.problems import Text

_LABEL_GAP = 10
_TOTAL_ROOM = 44
_LINE = 24
_SWATCH = 14
_SWATCH_GAP = 6
_LEGEND_GAP = 18
_EDGE = 1.25


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
        counts: whole numbers, at least one row; a row is a bar, from top to bottom, a column is a series, from left to right.
        labels: words for each bar, in the same order.
        series: one for each column, in the same order; a single one needs no legend.
        unit: what is counted, for the line above the bars.
    """

    counts: pd.DataFrame
    labels: Sequence[Text]
    series: Sequence[Series]
    unit: Text


def spec(bars: StackedBars, lang: str, size: Size) -> dict[str, Any]:
    """The Vega-Lite spec of a chart; only sums go into it, never rows of the datasets.

    Args:
        bars: what is to be drawn.
        lang: ``zh`` or ``en``.
        size: the proportions.
    """
    labels = [lettering.one_line(label.of(lang)) for label in bars.labels]
    beside = max(lettering.width(label, size.font) for label in labels)
    left = min(size.labels, beside) + _LABEL_GAP if size.labels else 0
    plot = round(size.width - left - _TOTAL_ROOM)
    left = size.width - _TOTAL_ROOM - plot
    used = [one for one, total in zip(bars.series, bars.counts.sum(), strict=True) if total]
    legend = _legend(used if len(bars.series) > 1 else (), lang, size)
    top = _LINE * (1 + (int(legend["line"].max()) + 1 if len(legend) else 0)) + 4
    legend = legend.assign(x=legend["x"] - left, y=(legend["line"] + 1) * _LINE + 3 - top)
    segments = _segments(bars, plot)
    room = size.labels or size.width
    shown = [lettering.shorten(label, room, size.font) for label in labels]
    frames = {
        "segments": segments,
        "figures": segments[segments["figure"] != ""],
        "totals": pd.DataFrame({"bar": range(len(labels)), "total": bars.counts.sum(axis=1).to_numpy()}),
        "labels": pd.DataFrame({"bar": range(len(labels)), "label": shown}),
        "legend": legend,
        "unit": pd.DataFrame({"x": [-left], "y": [10 - top], "unit": [lettering.one_line(bars.unit.of(lang))]}),
        "zero": pd.DataFrame({"x": [0]}),
    }
    return {
        **_form(size),
        "width": plot,
        "height": size.step * len(labels),
        "padding": {"left": left, "top": top, "right": _TOTAL_ROOM, "bottom": 2},
        "datasets": {name: frame.to_dict("records") for name, frame in frames.items()},
    }


def _segments(bars: StackedBars, plot: float) -> pd.DataFrame:
    """One row a segment: its bar, its ends in counts, its look, and its figure where that has room."""
    longest = max(1, int(bars.counts.sum(axis=1).max()))
    found = []
    for bar, (_, counts) in enumerate(bars.counts.iterrows()):
        start = 0
        for count, series in zip(counts, bars.series, strict=True):
            if count:
                figure = str(count)
                # A segment that is the whole bar has its figure behind it; one narrower than its figure goes without.
                fits = count < counts.sum() and count * plot / longest >= lettering.width(figure, 12) + 6
                ends = {"bar": bar, "start": start, "end": start + int(count), "middle": start + count / 2}
                found.append({**ends, **_look(series.style), "figure": figure if fits else ""})
            start += int(count)
    columns = ["bar", "start", "end", "middle", "color", "opacity", "dash", "ink", "figure"]
    return pd.DataFrame(found, columns=columns)


def _legend(series: Sequence[Series], lang: str, size: Size) -> pd.DataFrame:
    """One row a series: its legend line and its distance from the drawing's left edge."""
    placed: list[dict[str, Any]] = []
    x, line = 1.0, 0
    for one in series:
        label = lettering.one_line(one.label.of(lang))
        width = _SWATCH + _SWATCH_GAP + lettering.width(label, size.font - 1)
        if x > 1 and x + width > size.width:
            x, line = 1.0, line + 1
        placed.append({"label": label, "x": x, "line": line, **_look(one.style)})
        x += width + _LEGEND_GAP
    return pd.DataFrame(placed, columns=["label", "x", "line", "color", "opacity", "dash"])


def _look(style: Style) -> dict[str, Any]:
    return {"color": style.color, "opacity": style.opacity, "dash": list(style.dash), "ink": style.label_color}


@cache
def _form(size: Size) -> dict[str, Any]:
    """The chart without its data: building and validating it takes longer than drawing, so it is built once a size."""
    # Labels above a bar need room in its band.
    down = 0 if size.labels else (size.step - size.bar) // 2 - 2
    layers = (*((_zero(),) if size.labels else ()), *_bars(size, down), *_words(size, down), *_key(size))
    chart = alt.layer(*layers).properties(
        width=1,
        height=1,
        # Nothing is fitted to measured text: the drawing is the same on every machine.
        autosize=alt.AutoSizeParams(type="none"),
    )
    form: dict[str, Any] = chart.to_dict()
    return {**form, "config": config()}


def _layer(name: str, data: str) -> alt.Chart:
    return alt.Chart(alt.NamedData(name=data), name=name)


def _count(column: str) -> alt.X:
    return alt.X(column, type="quantitative", axis=None, scale=alt.Scale(nice=False, zero=True))


def _band() -> alt.Y:
    # Bars are numbered from the top, and an ordinal scale sorts the numbers.
    return alt.Y("bar:O", axis=None, scale=alt.Scale(padding=0))


def _pixel_x() -> alt.X:
    return alt.X("x:Q", scale=None, axis=None)


def _pixel_y() -> alt.Y:
    return alt.Y("y:Q", scale=None, axis=None)


def _drawn_as_given() -> dict[str, Any]:
    return {
        "fill": alt.Fill("color:N", scale=None),
        "stroke": alt.Stroke("color:N", scale=None),
        "fillOpacity": alt.FillOpacity("opacity:Q", scale=None),
        "strokeDash": alt.StrokeDash("dash:N", scale=None),
    }


def _zero() -> alt.Chart:
    rule = _layer("zero", "zero").mark_rule(color=GRID, strokeWidth=1)
    drawn: alt.Chart = rule.encode(x=_count("x"), y=alt.value(0), y2=alt.value("height"))
    return drawn


def _bars(size: Size, down: int) -> tuple[alt.Chart, alt.Chart]:
    # Segments stand apart, so that two edges never run into one.
    rects = _layer("bars", "segments").mark_bar(
        size=size.bar, yOffset=down, xOffset=1.5, x2Offset=-1.5, strokeWidth=_EDGE
    )
    numbers = _layer("figures", "figures").mark_text(fontSize=size.font - 1, yOffset=down)
    ink = alt.Color("ink:N", scale=None)
    return (
        rects.encode(x=_count("start"), x2=alt.X2("end"), y=_band(), **_drawn_as_given()),
        numbers.encode(x=_count("middle"), y=_band(), text=alt.Text("figure:N"), color=ink),
    )


def _words(size: Size, down: int) -> tuple[alt.Chart, alt.Chart]:
    totals = _layer("totals", "totals").mark_text(
        align="left", dx=6, yOffset=down, fontSize=size.font, fontWeight="bold"
    )
    labels = _layer("labels", "labels").mark_text(
        align="right" if size.labels else "left", fontSize=size.font, yOffset=0 if size.labels else -size.bar // 2 - 2
    )
    return (
        totals.encode(x=_count("total"), y=_band(), text=alt.Text("total:Q")),
        labels.encode(x=alt.value(-_LABEL_GAP if size.labels else 0), y=_band(), text=alt.Text("label:N")),
    )


def _key(size: Size) -> tuple[alt.Chart, alt.Chart, alt.Chart]:
    """The legend and the line that says what is counted, above the bars."""
    middle = size.font // 2
    swatches = _layer("legend", "legend").mark_point(
        shape=f"M0,0h{_SWATCH}v{size.font - 1}h-{_SWATCH}Z", size=4, opacity=1, strokeWidth=_EDGE
    )
    words = _layer("legend_labels", "legend").mark_text(
        align="left", dx=_SWATCH + _SWATCH_GAP, dy=middle, fontSize=size.font - 1
    )
    unit = _layer("unit", "unit").mark_text(align="left", color=MUTED, fontSize=size.font - 1)
    return (
        swatches.encode(x=_pixel_x(), y=_pixel_y(), **_drawn_as_given()),
        words.encode(x=_pixel_x(), y=_pixel_y(), text=alt.Text("label:N")),
        unit.encode(x=_pixel_x(), y=_pixel_y(), text=alt.Text("unit:N")),
    )
