"""The ready questions with the number of rows that answer each."""

from __future__ import annotations

from dataclasses import dataclass

from zoneledger.catalogue import Catalogue
from zoneledger.facets.kind import file
from zoneledger.facets.questions import KIND, QUESTIONS, Question
from zoneledger.problems import Text


@dataclass(frozen=True)
class Ready:
    """A question that has an answer.

    Args:
        counts: how many rows of each table answer it, with the table's title.
    """

    question: Question
    counts: tuple[tuple[Text, int], ...]


def ready(catalogue: Catalogue) -> tuple[Ready, ...]:
    """The questions whose answer has a row, in the order in which they are asked."""
    filed = file(catalogue, KIND)
    return tuple(
        Ready(
            question, tuple((catalogue.schemas[table].title, len(rows)) for table, rows in filed[question.id].items())
        )
        for question in QUESTIONS
        if filed[question.id]
    )
