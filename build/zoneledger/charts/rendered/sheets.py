"""Sheets of placed marks as Vega-Lite specs: one form, described in Altair and validated once, serves all of them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

import altair as alt

from zoneledger.charts.placed import EDGE, WORDS, Sheet
from zoneledger.charts.theme import GRID, config
from zoneledger.problems import Text

#: Layers whose marks belong to a row of the data, and can be pointed at or filtered in the live form.
_LIVE = ("boxes", "marks", "figures", "totals")
_CHOSEN = "chosen"


def spec(sheet: Sheet) -> dict[str, Any]:
    """The Vega-Lite spec of a sheet as it stands in a page, without what only the live form needs."""
    shown = {
        layer: [{key: value for key, value in item.items() if key not in ("tip", "group")} for item in items]
        for layer, items in sheet.layers.items()
    }
    return _filled(sheet, shown, live=False)


def live(sheet: Sheet, choose: Text, options: Mapping[str, Text], lang: str) -> dict[str, Any]:
    """The Vega-Lite spec of the same sheet with tips and a filter.

    Args:
        sheet: what stands where.
        choose: what is chosen.
        options: by group, what each choice is called.
        lang: ``zh`` or ``en``.
    """
    made = _filled(sheet, sheet.layers, live=True)
    offered = [{"value": key, "label": label.of(lang)} for key, label in options.items()]
    return made | {"usermeta": {"choice": {"label": choose.of(lang), "options": offered}}}


def _filled(sheet: Sheet, layers: Mapping[str, list[dict[str, Any]]], *, live: bool) -> dict[str, Any]:
    form = _form(live)
    return {
        **form,
        "width": round(sheet.width),
        "height": round(sheet.height),
        "layer": [layer for layer in form["layer"] if layer["name"] in layers],
        "datasets": {name: layers[name] for name in (one["name"] for one in form["layer"]) if name in layers},
    }


@cache
def _form(live: bool) -> dict[str, Any]:
    """The chart without its data, built and validated once."""
    layers = [_lines(), _boxes(live), _marks("marks", live), _marks("legend", False)]
    layers += [_words(kind, live) for kind in WORDS]
    chart = alt.layer(*layers).properties(width=1, height=1, autosize=alt.AutoSizeParams(type="none"), padding=0)
    if live:
        chart = chart.add_params(alt.param(name=_CHOSEN, value=""))
    form: dict[str, Any] = chart.to_dict()
    return {**form, "config": config()}


def _layer(name: str, live: bool = False) -> alt.Chart:
    made = alt.Chart(alt.NamedData(name=name), name=name)
    if live and name in _LIVE:
        # A mark may belong to several groups, each between bars.
        return made.transform_filter(f"{_CHOSEN} === '' || indexof(datum.group, '|' + {_CHOSEN} + '|') >= 0")
    return made


def _x(column: str = "x") -> alt.X:
    return alt.X(column, type="quantitative", scale=None, axis=None)


def _y(column: str = "y") -> alt.Y:
    return alt.Y(column, type="quantitative", scale=None, axis=None)


def _drawn(live: bool) -> dict[str, Any]:
    tips = {"tooltip": alt.Tooltip("tip:N")} if live else {}
    return {
        "fill": alt.Fill("color:N", scale=None),
        "stroke": alt.Stroke("color:N", scale=None),
        "fillOpacity": alt.FillOpacity("opacity:Q", scale=None),
        "strokeDash": alt.StrokeDash("dash:N", scale=None),
        **tips,
    }


def _lines() -> alt.Chart:
    rule = _layer("lines").mark_rule(color=GRID, strokeWidth=1)
    drawn: alt.Chart = rule.encode(x=_x(), x2="x2:Q", y=_y(), y2="y2:Q")
    return drawn


def _boxes(live: bool) -> alt.Chart:
    # Bars, because a rect has no dashes.
    bars = _layer("boxes", live).mark_bar(orient="horizontal", strokeWidth=EDGE, opacity=1)
    drawn: alt.Chart = bars.encode(x=_x(), x2="x2:Q", y=_y(), size=alt.Size("high:Q", scale=None), **_drawn(live))
    return drawn


def _marks(name: str, live: bool) -> alt.Chart:
    points = _layer(name, live).mark_point(strokeWidth=EDGE, opacity=1)
    shape, area = alt.Shape("shape:N", scale=None), alt.Size("area:Q", scale=None)
    drawn: alt.Chart = points.encode(x=_x(), y=_y(), shape=shape, size=area, **_drawn(live))
    return drawn


def _words(kind: str, live: bool) -> alt.Chart:
    align, size, weight, _ = WORDS[kind]
    # In the live form a figure lies over its mark, which is what is pointed at.
    text = _layer(kind, live).mark_text(align=align, fontSize=size, fontWeight=weight, tooltip=None)
    drawn: alt.Chart = text.encode(x=_x(), y=_y(), text=alt.Text("text:N"), color=alt.Color("ink:N", scale=None))
    return drawn
