"""How the rows are known to be right: what the audit proved of each plan, and what it did not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from zoneledger.pages.regions import listed
from zoneledger.pages.renderer import Renderer
from zoneledger.site.shell import Page
from zoneledger.views.plan import summaries
from zoneledger.views.proof import exclusions, proof
from zoneledger.views.reading import coding_notes, settled_codings

#: What one page holds, in units of 250 bytes: a plan with its account takes up to ``PLAN`` of them, a settled coding ``CODING``,
#: a row whose note says how it was coded ``NOTED``.
UNITS_LISTED = 1600
PLAN, CODING, NOTED = 18, 8, 1


def pages(renderers: Mapping[str, Renderer]) -> Iterator[tuple[str, Page]]:
    """The page in each language; many plans by province, on several pages."""
    catalogue, context = renderers["zh"].catalogue, renderers["zh"].context
    codes = {row.text("id"): row.text("jurisdiction_code") for row in catalogue.rows("plans")}
    codings = {plan_id: settled_codings(catalogue, plan_id) for plan_id in codes}
    noted = {plan_id: coding_notes(catalogue, plan_id) for plan_id in codes}
    found = listed(
        catalogue, summaries(catalogue), "proof/", UNITS_LISTED, lambda plan: codes[plan.id],
        weight=lambda plan: PLAN + CODING * len(codings[plan.id]) + NOTED * len(noted[plan.id]),
    )  # fmt: skip
    values = {"codings": codings, "noted": noted, "figures": context.figures.proof, "regions": found.regions}
    for pager, plans, groups in found.pages():
        shown = {
            "plans": plans,
            "groups": groups,
            "pager": pager,
            "proofs": {
                plan.id: proof(catalogue, *context.receipts[plan.id]) for plan in plans if plan.id in context.receipts
            },
            "exclusions": {plan.id: len(exclusions(catalogue, plan.id)) for plan in plans},
        }
        for lang, renderer in renderers.items():
            words = renderer.words["proof"]
            title, about = (pager.named(renderer.words, words[key]) for key in ("title", "description"))
            yield lang, renderer.page("proof.html", pager.address(pager.number), title, about, **values, **shown)
