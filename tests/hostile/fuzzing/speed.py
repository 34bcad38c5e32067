"""Ten thousand checks in minutes: what is the same in every input is judged once, before the first process is forked.

Only whole schemas that are equal to the last letter are taken from memory, so what is found is the same.
Whole builds do without.
"""

from __future__ import annotations

import pickle
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from fuzzing.case import Case
from zoneledger import check
from zoneledger.check import descriptors


def warm() -> None:
    """Imports what the commands import, and remembers what they find in the sound fixture."""
    import zoneledger.audit
    import zoneledger.build  # noqa: F401

    descriptors._frictionless = _remembered(descriptors._frictionless, lambda content: content)
    with tempfile.TemporaryDirectory() as folder:
        Case.sound().write(Path(folder))
        found = check.run(Path(folder).resolve())[1]
    if found.problems:
        raise RuntimeError(f"the fixture is not sound: {found.problems[0]}")


def _remembered(work: Callable[[Any], Any], key: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """A generator function whose results are kept by what it reads."""
    known: dict[bytes, list[Any]] = {}

    def remembered(given: Any) -> list[Any]:
        try:
            name = pickle.dumps(key(given))
        except Exception:
            return list(work(given))
        if name not in known:
            known[name] = list(work(given))
        return known[name]

    return remembered
