"""Sheets of placed marks as SVG."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import sqrt
from typing import Any

from zoneledger.charts.light.marks import drawing, layer, number, shapes, type_of, words
from zoneledger.charts.placed import EDGE, WORDS, Sheet
from zoneledger.charts.theme import GRID

_ANCHORS = {"left": "", "center": "middle"}

Item = Mapping[str, Any]


def sheet(placed: Sheet) -> tuple[str, int, int]:
    """The drawing, how wide and how high it is."""
    return drawing(0, 0, _layers(placed.layers)), round(placed.width), round(placed.height)


def _layers(layers: Mapping[str, Sequence[Item]]) -> Iterator[str]:
    """The layers in the order in which they lie over one another."""
    lines, boxes = layers.get("lines", ()), layers.get("boxes", ())
    yield layer("lines", f' stroke="{GRID}" stroke-width="1"', "".join(map(_line, lines)))
    if boxes:
        yield shapes("boxes", boxes, EDGE, ((_box(one), "") for one in boxes))
    for name in ("marks", "legend"):
        if marks := layers.get(name, ()):
            yield shapes(name, marks, EDGE, ((_symbol(one["shape"], one["area"]), _moved(one)) for one in marks))
    for kind, (align, size, weight, _) in WORDS.items():
        if texts := layers.get(kind, ()):
            placed = ((one["x"], one["y"], one["text"]) for one in texts)
            yield words(kind, [one["ink"] for one in texts], type_of(size, weight, _ANCHORS[align]), placed)


def _line(one: Item) -> str:
    across, down = number(one["x2"] - one["x"]), number(one["y2"] - one["y"])
    return f'<line{_moved(one)} x2="{across}" y2="{down}"/>'


def _moved(one: Item) -> str:
    return f' transform="translate({number(one["x"])},{number(one["y"])})"'


def _box(one: Item) -> str:
    wide, high = one["x2"] - one["x"], one["high"]
    top = number(one["y"] - high / 2)
    return f"M{number(one['x'])},{top}h{number(wide)}v{number(high)}h{number(-wide)}Z"


def _symbol(shape: str, area: float) -> str:
    """A symbol around its middle, reckoned to three decimals as the renderer does (https://vega.github.io/vega/docs/marks/symbol/)."""
    reach = _written(sqrt(area) / 2)
    if shape == "circle":
        return f"M{reach},0A{reach},{reach},0,1,1,-{reach},0A{reach},{reach},0,1,1,{reach},0"
    if shape == "diamond":
        return f"M-{reach},0L0,-{reach}L{reach},0L0,{reach}Z"
    side = _written(sqrt(area))
    return f"M-{reach},-{reach}h{side}v{side}h-{side}Z"


def _written(length: float) -> str:
    return number(round(length, 3))
