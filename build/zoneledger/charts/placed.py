"""Marks and words at places reckoned beforehand: the form of every chart that is not a set of bars.

Nothing is fitted to measured text, so a drawing is the same on every machine; and one form, described in Altair and
validated once, serves all of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal

import altair as alt

from zoneledger.charts import lettering
from zoneledger.charts.theme import FOREGROUND, GRID, MUTED, Style, config
from zoneledger.problems import Text

#: Kinds of words: alignment, size, weight, colour. The class of a layer is its name.
WORDS: Mapping[str, tuple[Literal["left", "center"], int, Literal["normal", "bold"], str]] = {
    "labels": ("left", 13, "normal", FOREGROUND),
    "notes": ("left", 12, "normal", MUTED),
    "heads": ("center", 12, "bold", MUTED),
    "figures": ("center", 12, "normal", FOREGROUND),
    "totals": ("left", 13, "bold", FOREGROUND),
    "legend_labels": ("left", 12, "normal", FOREGROUND),
    "unit": ("left", 12, "normal", MUTED),
}
#: Layers whose marks belong to a row of the data, and can be pointed at or filtered in the live form.
_LIVE = ("boxes", "marks", "figures", "totals")
_CHOSEN = "chosen"


#: To the right and down from the top left corner, in pixels; or how wide and high.
Place = tuple[float, float]
_SWATCH, _LEGEND_LINE = 8.0, 22


@dataclass(frozen=True)
class Symbol:
    """A symbol that stands for something.

    Args:
        shape: ``square``, ``circle`` or ``diamond``.
        side: its height, in pixels.
        style: its fill and edge.
    """

    shape: str
    side: float
    style: Style


@dataclass
class Sheet:
    """What stands where, in pixels from the top left corner.

    Args:
        width: of the whole drawing.
        height: of the whole drawing; may grow while things are placed.
    """

    width: float
    height: float = 0
    layers: dict[str, list[dict[str, Any]]] = field(default_factory=dict)

    def word(self, kind: str, at: Place, text: str, ink: str = "", group: str = "") -> None:
        """A line of text with its middle at a height: of a kind of ``WORDS``."""
        x, y = at
        own = {"ink": ink or WORDS[kind][3]} | ({"group": group} if group else {})
        self._put(kind, {"x": x, "y": y, "text": lettering.one_line(text), **own})

    def box(self, at: Place, size: Place, style: Style, tip: str = "", group: str = "") -> None:
        """A rectangle from the middle of its left edge; its tip says what it is, its groups what it can be found by."""
        (left, middle), (wide, high) = at, size
        place = {"x": left, "x2": left + wide, "y": middle, "high": high}
        self._put("boxes", {**place, **_look(style), **_live(tip, group)})

    def mark(self, at: Place, symbol: Symbol, tip: str = "", group: str = "") -> None:
        """A symbol around a place."""
        self._put("marks", {"x": at[0], "y": at[1], **_drawn_as(symbol), **_live(tip, group)})

    def legend(self, entries: Iterable[tuple[str, str, Style]], top: float) -> float:
        """Symbols with their names, in as many lines as they need.

        Args:
            entries: a name, a symbol's shape and its style.
            top: where the legend begins.

        Returns:
            Where what follows begins.
        """
        x, y, size = _SWATCH, top + _SWATCH, WORDS["legend_labels"][1]
        for label, shape, style in entries:
            wide = 2 * _SWATCH + lettering.width(lettering.one_line(label), size)
            if x > _SWATCH and x + wide > self.width:
                x, y = _SWATCH, y + _LEGEND_LINE
            self._put("legend", {"x": x, "y": y, **_drawn_as(Symbol(shape, 13, style))})
            self.word("legend_labels", (x + 13, y), label)
            x += wide + 18
        return y + 20

    def line(self, start: Place, end: Place) -> None:
        """A hairline."""
        self._put("lines", {"x": start[0], "y": start[1], "x2": end[0], "y2": end[1]})

    def _put(self, layer: str, item: dict[str, Any]) -> None:
        rounded = {key: round(value, 1) if isinstance(value, float) else value for key, value in item.items()}
        self.layers.setdefault(layer, []).append(rounded)


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


def _live(tip: str, group: str) -> dict[str, str]:
    return {"tip": lettering.one_line(tip), "group": group}


def _drawn_as(symbol: Symbol) -> dict[str, Any]:
    # Vega makes a symbol by its area (https://vega.github.io/vega/docs/marks/symbol/).
    area = symbol.side**2 * (0.8 if symbol.shape == "diamond" else 1)
    return {"shape": symbol.shape, "area": area, **_look(symbol.style)}


def _look(style: Style) -> dict[str, Any]:
    return {"color": style.color, "opacity": style.opacity, "dash": list(style.dash)}


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
    bars = _layer("boxes", live).mark_bar(orient="horizontal", strokeWidth=1.25, opacity=1)
    drawn: alt.Chart = bars.encode(x=_x(), x2="x2:Q", y=_y(), size=alt.Size("high:Q", scale=None), **_drawn(live))
    return drawn


def _marks(name: str, live: bool) -> alt.Chart:
    points = _layer(name, live).mark_point(strokeWidth=1.25, opacity=1)
    shape, area = alt.Shape("shape:N", scale=None), alt.Size("area:Q", scale=None)
    drawn: alt.Chart = points.encode(x=_x(), y=_y(), shape=shape, size=area, **_drawn(live))
    return drawn


def _words(kind: str, live: bool) -> alt.Chart:
    align, size, weight, _ = WORDS[kind]
    # In the live form a figure lies over its mark, which is what is pointed at.
    text = _layer(kind, live).mark_text(align=align, fontSize=size, fontWeight=weight, tooltip=None)
    drawn: alt.Chart = text.encode(x=_x(), y=_y(), text=alt.Text("text:N"), color=alt.Color("ink:N", scale=None))
    return drawn
