"""A difference as JSON: keys sorted, control, bidirectional and other invisible characters escaped."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from typing import Any

from zoneledger.diff.difference import Difference

VERSION = 1
#: An ordinary space and line ends of the JSON itself stay; whatever else does not print is spelled out.
_HIDDEN = re.compile(r"[^\x20-\x7e\n]")


def write(difference: Difference) -> str:
    """The whole difference; nothing is left out."""
    content: dict[str, Any] = asdict(difference)
    content.update(version=VERSION, summary=difference.summary)
    for problem in content["problems"]:
        problem["message"] = problem["message"]._asdict()
    return _HIDDEN.sub(_escape, json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True)) + "\n"


def _escape(found: re.Match[str]) -> str:
    return found[0] if found[0].isprintable() else json.dumps(found[0])[1:-1]
