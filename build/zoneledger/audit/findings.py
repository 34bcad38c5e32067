"""What an audit module says of one row: what it looked for, and what was wrong."""

from __future__ import annotations

from dataclasses import dataclass

from zoneledger.catalogue import Row
from zoneledger.problems import NOTHING, Place, Problem, Rule, Severity, Text


@dataclass(frozen=True)
class Finding:
    """One thing of a row looked for in the source.

    Args:
        table: the row's table.
        row: the row; None where the source has what no row records.
        problems: what was wrong; empty where it was found.
    """

    table: str
    row: Row | None
    problems: tuple[Problem, ...] = ()

    @property
    def found(self) -> bool:
        """Whether nothing that matters was wrong."""
        return all(problem.rule.severity is not Severity.ERROR for problem in self.problems)


def at(row: Row, rule: Rule, column: str, message: Text, fix: Text = NOTHING) -> Problem:
    """A problem with one cell of a row; without a fix of its own it offers the rule's tip."""
    place = Place(row.file, row.line, column)
    return Problem(rule, place, row.text(column), message, fix=fix if fix != NOTHING else rule.tip)


def write(*values: object) -> Text:
    """A fix that is a thing to type, or one of several."""
    listed = [str(value) for value in values]
    return Text(f"改为 {' 或 '.join(listed)}", f"Write {' or '.join(listed)}")
