"""A page a ready question that no other page answers: which rows are the answer, and all of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from zoneledger.facets import file
from zoneledger.facets.questions import QUESTIONS, kind
from zoneledger.facets.rows import facet_rows
from zoneledger.facets.taking import of_question
from zoneledger.pages.renderer import Renderer
from zoneledger.site.shell import Page
from zoneledger.views.plan import short_titles

#: To file rows under a question that another page answers takes as long as all of these.
_OWN = tuple(question for question in QUESTIONS if not question.address)
_KIND = kind(_OWN)


def pages(renderers: Mapping[str, Renderer]) -> Iterator[tuple[str, Page]]:
    """Every such question in each language."""
    catalogue = renderers["zh"].catalogue
    plans, filed = short_titles(catalogue), file(catalogue, _KIND)
    for question in _OWN:
        parcels = of_question(catalogue, question, filed[question.id])
        rows = facet_rows(catalogue, filed[question.id], parcels)
        values = {"question": question, "plans": plans, "parcels": parcels, "rows": rows}
        for lang, renderer in renderers.items():
            title, about = question.text.of(lang), question.about.of(lang)
            yield lang, renderer.page("question.html", question.page, title, about, **values)
