"""What is wrong, where, and what to type instead: the one form in which every stage reports."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple


class Text(NamedTuple):
    """A message in both languages, written, not translated by machine."""

    zh: str
    en: str

    def of(self, lang: str) -> str:
        """The message in one language, ``zh`` or ``en``."""
        return self.zh if lang == "zh" else self.en


NOTHING = Text("", "")


class Severity(Enum):
    """An error stops the build; a warning offers a better form and never blocks a correct fact."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True)
class Rule:
    """What a check guards.

    Args:
        code: stable name in kebab-case, shown with every problem.
        title: the rule in one sentence.
        tip: how such a problem is usually put right.
        severity: whether it stops the build.
        why: what the rule is good for, where its title does not say so.
    """

    code: str
    title: Text
    tip: Text
    severity: Severity = Severity.ERROR
    why: Text = NOTHING


@dataclass(frozen=True)
class Place:
    """A spot in a file of the repository.

    Args:
        file: path from the repository's root.
        line: physical line, from 1; 0 where the file as a whole is meant.
        column: the column's or key's name; empty where the whole line is meant.
    """

    file: str
    line: int = 0
    column: str = ""


@dataclass(frozen=True)
class Problem:
    """One finding.

    Args:
        rule: the rule that was broken.
        place: file, line and column.
        value: the offending value, verbatim.
        message: what is wrong with it.
        allowed: what the place may hold.
        fix: what to type.
    """

    rule: Rule
    place: Place
    value: str
    message: Text
    allowed: Text = NOTHING
    fix: Text = NOTHING

    @property
    def sort_key(self) -> tuple[object, ...]:
        """Orders problems as an editor would meet them: by file, line, column; no two problems are equal in it."""
        place, told = self.place, (self.message, self.allowed, self.fix)
        return (place.file, place.line, place.column, self.rule.code, self.value, *told)


@dataclass(frozen=True)
class Report:
    """All findings of a run, sorted and without repeats.

    Args:
        problems: the findings.
        held_back: whether later stages did not run because of errors in earlier ones: more may come to light.
    """

    problems: tuple[Problem, ...]
    held_back: bool = False

    @classmethod
    def of(cls, problems: Iterable[Problem], held_back: bool = False) -> Report:
        """Sorts problems and drops repeats."""
        return cls(tuple(sorted(dict.fromkeys(problems), key=lambda problem: problem.sort_key)), held_back)

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that stop a build."""
        return tuple(p for p in self.problems if p.rule.severity is Severity.ERROR)

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """The problems that only offer a better form."""
        return tuple(p for p in self.problems if p.rule.severity is Severity.WARNING)

    @property
    def ok(self) -> bool:
        """Whether a build may go on."""
        return not self.errors
