"""Marks and words at places reckoned beforehand: the form of every chart that is not a set of bars.

Nothing is fitted to measured text, so a drawing is the same on every machine.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from zoneledger.charts import lettering
from zoneledger.charts.theme import FOREGROUND, MUTED, Style

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
#: Edge of a box or a symbol, in pixels.
EDGE = 1.25

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


def _live(tip: str, group: str) -> dict[str, str]:
    return {"tip": lettering.one_line(tip), "group": group}


def _drawn_as(symbol: Symbol) -> dict[str, Any]:
    # Vega makes a symbol by its area (https://vega.github.io/vega/docs/marks/symbol/).
    area = symbol.side**2 * (0.8 if symbol.shape == "diamond" else 1)
    return {"shape": symbol.shape, "area": area, **_look(symbol.style)}


def _look(style: Style) -> dict[str, Any]:
    return {"color": style.color, "opacity": style.opacity, "dash": list(style.dash)}
