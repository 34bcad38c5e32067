"""The hub of plans: one row a plan, with its facts and counts; many plans by province and city, on several pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from zoneledger.pages.regions import listed
from zoneledger.pages.renderer import Renderer
from zoneledger.site.shell import Page
from zoneledger.views.open_points import left_open
from zoneledger.views.plan import summaries

#: Plans on one page: each has a row in two tables, together up to 2.8 kilobytes.
PLANS_LISTED = 120


def pages(renderers: Mapping[str, Renderer]) -> Iterator[tuple[str, Page]]:
    """The hub in each language."""
    catalogue = renderers["zh"].catalogue
    codes = {row.text("id"): row.text("jurisdiction_code") for row in catalogue.rows("plans")}
    found = listed(catalogue, summaries(catalogue), "plans/", PLANS_LISTED, lambda plan: codes[plan.id])
    for pager, plans, groups in found.pages():
        values = {"plans": plans, "groups": groups, "pager": pager, "regions": found.regions}
        values["open"] = {plan.id: left_open(catalogue, plan.id) for plan in plans}
        for lang, renderer in renderers.items():
            words = renderer.words["plans"]
            title, about = (pager.named(renderer.words, words[key]) for key in ("title", "description"))
            yield lang, renderer.page("plans.html", pager.address(pager.number), title, about, **values)
