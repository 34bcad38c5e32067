"""From a chart's spec to SVG, by the renderer or from what it drew before."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from importlib.metadata import version
from typing import Any
from xml.etree import ElementTree

from zoneledger import vega
from zoneledger.charts import limit
from zoneledger.charts.errors import SpecTooLarge
from zoneledger.charts.rendered.clean import clean
from zoneledger.charts.shelf import Shelf


def svg(spec: Mapping[str, Any], key: str, shelf: Shelf) -> tuple[str, str, str]:
    """Draws one chart.

    A drawing is a function of its spec and the renderer's version alone, so one that is stored under both is as good as
    a new one. It is stored as the renderer gave it, and cleaned each time: nobody can bring anything into a page by it.

    Args:
        spec: a Vega-Lite spec; its layers' names become class names.
        key: of the chart, for messages.
        shelf: where drawings are kept from build to build.

    Returns:
        The inside of the drawing, its width and its height.

    Raises:
        SpecTooLarge: it is.
        ChartError: the drawing holds something that a page must not.
    """
    written = json.dumps(spec, ensure_ascii=False, sort_keys=True)
    if not limit.fits(written):
        raise SpecTooLarge(key)
    name = sha256(f"{version('vl-convert-python')}\n{written}".encode()).hexdigest()
    drawn = _read(shelf.get(name))
    if drawn is None:
        raw = vega.svg(spec)
        shelf.put(name, raw.encode())
        drawn = ElementTree.fromstring(raw)
    _, _, width, height = drawn.get("viewBox", "").split()
    return "".join(clean(child, key) for child in drawn), width, height


def _read(stored: bytes | None) -> ElementTree.Element | None:
    try:
        return ElementTree.fromstring(stored.decode()) if stored else None
    except (UnicodeDecodeError, ElementTree.ParseError):
        return None
