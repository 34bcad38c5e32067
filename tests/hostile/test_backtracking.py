"""Expressions of schemas end: ours are all taken, those that run away are not."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from zoneledger.check.backtracking import RunawayError, require_quick


def patterns(node: Any) -> Iterator[str]:
    """Every pattern in a schema."""
    for key, value in node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ():
        if key == "pattern" and isinstance(value, str):
            yield value
        else:
            yield from patterns(value)


def test_every_pattern_of_the_schemas_is_taken(root: Path) -> None:
    found = {found for path in root.glob("schemas/*.json") for found in patterns(json.loads(path.read_text(encoding="utf-8")))}
    assert len(found) > 20
    for pattern in found:
        require_quick(pattern)


RUNAWAYS = (
    "(?:a+)+x", "(?:.*)*x", "(?:[a-z0-9]+-?)+x", r"(?:\w*)*=", "(?:[^|]|[^/])*x", "(?:(?:(?:.)*)*)*!", r"(?:\S|\w)+x", "(?:a?){40}a{40}",
    "a?" * 30 + "a{30}", r"\w*\w*\w*x", "a*[ab]*c", ".*a", "(?:,a,)*x", "(?:-a*)*(?:-b*)*(?:-c*)*!", "(?:ab|ba){30}c", "(?=a)a", r"(a)\1", "a" * 1001,
)  # fmt: skip


@pytest.mark.parametrize("pattern", RUNAWAYS)
def test_a_runaway_is_refused(pattern: str) -> None:
    re.compile(pattern)
    with pytest.raises(RunawayError):
        require_quick(pattern)


QUICK = ("[a-z]+", "a|b", "(?:-[a-z0-9]+)*", r"[^|]+(?:\|[^|]+)*", "x{3,}", "", "(?:一|二)级", "[A-Z]{2}[0-9]{4}", "a?b?c?", "^$")


@pytest.mark.parametrize("pattern", QUICK)
def test_a_plain_one_is_taken(pattern: str) -> None:
    require_quick(pattern)
