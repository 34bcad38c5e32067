"""The page of downloads, ``/data/``: the whole dataset and each plan, with sizes and checksums."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from zoneledger.pages.renderer import Renderer
from zoneledger.site.shell import Page
from zoneledger.views.plan import summaries


def pages(renderers: Mapping[str, Renderer]) -> Iterator[tuple[str, Page]]:
    """The page in each language."""
    catalogue, context = renderers["zh"].catalogue, renderers["zh"].context
    values = {
        "whole": [download for download in context.downloads if download.plan_id is None],
        "plans": [
            (plan, [download for download in context.downloads if download.plan_id == plan.id])
            for plan in summaries(catalogue)
        ],
    }
    for lang, renderer in renderers.items():
        words = renderer.words["data"]
        yield lang, renderer.page("data.html", "data/", words["title"], words["description"], **values)
