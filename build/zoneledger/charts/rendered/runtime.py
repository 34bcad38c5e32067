"""The renderer's own programs for a browser, in one file."""

from __future__ import annotations

from hashlib import sha256
from importlib.metadata import version

from zoneledger import vega
from zoneledger.charts.shelf import Shelf

_SNIPPET = "window.vegaEmbed = vegaEmbed;"


def bundle(shelf: Shelf) -> str:
    """Vega, Vega-Lite and Vega-Embed as JavaScript; the same for a release of the renderer, and slow to make.

    Args:
        shelf: where it is kept from build to build.
    """
    name = sha256(f"{version('vl-convert-python')}\n{_SNIPPET}".encode()).hexdigest()
    kept = shelf.get(name)
    if kept is not None:
        return kept.decode()
    made = vega.bundle(_SNIPPET)
    shelf.put(name, made.encode())
    return made
