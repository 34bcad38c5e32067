"""Stacked bars as SVG."""

from __future__ import annotations

from collections.abc import Iterator

from zoneledger.charts.light.marks import drawing, layer, number, shapes, type_of, words
from zoneledger.charts.stacked_bars import APART, EDGE, LABEL_GAP, SWATCH, SWATCH_GAP, TOTAL_GAP, Bars
from zoneledger.charts.theme import FOREGROUND, GRID, MUTED, Size


def stacked(placed: Bars, size: Size) -> tuple[str, int, int]:
    """The drawing, how wide and how high it is.

    Args:
        placed: what stands where.
        size: the proportions it was laid out for.
    """
    layers = (*_bars(placed, size), *_words(placed, size), *_key(placed, size))
    width = placed.left + placed.plot + placed.right
    height = placed.top + size.step * len(placed.labels) + 2
    return drawing(placed.left, placed.top, layers), width, height


def _bars(placed: Bars, size: Size) -> Iterator[str]:
    if size.labels:
        line = f'<line transform="translate(0,0)" x2="0" y2="{size.step * len(placed.labels)}"/>'
        yield layer("zero", f' stroke="{GRID}" stroke-width="1"', line)
    yield shapes("bars", placed.segments, EDGE, ((path, "") for path in _segments(placed, size)))
    inside = [one for one in placed.segments if one["figure"]]
    at = ((_count(placed, one["middle"]), _middle(size, one["bar"]), one["figure"]) for one in inside)
    yield words("figures", [one["ink"] for one in inside], type_of(size.font - 1, anchor="middle"), at)


def _segments(placed: Bars, size: Size) -> Iterator[str]:
    bar = number(size.bar)
    for one in placed.segments:
        start, end = _count(placed, one["start"]) + APART, _count(placed, one["end"]) - APART
        # A segment narrower than the gap runs the other way, as the renderer has it.
        left, wide = min(start, end), abs(end - start)
        top = number(_middle(size, one["bar"]) - size.bar / 2)
        yield f"M{number(left)},{top}h{number(wide)}v{bar}h{number(-wide)}Z"


def _words(placed: Bars, size: Size) -> Iterator[str]:
    rows, ink = range(len(placed.labels)), [FOREGROUND] * len(placed.labels)
    totals = (
        (_count(placed, total) + TOTAL_GAP, _middle(size, bar), str(total)) for bar, total in enumerate(placed.totals)
    )
    yield words("totals", ink, type_of(size.font, "bold"), totals)
    left = -LABEL_GAP if size.labels else 0
    labels = ((left, (row + 0.5) * size.step + size.label_shift, placed.labels[row]) for row in rows)
    yield words("labels", ink, type_of(size.font, anchor="end" if size.labels else ""), labels)


def _key(placed: Bars, size: Size) -> Iterator[str]:
    """The legend and the line that says what is counted, above the bars."""
    high, down = size.font - 1, size.font // 2
    swatch = f"M0,0L{SWATCH},0L{SWATCH},{high}L0,{high}Z"
    places = ((swatch, f' transform="translate({number(one["x"])},{number(one["y"])})"') for one in placed.legend)
    yield shapes("legend", placed.legend, EDGE, places)
    labels = ((one["x"] + SWATCH + SWATCH_GAP, one["y"] + down, one["label"]) for one in placed.legend)
    small = type_of(size.font - 1)
    yield words("legend_labels", [FOREGROUND] * len(placed.legend), small, labels)
    yield words("unit", [MUTED], small, [(-placed.left, 10 - placed.top, placed.unit)])


def _count(placed: Bars, count: float) -> float:
    """How far to the right a count stands."""
    return placed.plot * (count / placed.longest)


def _middle(size: Size, bar: int) -> float:
    """How far down the middle of a bar is."""
    return (bar + 0.5) * size.step + size.bar_shift
