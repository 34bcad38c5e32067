"""The comparison page: two plans or more side by side; without a script it leads to the pages that compare anyway."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations

from zoneledger.compare import FOLDER
from zoneledger.pages.renderer import Renderer
from zoneledger.scale import Scale
from zoneledger.site.shell import Page
from zoneledger.views.indicator import indicators
from zoneledger.views.plan import summaries

#: How many ready pairs the page offers: those with most indicators in common.
SHOWN = 6


def pages(renderers: Mapping[str, Renderer]) -> Iterator[tuple[str, Page]]:
    """The page in each language."""
    catalogue = renderers["zh"].catalogue
    plans = {plan.id: plan for plan in summaries(catalogue)}
    shared = [indicator for indicator in indicators(catalogue) if len(indicator.plans) > 1]
    common: dict[tuple[str, str], int] = {}
    # Pairs of very many plans cannot be counted, and no few of them would stand out.
    few = len(plans) <= Scale.of(catalogue.layout).explorer_files
    for indicator in shared if few else ():
        for pair in combinations(indicator.plans, 2):
            common[pair] = common.get(pair, 0) + 1
    pairs = sorted(common, key=lambda pair: (-common[pair], pair))[:SHOWN]
    values = {
        "plans": plans,
        "indicators": shared,
        "pairs": [(*pair, common[pair]) for pair in pairs],
        "figures": renderers["zh"].context.figures.compare,
    }
    for lang, renderer in renderers.items():
        words = renderer.words["compare"]
        yield lang, renderer.page("compare.html", f"{FOLDER}/", words["title"], words["description"], **values)
