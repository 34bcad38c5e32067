"""How the charts look: colours by CSS variable, sizes, type. Both palettes share one drawing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

FOREGROUND = "var(--chart-fg)"
MUTED = "var(--chart-muted)"
GRID = "var(--chart-grid)"
PAGE = "var(--zl-page)"

#: What the variables stand for in the light palette of the stylesheet, for drawings that leave the page.
LIGHT = {
    "--chart-fg": "#1b2430",
    "--chart-muted": "#566272",
    "--chart-grid": "#dde2e8",
    "--chart-1": "#1f5fa8",
    "--chart-2": "#b8502a",
    "--chart-3": "#2a7d62",
    "--chart-4": "#7b52ab",
    "--chart-5": "#96700a",
    "--chart-6": "#5f6b7a",
    "--zl-page": "#ffffff",
}

# The pages' own fonts set every text, so the one named here only has to exist nowhere: looking up a large CJK font for
# each text costs ten times the drawing, and no position below depends on what it would measure.
NO_FONT = "zoneledger-none"


@dataclass(frozen=True)
class Style:
    """How a series is filled and edged. Two series of a chart differ in more than their colour.

    Args:
        color: of fill and edge.
        opacity: of the fill: 1 solid, 0 hollow.
        dash: the edge's dash pattern, in pixels; a plain line if empty.
    """

    color: str
    opacity: float
    dash: tuple[int, ...] = ()

    @property
    def label_color(self) -> str:
        """A colour for figures that stand in the fill."""
        return PAGE if self.opacity == 1 else FOREGROUND


def solid(number: int) -> Style:
    """A full fill in one of the six chart colours."""
    return Style(f"var(--chart-{number})", 1)


def tinted(number: int) -> Style:
    """A light fill with an edge."""
    return Style(f"var(--chart-{number})", 0.28)


def hollow(number: int) -> Style:
    """An edge alone."""
    return Style(f"var(--chart-{number})", 0)


def dashed(number: int) -> Style:
    """A dashed edge alone."""
    return Style(f"var(--chart-{number})", 0, (3, 2))


@dataclass(frozen=True)
class Size:
    """The proportions of a drawing, in pixels.

    Args:
        name: ``wide`` or ``narrow``; part of ids and class names.
        width: of the whole drawing.
        step: from one bar to the next.
        bar: a bar's thickness.
        labels: the most room for labels beside the bars; 0 puts them above.
        font: size of the type.
    """

    name: str
    width: int
    step: int
    bar: int
    labels: int
    font: int

    @property
    def bar_shift(self) -> int:
        """How far below the middle of its band a bar lies: labels above it need room there."""
        return 0 if self.labels else (self.step - self.bar) // 2 - 2

    @property
    def label_shift(self) -> int:
        """How far below the middle of its band a bar's label stands."""
        return 0 if self.labels else -self.bar // 2 - 2


WIDE = Size("wide", width=680, step=30, bar=20, labels=275, font=13)
NARROW = Size("narrow", width=340, step=50, bar=18, labels=0, font=13)
SIZES = (WIDE, NARROW)


def config() -> dict[str, Any]:
    """The Vega-Lite config of every chart (https://vega.github.io/vega-lite/docs/config.html)."""
    return {
        "aria": False,
        "background": "transparent",
        "font": NO_FONT,
        "view": {"stroke": "transparent"},
        "text": {"color": FOREGROUND, "fontSize": WIDE.font, "baseline": "middle"},
    }
