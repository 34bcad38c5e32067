"""A page an agency type with too many duties to list: what it does in sum, and further pages with its organisations.

A kind of its own, for it shows no target: where one is edited, these pages need not be made again.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from zoneledger.pages import agency
from zoneledger.pages.renderer import Renderer
from zoneledger.site.shell import Page


def pages(renderers: Mapping[str, Renderer], only: Collection[str] | None = None) -> Iterator[tuple[str, Page]]:
    """Every such type, in each language.

    Args:
        renderers: what renders pages, by language.
        only: the ids of the types whose pages are made; all by default.
    """
    return agency.of_types(renderers, only, listed=False)
