"""Outcomes as JSON, for the cache and for the parts of other machines: read back strictly, never executed."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from zoneledger import catalogue, check
from zoneledger.check.outcome import Outcome
from zoneledger.problems import Place, Problem, Rule, Text


@cache
def _rules() -> dict[str, Rule]:
    """Every rule that a check may report, by its code."""
    found: dict[str, Rule] = {}
    for package in (catalogue, check):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            values = vars(importlib.import_module(module.name)).values()
            found |= {value.code: value for value in values if isinstance(value, Rule)}
    return found


def written(outcome: Outcome) -> dict[str, Any]:
    """An outcome as JSON holds it."""
    return {
        "schema": [_problem(problem) for problem in outcome.schema],
        "rules": [_problem(problem) for problem in outcome.rules],
        "strange": [
            [table, list(columns), list(key), file, line] for table, columns, key, file, line in outcome.strange
        ],
        "extracts": outcome.extracts,
    }


def read(content: Any) -> Outcome:
    """The outcome that was written so.

    Raises:
        ValueError: it was written otherwise.
    """
    try:
        strange = tuple(
            (str(table), _texts(columns), _texts(key), str(file), int(line))
            for table, columns, key, file, line in content["strange"]
        )
        extracts = {str(code): _plain(value) for code, value in content["extracts"].items()}
        schema, rules = (tuple(map(_read, content[name])) for name in ("schema", "rules"))
        return Outcome(schema, rules, strange, extracts)
    except (KeyError, TypeError, AttributeError, IndexError) as error:
        raise ValueError(f"no outcome of a check: {type(error).__name__}") from error


def _problem(problem: Problem) -> list[Any]:
    place = problem.place
    texts = [*problem.message, *problem.allowed, *problem.fix]
    return [problem.rule.code, place.file, place.line, place.column, problem.value, *texts]


def _read(content: Iterable[Any]) -> Problem:
    code, file, line, column, value, *texts = content
    if not isinstance(line, int) or len(texts) != 6:
        raise ValueError("no finding of a check")
    file, column, value, *texts = _texts([file, column, value, *texts])
    message, allowed, fix = (Text(*texts[place : place + 2]) for place in (0, 2, 4))
    return Problem(_rules()[code], Place(file, line, column), value, message, allowed, fix)


def _texts(content: Iterable[Any]) -> tuple[str, ...]:
    found = tuple(content)
    if not all(isinstance(text, str) for text in found):
        raise ValueError("no text")
    return found


def _plain(value: Any) -> Any:
    """What an extract may be: lists of texts, and mappings from text to text or to such lists."""
    if isinstance(value, Mapping):
        return {str(key): own if isinstance(own, str) else list(_texts(own)) for key, own in value.items()}
    return list(_texts(value))
