"""Ready questions, one module each; their answers are filed like the values of a facet."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from zoneledger.catalogue import Catalogue, Row
from zoneledger.facets.kind import Filer, Kind
from zoneledger.facets.questions import due_2022, judged, led_by_industry, no_lead, per_mu, stretch_only
from zoneledger.facets.questions.question import Question

__all__ = ["KIND", "QUESTIONS", "Question", "kind"]

#: In the order in which the home page asks them.
QUESTIONS: tuple[Question, ...] = (
    due_2022.QUESTION,
    led_by_industry.QUESTION,
    per_mu.QUESTION,
    stretch_only.QUESTION,
    no_lead.QUESTION,
    judged.QUESTION,
)


_TABLES = ("targets", "responsibilities", "milestones", "measures")


def kind(questions: Sequence[Question]) -> Kind:
    """Questions as a facet that files the rows which answer them.

    Args:
        questions: which ones.
    """
    tables = {table: _filer(table, questions) for table in _TABLES}
    return Kind("questions", lambda _: {one.id: one.text for one in questions}, tables)


def _filer(table: str, questions: Sequence[Question]) -> Filer:
    """Files the rows of a table under the questions they answer."""

    def filer(catalogue: Catalogue) -> Callable[[Row], list[str]]:
        asked = [(one.id, one.tables[table](catalogue)) for one in questions if table in one.tables]
        return lambda row: [name for name, answers in asked if answers(row)]

    return filer


KIND = kind(QUESTIONS)
