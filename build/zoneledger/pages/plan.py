"""A page a plan: the document, its targets, its outline with duties, its deadlines, and how far it was proved."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from zoneledger.pages.renderer import Renderer
from zoneledger.site.shell import Page
from zoneledger.views.citation import cite_plan
from zoneledger.views.open_points import GAPS
from zoneledger.views.plan import plan
from zoneledger.views.proof import proof

_SCRIPTS = {"hans": "zh-Hans", "hant": "zh-Hant"}


def pages(renderers: Mapping[str, Renderer]) -> Iterator[tuple[str, Page]]:
    """Every plan in each language; a plan's view is built once and dropped after its pages."""
    catalogue, context = renderers["zh"].catalogue, renderers["zh"].context
    for plan_id, content in catalogue.plan_files.items():
        view = plan(catalogue, plan_id)
        values = {
            "plan": view,
            # The script of what is printed: a page in simplified Chinese still quotes a traditional source as it is.
            "script": _SCRIPTS.get(view.script, "zh"),
            "figures": context.figures.plans.get(plan_id, ()),
            "proof": proof(catalogue, *receipt) if (receipt := context.receipts.get(plan_id)) else None,
            "downloads": [download for download in context.downloads if download.plan_id == plan_id],
            "citation": cite_plan(content, catalogue.dataset, context.site_url),
            "gap_words": GAPS,
            "strengths": catalogue.schemas["targets"].by_name["strength"],
        }
        for lang, renderer in renderers.items():
            title, about = view.summary.short_title.of(lang), view.about.of(lang)
            yield lang, renderer.page("plan.html", f"plans/{plan_id}/", title, about, **values)
