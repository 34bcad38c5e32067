"""Every odd spot of every source on one page, by plan and kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from zoneledger.pages.renderer import Renderer
from zoneledger.site.shell import Page
from zoneledger.views.oddities import KINDS, by_kind, oddities
from zoneledger.views.plan import short_titles


def pages(renderers: Mapping[str, Renderer]) -> Iterator[tuple[str, Page]]:
    """The page in each language."""
    catalogue = renderers["zh"].catalogue
    plans = [
        (plan_id, title, by_kind(oddities(catalogue, plan_id))) for plan_id, title in short_titles(catalogue).items()
    ]
    found = [group for _, _, groups in plans for group in groups]
    counts = {kind: sum(len(group.spots) for group in found if group.kind == kind) for kind in KINDS}
    for lang, renderer in renderers.items():
        words = renderer.words["oddities"]
        values = {"plans": plans, "kinds": KINDS, "counts": counts}
        yield lang, renderer.page("oddities.html", "oddities/", words["title"], words["description"], **values)
