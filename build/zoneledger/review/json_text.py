"""Reads JSON that somebody may have written to do harm: too deep, too long, no UTF-8, twice the same key."""

from __future__ import annotations

import json
from typing import Any, NoReturn

from jsonschema import Draft202012Validator

from zoneledger.problems import Text
from zoneledger.review.shapes import Schema

MAX_DEPTH = 12


class Unusable(Exception):
    """A file or archive that is not shown.

    Args:
        text: the reason in both languages, in words of ours; nothing of the content is in it.
    """

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.text = Text(zh, en)


def read(raw: bytes, schema: Schema) -> dict[str, Any]:
    """Reads and validates one JSON object.

    Args:
        raw: the file; the caller has limited its size.
        schema: the JSON Schema that it has to fit.

    Raises:
        Unusable: not UTF-8, not JSON, nested too deep, or another shape.
    """
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Unusable("不是 UTF-8 文本", "is not UTF-8 text") from error
    if _depth(text) > MAX_DEPTH:
        raise Unusable(f"嵌套超过 {MAX_DEPTH} 层", f"is nested deeper than {MAX_DEPTH} levels")
    try:
        content = json.loads(text, object_pairs_hook=_once_each, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise Unusable("不是合格的 JSON", "is not sound JSON") from error
    if next(Draft202012Validator(schema).iter_errors(content), None) is not None:
        raise Unusable("不合约定的格式", "does not have the agreed shape")
    return dict(content)


def _depth(text: str) -> int:
    """How deep brackets nest; those inside strings do not count."""
    deepest = depth = 0
    quoted = escaped = False
    for char in text:
        if quoted:
            quoted = escaped or char != '"'
            escaped = char == "\\" and not escaped
        elif char == '"':
            quoted = True
        elif char in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif char in "]}":
            depth -= 1
    return deepest


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice")
    return found


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON")
