"""From options and answers to the content of ``plan.yml``."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from zoneledger.catalogue import Catalogue
from zoneledger.new_plan import source_text
from zoneledger.new_plan.answers import from_options
from zoneledger.new_plan.defaults import default
from zoneledger.new_plan.folder import taken
from zoneledger.new_plan.interview import Interview
from zoneledger.new_plan.questions import Question, assemble, fault, questions
from zoneledger.new_plan.refusal import Refused
from zoneledger.new_plan.source_text import SourceFile
from zoneledger.problems import Text

Given = Mapping[str, list[str]]


def gather(
    catalogue: Catalogue, plan_id: str | None, path: Path | None, given: Given, interview: Interview | None
) -> tuple[dict[str, Any], SourceFile]:
    """The content of a new ``plan.yml``, and the source text.

    Raises:
        Refused: with everything that is missing or wrong.
    """
    id_question, *asked = questions(catalogue)
    known, faults = _id(catalogue, id_question, plan_id, interview)
    source, wrong = _source(path, interview)
    faults += wrong
    answers, wrong = _answers(catalogue, asked, given, source, interview)
    faults += wrong
    if faults or source is None:
        raise Refused(*faults)
    try:
        content = assemble([id_question, *asked], {"id": [known], **answers})
    except ValueError as error:
        name = str(error)
        text = Text(f"--{name}-zh 与 --{name}-en 的个数不同。", f"--{name}-zh and --{name}-en differ in number.")
        raise Refused(text) from error
    content["source"] = {"file": source.path.name, "sha256": source.sha256, **content["source"]}
    return content, source


def _id(
    catalogue: Catalogue, question: Question, plan_id: str | None, interview: Interview | None
) -> tuple[str, list[Text]]:
    def wrong_with(answer: str) -> Text | None:
        return fault(question, answer, catalogue) or taken(catalogue.layout, answer)

    if plan_id is None and interview is not None:
        return interview.ask(question.title, wrong_with), []
    if plan_id is None:
        return "", [Text("ID（计划编号）：没有给出。", "ID (plan id): it is missing.")]
    wrong = wrong_with(plan_id)
    return plan_id, [Text(f"ID（计划编号）：{wrong.zh}", f"ID (plan id): {wrong.en}")] if wrong else []


def _source(path: Path | None, interview: Interview | None) -> tuple[SourceFile | None, list[Text]]:
    if path is None and interview is not None:
        return interview.source(), []
    read = source_text.read(path) if path else Text("没有给出。", "It is missing.")
    if isinstance(read, Text):
        return None, [Text(f"--source（来源文本）：{read.zh}", f"--source (source text): {read.en}")]
    return read, []


def _answers(
    catalogue: Catalogue, asked: list[Question], given: Given, source: SourceFile | None, interview: Interview | None
) -> tuple[dict[str, list[str]], list[Text]]:
    missing = [question for question in asked if question.required and not given.get(question.key)]
    if source is not None and interview is not None:
        missing = [question for question in missing if not default(question, given, source)]
        if missing:
            return _asked(catalogue, asked, given, source, interview)
    return from_options(asked, given, catalogue, source)


def _asked(
    catalogue: Catalogue, asked: list[Question], given: Given, source: SourceFile, interview: Interview
) -> tuple[dict[str, list[str]], list[Text]]:
    """Options stand as they are; everything else is asked, in the schema's order."""
    typed = [question for question in asked if given.get(question.key)]
    answers, faults = from_options(typed, given, catalogue, source)
    if faults:
        return answers, faults
    for question in asked:
        if question.key not in answers:
            answers[question.key] = interview.answer(question, {**given, **answers}, source)
    return answers, []
