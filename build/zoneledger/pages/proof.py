"""How the rows are known to be right: what the audit proved of each plan, and what it did not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from zoneledger.catalogue import Catalogue
from zoneledger.charts.figure import Figure
from zoneledger.pages.context import PageContext
from zoneledger.pages.pager import Pager
from zoneledger.pages.regions import Region, listed
from zoneledger.pages.renderer import Renderer
from zoneledger.pages.sheet import Rows, Sheet
from zoneledger.problems import Text
from zoneledger.site.shell import Page
from zoneledger.views.name import Named
from zoneledger.views.plan import PlanSummary, summaries
from zoneledger.views.proof import Proof, proof
from zoneledger.views.reading import SettledCoding, coding_notes, settled_codings

#: What one page holds, in units of 250 bytes: a plan with its account takes up to ``PLAN`` of them, a settled coding ``CODING``,
#: a row whose note says how it was coded ``NOTED``.
UNITS_LISTED = 1600
PLAN, CODING, NOTED = 18, 8, 1


@dataclass(frozen=True)
class Told:
    """All that a page says.

    Args:
        pager: which of the pages it is.
        regions: the index of provinces.
        plans: the plans whose account it gives.
        groups: the same by province.
        proofs: what was proved of those that have a receipt, by plan.
        codings: their settled codings, by plan.
        noted: their rows whose note says how they were coded, by plan.
        figures: the charts it shows.
    """

    pager: Pager
    regions: Sequence[Region]
    plans: Sequence[PlanSummary]
    groups: Sequence[tuple[Named, Sequence[PlanSummary]]]
    proofs: Mapping[str, Proof]
    codings: Mapping[str, tuple[SettledCoding, ...]]
    noted: Mapping[str, tuple[tuple[str, Text], ...]]
    figures: Sequence[Figure]


def pages(renderers: Mapping[str, Renderer]) -> Iterator[tuple[str, Page]]:
    """The page in each language; many plans by province, on several pages."""
    for sheet in sheets(renderers["zh"].catalogue, renderers["zh"].context):
        yield from sheet.pages(renderers)


def sheets(catalogue: Catalogue, context: PageContext) -> Iterator[Sheet[Told]]:
    """The same pages, one by one, before they are put into words.

    Args:
        catalogue: checked datasets.
        context: has the receipts and the charts.
    """
    codes = {row.text("id"): row.text("jurisdiction_code") for row in catalogue.rows("plans")}
    codings = {plan_id: settled_codings(catalogue, plan_id) for plan_id in codes}
    noted = {plan_id: coding_notes(catalogue, plan_id) for plan_id in codes}
    found = listed(
        catalogue, summaries(catalogue), "proof/", UNITS_LISTED, lambda plan: codes[plan.id],
        weight=lambda plan: PLAN + CODING * len(codings[plan.id]) + NOTED * len(noted[plan.id]),
    )  # fmt: skip
    receipts = context.receipts
    for pager, plans, groups in found.pages():
        told = Told(
            pager=pager,
            regions=found.regions,
            plans=plans,
            groups=groups,
            proofs={plan.id: proof(catalogue, *receipts[plan.id]) for plan in plans if plan.id in receipts},
            codings={plan.id: codings[plan.id] for plan in plans},
            noted={plan.id: noted[plan.id] for plan in plans},
            figures=context.figures.proof if pager.number == 1 else (),
        )
        coded = (row.row_id for plan in plans for row in codings[plan.id])
        named = (row_id for plan in plans for row_id, _ in noted[plan.id])
        yield Sheet(told, {}, _pages, named=(*coded, *named))


def _pages(renderers: Mapping[str, Renderer], told: Told, _: Rows) -> Iterator[tuple[str, Page]]:
    pager = told.pager
    for lang, renderer in renderers.items():
        words = renderer.words["proof"]
        title, about = (pager.named(renderer.words, words[key]) for key in ("title", "description"))
        yield lang, renderer.page("proof.html", pager.address(pager.number), title, about, **vars(told))
