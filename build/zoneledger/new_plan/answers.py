"""Answers given as options: all of them are judged, and everything wrong with them is said at once."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from zoneledger.catalogue import Catalogue
from zoneledger.new_plan import reference
from zoneledger.new_plan.defaults import default
from zoneledger.new_plan.questions import Question, fault, tidy
from zoneledger.new_plan.source_text import SourceFile
from zoneledger.problems import NOTHING, Text

MISSING = Text("没有给出。", "It is missing.")

#: The keys that point into a reference list.
POINTERS = {"jurisdiction": "jurisdictions", "zone": "zones"}


def several(question: Question, answer: str) -> list[str]:
    """One typed line as answers: values of a list may be separated by commas, names by semicolons."""
    if not question.many:
        return [question.meant(answer)] if answer else []
    separators = r"[,，、;；\s]+" if "enum" in question.rule else r"\s*[;；]\s*"
    return list(dict.fromkeys(question.meant(part) for part in re.split(separators, answer) if part))


def judge(question: Question, values: Sequence[str], catalogue: Catalogue, source: SourceFile | None) -> Text | None:
    """What is wrong with the answers to one question; None where nothing is."""
    if not values:
        return Text("不能空。", "It must be filled.") if question.required else None
    for value in values:
        wrong = fault(question, value, catalogue)
        if wrong is None and source is not None and question.key.startswith("source."):
            wrong = source.fault(value)
        if wrong is not None:
            return wrong
    return None


def pointed(question: Question, value: str, catalogue: Catalogue) -> tuple[str, Text | None]:
    """The key that a code, id or name means, and what is wrong with it.

    A key of the right form that no list has is accepted: the closing words say which line registers it.
    """
    table = POINTERS[question.key]
    match = reference.find(catalogue, table, value)
    if match.key:
        return match.key, None
    if fault(question, value, catalogue) is None:
        return value, None
    return value, unknown(catalogue, table, value, match.near)


def unknown(catalogue: Catalogue, table: str, name: str, near: Sequence[str], new: Text = NOTHING) -> Text:
    """Words for a name that no row, or more than one, has: what is close to it, and how to register a new one.

    Args:
        catalogue: the checkout.
        table: the reference list.
        name: as typed.
        near: rows that come close.
        new: how to register it, where that is not by adding the line that is shown otherwise.
    """
    file = f"datasets/reference/{table}.csv"
    row = reference.template(catalogue.schemas[table], name_zh=name)
    close = Text(f"相近的有：{'、'.join(near)}。", f" Close to it: {', '.join(near)}.") if near else NOTHING
    if new.zh:
        return Text(
            f"{file} 中没有唯一的对应。{close.zh}{new.zh}",
            f"{file} has no single row of that name.{close.en} Otherwise {new.en}",
        )
    return Text(
        f"{file} 中没有唯一的对应。{close.zh}确是新的，就在其中加一行再来：{row}",
        f"{file} has no single row of that name.{close.en} If it is new, add a line there first: {row}",
    )


def follows(question: Question, source: SourceFile | None, given: Mapping[str, Sequence[str]]) -> bool:
    """Whether an answer is lacking only because the one that it is taken from is; that one is told."""
    if question.key.startswith("short_title."):
        return not given.get(question.key.removeprefix("short_"))
    return source is None and (question.key.startswith("source.") or question.key == "script")


def from_options(
    asked: Sequence[Question], given: Mapping[str, Sequence[str]], catalogue: Catalogue, source: SourceFile | None
) -> tuple[dict[str, list[str]], list[Text]]:
    """Answers with defaults filled in, and what is wrong with them, each with its option.

    Args:
        asked: all questions.
        given: typed answers by key.
        catalogue: the checkout.
        source: the source text, where it could be read.
    """
    answers: dict[str, list[str]] = {}
    faults = []
    for question in asked:
        values = [part for value in given.get(question.key, ()) for part in several(question, tidy(value))]
        values = values or several(question, default(question, {**given, **answers}, source))
        wrong = judge(question, values, catalogue, source) if question.key not in POINTERS else None
        if question.key in POINTERS and values:
            values[0], wrong = pointed(question, values[0], catalogue)
        if not values and question.required:
            wrong = MISSING if not follows(question, source, given) else None
        if wrong is not None:
            title = question.title
            faults.append(
                Text(f"{question.option}（{title.zh}）：{wrong.zh}", f"{question.option} ({title.en}): {wrong.en}")
            )
        answers[question.key] = values
    return answers, faults
