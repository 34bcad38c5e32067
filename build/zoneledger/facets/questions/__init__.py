"""Ready questions, one module each; their answers are filed like the values of a facet."""

from __future__ import annotations

from collections.abc import Callable

from zoneledger.catalogue import Catalogue, Row
from zoneledger.facets.kind import Filer, Kind
from zoneledger.facets.questions import due_2022, judged, led_by_industry, no_lead, per_mu, stretch_only
from zoneledger.facets.questions.question import Question
from zoneledger.problems import Text

__all__ = ["KIND", "QUESTIONS", "Question"]

#: In the order in which the home page asks them.
QUESTIONS: tuple[Question, ...] = (
    due_2022.QUESTION,
    led_by_industry.QUESTION,
    per_mu.QUESTION,
    stretch_only.QUESTION,
    no_lead.QUESTION,
    judged.QUESTION,
)


def _names(catalogue: Catalogue) -> dict[str, Text]:
    return {question.id: question.text for question in QUESTIONS}


def _filer(table: str) -> Filer:
    """Files the rows of a table under the questions they answer."""

    def filer(catalogue: Catalogue) -> Callable[[Row], list[str]]:
        asked = [(one.id, one.tables[table](catalogue)) for one in QUESTIONS if table in one.tables]
        return lambda row: [name for name, answers in asked if answers(row)]

    return filer


_TABLES = ("targets", "responsibilities", "milestones", "measures")

KIND = Kind("questions", _names, {table: _filer(table) for table in _TABLES})
