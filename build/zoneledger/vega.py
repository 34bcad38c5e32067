"""The renderer of charts and previews, called from here alone: it runs threads, which a forked process would lack.

It takes a second to load, so it is loaded when it is first asked for something.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Any

_MODULE = "vl_convert"


def running() -> bool:
    """Whether the renderer was loaded in this process; one forked from it would wait for its threads for ever."""
    return _MODULE in sys.modules


def svg(spec: Mapping[str, Any]) -> str:
    """Draws a Vega-Lite spec."""
    import vl_convert  # noqa: PLC0415

    return str(vl_convert.vegalite_to_svg(dict(spec)))


def png(drawing: str) -> bytes:
    """Turns an SVG document into a PNG."""
    import vl_convert  # noqa: PLC0415

    return bytes(vl_convert.svg_to_png(drawing))


def bundle(snippet: str) -> str:
    """The program that draws live charts in a browser, as one script."""
    import vl_convert  # noqa: PLC0415

    return str(vl_convert.javascript_bundle(snippet))
