"""Asks for what the options did not say, one question at a time, each answer judged at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import click

from zoneledger.catalogue import Catalogue, Field
from zoneledger.new_plan import reference, registration, source_text
from zoneledger.new_plan.answers import POINTERS, judge, several, unknown
from zoneledger.new_plan.defaults import default
from zoneledger.new_plan.questions import Question, fault, tidy
from zoneledger.new_plan.source_text import SourceFile
from zoneledger.problems import NOTHING, Text

Judge = Callable[[str], Text | None]

NEW = Text(
    "清单里没有的，写它的新编号，就可以当场登记。", "write the new key of one that is not listed, to register it here."
)


@dataclass
class Interview:
    """One run of questions.

    Args:
        catalogue: the checkout.
        lang: ``zh`` or ``en``.
        registered: cells of the rows to be added to reference lists, by table.
    """

    catalogue: Catalogue
    lang: str
    registered: dict[str, dict[str, str]] = field(default_factory=dict)

    def ask(self, title: Text, wrong_with: Judge, proposal: str = "", allowed: Text = NOTHING) -> str:
        """One answer, asked again until nothing is wrong with it.

        Args:
            title: the question.
            wrong_with: says what is wrong with an answer.
            proposal: taken where nothing is typed.
            allowed: what may be answered, shown before the question.
        """
        if allowed.zh:
            click.echo(f"  {allowed.of(self.lang)}")
        while True:
            answer = tidy(click.prompt(title.of(self.lang), default=proposal, show_default=bool(proposal)))
            wrong = wrong_with(answer)
            if wrong is None:
                return answer
            click.echo(f"  ✗ {wrong.of(self.lang)}")

    def source(self) -> SourceFile:
        """The source text."""
        read: dict[str, SourceFile] = {}

        def wrong_with(answer: str) -> Text | None:
            found = source_text.read(Path(answer).expanduser())
            if isinstance(found, Text):
                return found
            read[answer] = found
            return None

        title = Text("来源文本（UTF-8 纯文本）的路径", "Path of the source text (plain text, UTF-8)")
        return read[self.ask(title, wrong_with)]

    def answer(self, question: Question, given: Mapping[str, Sequence[str]], source: SourceFile) -> list[str]:
        """The answers to one question; none where an optional one was passed over."""
        title = question.title
        if not question.required:
            title = Text(f"{title.zh}（可不填，直接回车）", f"{title.en} (Enter to leave it out)")
        if question.key in POINTERS:
            return several(question, self._pointer(question, title, given))
        typed = self.ask(
            title,
            lambda line: judge(question, several(question, line), self.catalogue, source),
            default(question, given, source),
            question.allowed,
        )
        return several(question, typed)

    def _pointer(self, question: Question, title: Text, given: Mapping[str, Sequence[str]]) -> str:
        """The key of a reference list's row, given as such or as a name; an unknown one is registered on request."""
        table = POINTERS[question.key]
        shown = ", ".join(question.rule.get("examples", ()))
        hint = Text(f"写名称，或编号，如 {shown}；{NEW.zh}", f"A name, or a key such as {shown}; {NEW.en}")
        click.echo(f"  {hint.of(self.lang)}")
        while True:
            typed = self.ask(title, lambda line: judge(question, [], self.catalogue, None) if not line else None)
            if not typed:
                return ""
            match = reference.find(self.catalogue, table, typed)
            if match.key:
                click.echo(f"  → {match.key} {match.name.of(self.lang)}")
                return match.key
            if fault(question, typed, self.catalogue) is None and (row := self._register(table, typed, given)):
                self.registered[table] = row
                return typed
            click.echo(f"  ✗ {unknown(self.catalogue, table, typed, match.near, NEW).of(self.lang)}")

    def _register(self, table: str, key: str, given: Mapping[str, Sequence[str]]) -> dict[str, str]:
        """The cells of a row for an unknown key; none where it is not wanted."""
        file = f"datasets/reference/{table}.csv"
        offer = Text(f"{file} 中没有 {key}，现在登记？", f"{file} has no {key}. Register it now?")
        if not click.confirm(offer.of(self.lang), default=False):
            return {}
        cells = {self.catalogue.schemas[table].primary_key[0]: key}
        for column in registration.columns(self.catalogue, table):
            cells[column.name] = self._cell(table, column, given)
        return cells

    def _cell(self, table: str, column: Field, given: Mapping[str, Sequence[str]]) -> str:
        def meant(typed: str) -> str:
            return registration.meant(self.catalogue, table, column, typed)

        typed = self.ask(
            registration.title(column),
            lambda cell: registration.fault(self.catalogue, table, column, meant(cell), self.registered),
            # a zone lies where its plan is
            "".join(given.get("jurisdiction", ())) if column.name == "jurisdiction_code" else "",
            registration.allowed(column),
        )
        if meant(typed) != typed:
            click.echo(f"  → {meant(typed)}")
        return meant(typed)
