"""Promise against result over all plans: what is past due, what can be judged, and what cannot."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from zoneledger.assessment.labels import NOT_ASSESSABLE
from zoneledger.pages.regions import listed
from zoneledger.pages.renderer import Renderer
from zoneledger.site.shell import Page
from zoneledger.views.outcome import Evidence, evidence
from zoneledger.views.plan import PlanSummary, summaries
from zoneledger.views.promise import assessed, promise

#: What one page holds, in rows of the table of plans, each up to 1.1 kilobytes; a judged target takes as much as ``JUDGED`` of them.
ROWS_LISTED = 300
JUDGED = 4


class Line(NamedTuple):
    """A plan's row, or one of its judged targets, which come after it."""

    plan: PlanSummary
    judged: Evidence | None = None


def pages(renderers: Mapping[str, Renderer]) -> Iterator[tuple[str, Page]]:
    """The page in each language; many plans by province, with the targets of theirs that are judged."""
    catalogue, context = renderers["zh"].catalogue, renderers["zh"].context
    codes = {row.text("id"): row.text("jurisdiction_code") for row in catalogue.rows("plans")}
    reported = [one for one in assessed(catalogue).values() if one.findings]
    targets = Counter(one.target.text("plan_id") for one in reported)
    judged: dict[str, list[Evidence]] = {}
    for one in evidence(catalogue, found=[one for one in reported if one.verdict != NOT_ASSESSABLE]):
        judged.setdefault(one.target.plan_id, []).append(one)
    lines = [
        line
        for plan in summaries(catalogue)
        for line in (Line(plan), *(Line(plan, one) for one in judged.get(plan.id, ())))
    ]
    found = listed(
        catalogue, lines, "results/", ROWS_LISTED, lambda line: codes[line.plan.id],
        weight=lambda line: JUDGED if line.judged else 1, counted=lambda line: not line.judged,
    )  # fmt: skip
    values = {"promise": promise(catalogue), "regions": found.regions, "figures": context.figures.results}
    for pager, sheet, groups in found.pages():
        plans = [line.plan for line in sheet if not line.judged]
        shown = {
            "pager": pager,
            "groups": [(place, [line.plan for line in some if not line.judged]) for place, some in groups],
            "promises": {plan.id: promise(catalogue, plan.id) for plan in plans},
            "judged": [line.judged for line in sheet if line.judged],
            "counts": {plan.id: (targets[plan.id], plan.counts.rows["outcomes"]) for plan in plans},
        }
        for lang, renderer in renderers.items():
            words = renderer.words["results"]
            title, about = (pager.named(renderer.words, words[key]) for key in ("title", "description"))
            yield lang, renderer.page("results.html", pager.address(pager.number), title, about, **values, **shown)
