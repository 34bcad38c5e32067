"""The hub of plans: one row a plan, with its facts and counts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from zoneledger.pages.renderer import Renderer
from zoneledger.site.shell import Page
from zoneledger.views.open_points import open_points
from zoneledger.views.plan import summaries


def pages(renderers: Mapping[str, Renderer]) -> Iterator[tuple[str, Page]]:
    """The hub in each language."""
    catalogue = renderers["zh"].catalogue
    plans = summaries(catalogue)
    values = {"plans": plans, "open": {plan.id: open_points(catalogue, plan.id) for plan in plans}}
    for lang, renderer in renderers.items():
        words = renderer.words["plans"]
        yield lang, renderer.page("plans.html", "plans/", words["title"], words["description"], **values)
