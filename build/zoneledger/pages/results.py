"""Promise against result over all plans: what is past due, what can be judged, and what cannot."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from zoneledger.pages.renderer import Renderer
from zoneledger.site.shell import Page
from zoneledger.views.outcome import evidence
from zoneledger.views.plan import summaries
from zoneledger.views.promise import promise


def pages(renderers: Mapping[str, Renderer]) -> Iterator[tuple[str, Page]]:
    """The page in each language; each plan's figures stand on its own page."""
    catalogue, context = renderers["zh"].catalogue, renderers["zh"].context
    plans, found = summaries(catalogue), evidence(catalogue)
    values = {
        "plans": plans,
        "promise": promise(catalogue),
        "promises": {plan.id: promise(catalogue, plan.id) for plan in plans},
        "judged": [one for one in found if one.judged],
        "counts": {
            plan.id: (sum(one.target.plan_id == plan.id for one in found), plan.counts.rows["outcomes"])
            for plan in plans
        },
        "figures": context.figures.results,
    }
    for lang, renderer in renderers.items():
        words = renderer.words["results"]
        yield lang, renderer.page("results.html", "results/", words["title"], words["description"], **values)
