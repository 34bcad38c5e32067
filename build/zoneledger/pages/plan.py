"""A page a plan: the document, its targets, its outline with duties, its deadlines, and how far it was proved.

A plan too long for one page goes on on further ones; see ``plan_sheets``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from zoneledger.catalogue import Catalogue
from zoneledger.catalogue.schemas import PLAN
from zoneledger.charts.figure import Figure
from zoneledger.pages.offers import filed
from zoneledger.pages.plan_sheets import is_long, long_pages
from zoneledger.pages.renderer import Renderer
from zoneledger.site.shell import Page
from zoneledger.views.open_points import GAPS
from zoneledger.views.plan import plan
from zoneledger.views.proof import proof

#: Where in the story a figure stands, by what its id ends in after the plan's; a figure not named here comes last.
_PLACES = {
    "strengths": "headline",
    "matrix": "outline",
    "deadlines": "deadlines",
    "rhythm": "steering",
    "completeness": "open",
    "duties": "duties",
}
_LAST = "targets"

_SCRIPTS = {"hans": "zh-Hans", "hant": "zh-Hant"}


def pages(renderers: Mapping[str, Renderer]) -> Iterator[tuple[str, Page]]:
    """Every plan in each language; a plan's view is built once and dropped after its pages."""
    catalogue, context = renderers["zh"].catalogue, renderers["zh"].context
    offers = filed(context.downloads)
    for plan_id in catalogue.plan_files:
        view = plan(catalogue, plan_id)
        values = {
            "plan": view,
            # Rows of this page name their file alone; it stands here.
            "folder": f"datasets/plans/{plan_id}/",
            "files": _files(catalogue, plan_id),
            # The script of what is printed: a page in simplified Chinese still quotes a traditional source as it is.
            "script": _SCRIPTS.get(view.script, "zh"),
            "figures": placed(plan_id, context.figures.plans.get(plan_id, ())),
            "proof": proof(catalogue, *receipt) if (receipt := context.receipts.get(plan_id)) else None,
            "offers": offers[plan_id].formats if plan_id in offers else [],
            "calendars": context.calendars,
            "gap_words": GAPS,
            "strengths": catalogue.schemas["targets"].by_name["strength"],
        }
        titles = view.summary.short_title
        bodies = {
            lang: renderer.body("plan.html", f"plans/{plan_id}/", title=titles.of(lang), **values)
            for lang, renderer in renderers.items()
        }
        if is_long(bodies):
            yield from long_pages(renderers, plan_id, view, bodies, values)
            continue
        for lang, renderer in renderers.items():
            folder = str(values["folder"])
            page = renderer.finished(bodies[lang], f"plans/{plan_id}/", titles.of(lang), view.about.of(lang), folder)
            yield lang, page


def _files(catalogue: Catalogue, plan_id: str) -> list[str]:
    """The tables of a plan that have rows, by their path in the repository."""
    tables = (name for name, schema in catalogue.schemas.items() if schema.group == PLAN)
    return [rows[0].file for name in tables if (rows := catalogue.rows(name, plan_id))]


def placed(plan_id: str, figures: Iterable[Figure]) -> dict[str, list[Figure]]:
    """The figures of a plan by the part of its page where they stand."""
    found: dict[str, list[Figure]] = {place: [] for place in (*_PLACES.values(), _LAST)}
    for figure in figures:
        found[_PLACES.get(figure.id.removeprefix(f"{plan_id}-"), _LAST)].append(figure)
    return found
