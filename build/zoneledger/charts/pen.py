"""Who draws: the renderer, with its drawings kept from build to build, or we ourselves."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from zoneledger.charts import light, limit, stacked_bars
from zoneledger.charts.errors import SpecTooLarge
from zoneledger.charts.placed import Sheet
from zoneledger.charts.shelf import Shelf
from zoneledger.charts.stacked_bars import StackedBars
from zoneledger.charts.theme import Size
from zoneledger.problems import Text


@dataclass(frozen=True)
class Pen:
    """How figures are drawn; to the reader's eye both ways are the same.

    Args:
        light: written by ourselves; such a figure has no files and no live form.
        shelf: where the renderer's drawings are kept; by default nowhere.
    """

    light: bool = False
    shelf: Shelf = field(default_factory=Shelf)

    def bars(self, bars: StackedBars, lang: str, size: Size, key: str) -> tuple[str, str, str]:
        """Stacked bars for a language and a size: the inside of the drawing, its width and its height.

        Raises:
            zoneledger.charts.errors.ChartError: the drawing is not fit for a page.
        """
        placed = stacked_bars.laid_out(bars, lang, size)
        if self.light:
            return _written(light.stacked(placed, size))
        # Altair and the renderer take a second to load, which a build of light drawings is spared.
        from zoneledger.charts import rendered  # noqa: PLC0415

        try:
            return rendered.stacked(placed, size, key, self.shelf)
        except SpecTooLarge:
            return _written(light.stacked(placed, size))

    def sheet(self, sheet: Sheet, key: str) -> tuple[str, str, str]:
        """A sheet of placed marks: the inside of the drawing, its width and its height.

        Raises:
            zoneledger.charts.errors.ChartError: the drawing is not fit for a page.
        """
        if self.light:
            return _written(light.sheet(sheet))
        from zoneledger.charts import rendered  # noqa: PLC0415

        try:
            return rendered.sheet(sheet, key, self.shelf)
        except SpecTooLarge:
            return _written(light.sheet(sheet))

    def live(self, sheet: Sheet, choose: Text, options: Mapping[str, Text], lang: str) -> Mapping[str, Any]:
        """The spec of a sheet's live form, which answers the pointer and can be filtered; empty where it has none.

        Args:
            sheet: what stands where.
            choose: what is chosen.
            options: by group, what each choice is called.
            lang: ``zh`` or ``en``.
        """
        if self.light:
            return {}
        from zoneledger.charts import rendered  # noqa: PLC0415

        spec = rendered.live(sheet, choose, options, lang)
        return spec if limit.fits(json.dumps(spec, ensure_ascii=False, separators=(",", ":"))) else {}


def _written(drawn: tuple[str, int, int]) -> tuple[str, str, str]:
    inside, width, height = drawn
    return inside, str(width), str(height)


RENDERED = Pen()
LIGHT = Pen(light=True)
