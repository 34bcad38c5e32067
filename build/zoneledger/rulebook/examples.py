"""One real finding a rule, as the program reported it of an invented plan with that one fault in it.

``examples.json`` is written by ``scripts/examples``; a test fails when the program has come to say something else.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from zoneledger.problems import Problem, Rule
from zoneledger.report.json_format import read

FILE = Path(__file__).with_name("examples.json")


def example(rule: Rule) -> Problem | None:
    """The recorded finding; None where there is none."""
    recorded = _recorded().get(rule.code)
    return read(recorded, rule) if recorded is not None else None


@cache
def _recorded() -> dict[str, Any]:
    return dict(json.loads(FILE.read_text(encoding="utf-8")))
