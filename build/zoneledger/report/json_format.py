"""A report as JSON, for programs: version 1 of its form.

``problems`` holds at most a thousand of a kind and five thousand in all; ``not_listed`` says by rule code how many
more there are, while ``errors`` and ``warnings`` count everything. ``line`` is 0 where a file as a whole is meant.
Messages stand in both languages whatever language was asked for. Keys are sorted; text is UTF-8 as it is,
but for characters that act unseen (controls, bidirectional marks), which are escaped.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from zoneledger.problems import Place, Problem, Report, Rule, Text
from zoneledger.report.selection import select
from zoneledger.report.setting import Setting, page_path

VERSION = 1
MOST_OF_A_KIND = 1_000
MOST = 5_000


def lines(report: Report, setting: Setting) -> Iterator[str]:
    """The whole document; nothing else may be written beside it."""
    listed, left = select(report.problems, MOST_OF_A_KIND, MOST)
    yield dump(
        {
            "version": VERSION,
            "as_of": setting.as_of,
            "errors": len(report.errors),
            "warnings": len(report.warnings),
            "held_back": report.held_back,
            "problems": [written(problem) for problem in listed],
            "not_listed": dict(left),
        }
    )


def written(problem: Problem) -> dict[str, Any]:
    """One problem as JSON holds it."""
    rule, place = problem.rule, problem.place
    return {
        "code": rule.code,
        "severity": rule.severity.value,
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "value": problem.value,
        "message": problem.message._asdict(),
        "allowed": problem.allowed._asdict(),
        "fix": problem.fix._asdict(),
        "page": page_path(rule.code),
    }


def read(content: dict[str, Any], rule: Rule) -> Problem:
    """The problem that was written so.

    Raises:
        KeyError: something is missing.
    """
    place = Place(content["file"], content["line"], content["column"])
    message, allowed, fix = (Text(**content[key]) for key in ("message", "allowed", "fix"))
    return Problem(rule, place, content["value"], message, allowed, fix)


def dump(content: object) -> str:
    """JSON with sorted keys, in which every character that acts unseen is escaped."""
    plain = json.dumps(content, ensure_ascii=False, sort_keys=True, indent=1)
    # Line breaks inside a text are escaped already: those left are the document's own.
    return "".join(char if char.isprintable() or char == "\n" else json.dumps(char)[1:-1] for char in plain)
