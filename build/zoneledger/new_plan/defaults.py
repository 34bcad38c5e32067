"""What a question is answered with where nothing else is said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from zoneledger.new_plan.questions import Question
from zoneledger.new_plan.source_text import SourceFile
from zoneledger.search.folding import simplified

#: What most plans are; a test holds these values against the schema.
USUAL = {"issuers_basis": "printed", "completeness": "complete", "status": "unknown"}

#: Some characters are traditional and current in simplified texts too (著); a text of this share is traditional.
TRADITIONAL_SHARE = 0.05


def default(question: Question, given: Mapping[str, Sequence[str]], source: SourceFile | None) -> str:
    """The answer to propose, empty where there is none.

    Args:
        question: what is asked.
        given: answers so far.
        source: the plan's source text, where it could be read.
    """
    if question.key.startswith("short_title."):
        return next(iter(given.get(question.key.removeprefix("short_"), ())), "")
    if question.key in USUAL or source is None:
        return USUAL.get(question.key, "")
    if question.key == "script":
        return script(source.text)
    first, last = source.ends()
    return {"source.first_words": first, "source.last_words": last}.get(question.key, "")


def script(text: str) -> str:
    """``hant`` where the text is written in traditional characters, else ``hans``."""
    table = simplified()
    traditional = sum(char in table for char in text)
    return "hant" if traditional > TRADITIONAL_SHARE * max(len(text), 1) else "hans"
