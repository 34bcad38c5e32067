"""Drawn by the renderer: a layout as a Vega-Lite spec, and what the renderer makes of it, cleaned."""

from __future__ import annotations

from zoneledger.charts.placed import Sheet
from zoneledger.charts.rendered import bars as forms
from zoneledger.charts.rendered import render, sheets
from zoneledger.charts.rendered.sheets import live
from zoneledger.charts.shelf import Shelf
from zoneledger.charts.stacked_bars import Bars
from zoneledger.charts.theme import Size

__all__ = ["live", "sheet", "stacked"]


def stacked(placed: Bars, size: Size, key: str, shelf: Shelf) -> tuple[str, str, str]:
    """Stacked bars: the inside of the drawing, its width and its height.

    Args:
        placed: what stands where.
        size: the proportions it was laid out for.
        key: of the chart, for messages.
        shelf: where drawings are kept from build to build.

    Raises:
        zoneledger.charts.errors.ChartError: the drawing is not fit for a page.
    """
    return render.svg(forms.spec(placed, size), key, shelf)


def sheet(placed: Sheet, key: str, shelf: Shelf) -> tuple[str, str, str]:
    """A sheet: the inside of the drawing, its width and its height.

    Args:
        placed: what stands where.
        key: of the chart, for messages.
        shelf: where drawings are kept from build to build.

    Raises:
        zoneledger.charts.errors.ChartError: the drawing is not fit for a page.
    """
    return render.svg(sheets.spec(placed), key, shelf)
