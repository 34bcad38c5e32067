"""What ``plan.yml`` asks for, read off its JSON Schema: no key, allowed value or pattern is repeated here."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from jsonschema import Draft202012Validator

from zoneledger.catalogue import Catalogue, Table, TableSchema
from zoneledger.catalogue.records import Record
from zoneledger.check import characters
from zoneledger.problems import NOTHING, Text

#: Taken from the source file itself.
COMPUTED = ("source.file", "source.sha256")

Answers = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Question:
    """One value of ``plan.yml``.

    Args:
        key: its path, levels joined by dots (``title.zh``).
        title: what it is, in both languages.
        rule: the JSON Schema of one answer.
        required: whether a plan cannot do without it.
        many: whether several answers are allowed.
        labels: allowed values in words.
    """

    key: str
    title: Text
    rule: dict[str, Any]
    required: bool
    many: bool = False
    labels: Mapping[str, Text] = field(default_factory=dict)

    @property
    def option(self) -> str:
        """The command's option that answers it."""
        return "--" + self.key.replace(".", "-").replace("_", "-")

    @property
    def allowed(self) -> Text:
        """The values it may have, in words, or an example of its form; empty where any text will do."""
        if "pattern" in self.rule:
            shown = ", ".join(self.rule.get("examples", ()))
            return Text(f"如 {shown}", f"e.g. {shown}") if shown else NOTHING
        zh = "、".join(f"{value}（{self.labels[value].zh}）" for value in self.rule.get("enum", ()))
        return Text(zh, ", ".join(f"{value} ({self.labels[value].en})" for value in self.rule.get("enum", ())))

    def meant(self, answer: str) -> str:
        """The allowed value whose words an answer repeats, else the answer as it is."""
        named = (value for value, label in self.labels.items() if answer.casefold() in map(str.casefold, label))
        return next(named, answer)


def questions(catalogue: Catalogue) -> tuple[Question, ...]:
    """Every question in the schema's order.

    Optional lists (``notes``, ``overriding_notes``) are left out: they are written while the text is read.
    """
    path = catalogue.layout.schemas / "plan.schema.json"
    schema = json.loads(path.read_text(encoding="utf-8"))
    return tuple(
        question
        for name, rule in schema["properties"].items()
        for question in _flat(name, rule, schema, catalogue.schemas["plans"])
        if question.key not in COMPUTED
    )


def _flat(name: str, rule: dict[str, Any], schema: dict[str, Any], plans: TableSchema) -> Iterator[Question]:
    required, title = name in schema["required"], _title(rule)
    many = rule.get("type") == "array"
    if many and not required:
        return
    inner = rule["items"] if many else rule
    if "$ref" in inner:
        inner = schema["$defs"][inner["$ref"].rsplit("/", 1)[-1]]
    if "properties" not in inner:
        yield Question(name, title, inner, required, many, _labels(name, inner, plans))
        return
    for part, part_rule in inner["properties"].items():
        own = _title(part_rule)
        both = Text(f"{title.zh}：{own.zh}", f"{title.en}: {own.en}")
        yield Question(f"{name}.{part}", both, part_rule, required and part in inner["required"], many)


def _title(rule: dict[str, Any]) -> Text:
    return Text(str(rule.get("title", "")), str(rule.get("title_en", "")))


def _labels(name: str, rule: dict[str, Any], plans: TableSchema) -> dict[str, Text]:
    """An enum's words: its own, else those of the published column of the same name."""
    own = {value: Text(label["zh"], label["en"]) for value, label in rule.get("labels", {}).items()}
    return {value: own.get(value) or plans.by_name[name].label(value) for value in rule.get("enum", ())}


def tidy(answer: str) -> str:
    """An answer as it is stored: composed characters, no space at its ends."""
    return unicodedata.normalize("NFC", answer).strip()


def fault(question: Question, answer: str, catalogue: Catalogue) -> Text | None:
    """What is wrong with one answer, by the schema and by what ``check`` says of characters; None where nothing is."""
    probe = Table(catalogue.schemas["plans"], [Record("plan.yml", 1, {question.key: answer})])
    for problem in characters.lint([probe]):
        return problem.message
    for error in Draft202012Validator(question.rule).iter_errors(answer):
        return _worded(str(error.validator), str(error.validator_value), question)
    return None


def _worded(kind: str, bound: str, question: Question) -> Text:
    if kind == "enum":
        return Text(f"只能是：{question.allowed.zh}", f"Must be one of: {question.allowed.en}")
    if kind == "pattern":
        shown = ", ".join(question.rule.get("examples", (bound,)))
        return Text(f"格式不对，应如 {shown}", f"Wrong form; write it like {shown}")
    if kind == "minLength":
        return Text("不能空。" if bound == "1" else f"至少 {bound} 字。", f"At least {bound} characters.")
    return Text(f"至多 {bound} 字。", f"At most {bound} characters.")


def assemble(asked: Sequence[Question], answers: Answers) -> dict[str, Any]:
    """Answers as the content of ``plan.yml``, in the schema's order; what was not answered is left out.

    Raises:
        ValueError: a list has more answers in one language than in the other.
    """
    content: dict[str, Any] = {}
    for question in asked:
        given = list(answers.get(question.key, ()))
        if not given:
            continue
        name, _, part = question.key.partition(".")
        if not part:
            content[name] = given if question.many else given[0]
        elif question.many:
            rows = content.setdefault(name, [{} for _ in given])
            if len(rows) != len(given):
                raise ValueError(name)
            for row, value in zip(rows, given, strict=True):
                row[part] = value
        else:
            content.setdefault(name, {})[part] = given[0]
    return content
