"""Stacked bars as Vega-Lite specs; only sums go into one, never rows of the datasets."""

from __future__ import annotations

from functools import cache
from typing import Any

import altair as alt

from zoneledger.charts.stacked_bars import APART, EDGE, LABEL_GAP, SWATCH, SWATCH_GAP, TOTAL_GAP, Bars
from zoneledger.charts.theme import GRID, MUTED, Size, config


def spec(bars: Bars, size: Size) -> dict[str, Any]:
    """The Vega-Lite spec of a chart.

    Args:
        bars: what stands where.
        size: the proportions it was laid out for.
    """
    return {
        **_form(size),
        "width": bars.plot,
        "height": size.step * len(bars.labels),
        "padding": {"left": bars.left, "top": bars.top, "right": bars.right, "bottom": 2},
        "datasets": {
            "segments": bars.segments,
            "figures": [one for one in bars.segments if one["figure"]],
            "totals": [{"bar": bar, "total": total} for bar, total in enumerate(bars.totals)],
            "labels": [{"bar": bar, "label": label} for bar, label in enumerate(bars.labels)],
            "legend": bars.legend,
            "unit": [{"x": -bars.left, "y": 10 - bars.top, "unit": bars.unit}],
            "zero": [{"x": 0}],
        },
    }


@cache
def _form(size: Size) -> dict[str, Any]:
    """The chart without its data: building and validating it takes longer than drawing, so it is built once a size."""
    layers = (*((_zero(),) if size.labels else ()), *_bars(size), *_words(size), *_key(size))
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


def _bars(size: Size) -> tuple[alt.Chart, alt.Chart]:
    rects = _layer("bars", "segments").mark_bar(
        size=size.bar, yOffset=size.bar_shift, xOffset=APART, x2Offset=-APART, strokeWidth=EDGE
    )
    numbers = _layer("figures", "figures").mark_text(fontSize=size.font - 1, yOffset=size.bar_shift)
    ink = alt.Color("ink:N", scale=None)
    return (
        rects.encode(x=_count("start"), x2=alt.X2("end"), y=_band(), **_drawn_as_given()),
        numbers.encode(x=_count("middle"), y=_band(), text=alt.Text("figure:N"), color=ink),
    )


def _words(size: Size) -> tuple[alt.Chart, alt.Chart]:
    totals = _layer("totals", "totals").mark_text(
        align="left", dx=TOTAL_GAP, yOffset=size.bar_shift, fontSize=size.font, fontWeight="bold"
    )
    labels = _layer("labels", "labels").mark_text(
        align="right" if size.labels else "left", fontSize=size.font, yOffset=size.label_shift
    )
    return (
        totals.encode(x=_count("total"), y=_band(), text=alt.Text("total:Q")),
        labels.encode(x=alt.value(-LABEL_GAP if size.labels else 0), y=_band(), text=alt.Text("label:N")),
    )


def _key(size: Size) -> tuple[alt.Chart, alt.Chart, alt.Chart]:
    """The legend and the line that says what is counted, above the bars."""
    middle = size.font // 2
    swatches = _layer("legend", "legend").mark_point(
        shape=f"M0,0h{SWATCH}v{size.font - 1}h-{SWATCH}Z", size=4, opacity=1, strokeWidth=EDGE
    )
    words = _layer("legend_labels", "legend").mark_text(
        align="left", dx=SWATCH + SWATCH_GAP, dy=middle, fontSize=size.font - 1
    )
    unit = _layer("unit", "unit").mark_text(align="left", color=MUTED, fontSize=size.font - 1)
    return (
        swatches.encode(x=_pixel_x(), y=_pixel_y(), **_drawn_as_given()),
        words.encode(x=_pixel_x(), y=_pixel_y(), text=alt.Text("label:N")),
        unit.encode(x=_pixel_x(), y=_pixel_y(), text=alt.Text("unit:N")),
    )
