"""How the rows are known to be right: what the audit proved of each plan, and what it did not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from zoneledger.pages.renderer import Renderer
from zoneledger.site.shell import Page
from zoneledger.views.plan import summaries
from zoneledger.views.proof import exclusions, proof
from zoneledger.views.reading import coding_notes, settled_codings


def pages(renderers: Mapping[str, Renderer]) -> Iterator[tuple[str, Page]]:
    """The page in each language."""
    catalogue, context = renderers["zh"].catalogue, renderers["zh"].context
    plans = summaries(catalogue)
    values = {
        "plans": plans,
        "proofs": {
            plan_id: proof(catalogue, receipt, changed) for plan_id, (receipt, changed) in context.receipts.items()
        },
        "codings": {plan.id: settled_codings(catalogue, plan.id) for plan in plans},
        "noted": {plan.id: coding_notes(catalogue, plan.id) for plan in plans},
        "figures": context.figures.proof,
        "exclusions": {plan.id: len(exclusions(catalogue, plan.id)) for plan in plans},
    }
    for lang, renderer in renderers.items():
        words = renderer.words["proof"]
        yield lang, renderer.page("proof.html", "proof/", words["title"], words["description"], **values)
