"""Accepts what a JSON Schema certainly accepts, at a tenth of the validator's cost; what it doubts is the validator's.

A keyword that is not known here makes the whole schema one that nothing is accepted by, so the verdict is never another.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from jsonschema import Draft202012Validator

from zoneledger.catalogue.json_files import parse_object

#: Whether a value is certainly accepted.
Accepts = Callable[[Any], bool]

_TYPES = {"object": dict, "array": list, "string": str}
_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


class _UnknownError(Exception):
    """A keyword, or a form of one, that is not screened."""


@lru_cache(maxsize=8)
def screen(schema: str) -> Accepts:
    """What a schema certainly accepts.

    Args:
        schema: the text of the JSON Schema's file.
    """
    content = parse_object(schema)
    try:
        return _part(content, content, 0)
    except (_UnknownError, re.error, TypeError, AttributeError, KeyError):
        return lambda _value: False


def _part(part: Any, whole: Mapping[str, Any], depth: int) -> Accepts:
    if not isinstance(part, dict) or depth > 20:  # `true`, `false`, or references in a circle
        raise _UnknownError
    tests: list[Accepts] = []
    for keyword, limit in part.items():
        if keyword == "properties":
            tests.append(_properties(limit, part, whole, depth))
        elif keyword == "$ref":
            name = re.fullmatch(r"#/\$defs/(\w+)", limit)
            tests.append(_part(whole["$defs"][name[1]] if name else None, whole, depth + 1))
        elif keyword == "items":
            tests.append(_items(_part(limit, whole, depth + 1)))
        elif keyword in _KEYWORDS:
            tests.append(_KEYWORDS[keyword](limit))
        elif (keyword == "additionalProperties" and (limit is not False or "properties" not in part)) or (
            keyword != "additionalProperties" and keyword in Draft202012Validator.VALIDATORS
        ):
            raise _UnknownError
    return lambda value: all(test(value) for test in tests)


def _properties(limit: Any, part: Mapping[str, Any], whole: Mapping[str, Any], depth: int) -> Accepts:
    known = {key: _part(own, whole, depth + 1) for key, own in limit.items()}
    closed = "additionalProperties" in part
    return lambda value: (
        isinstance(value, dict) and all(known[key](own) if key in known else not closed for key, own in value.items())
    )


def _items(accepts: Accepts) -> Accepts:
    return lambda value: isinstance(value, list) and all(map(accepts, value))


def _type(limit: Any) -> Accepts:
    kind = _TYPES.get(limit)
    if kind is None:
        raise _UnknownError
    return lambda value: isinstance(value, kind)


def _pattern(limit: Any) -> Accepts:
    found = re.compile(limit).search
    return lambda value: isinstance(value, str) and found(value) is not None


def _required(limit: Any) -> Accepts:
    keys = frozenset(limit)
    return lambda value: isinstance(value, dict) and keys <= value.keys()


def _one_of(values: Any) -> Accepts:
    # every scalar of a file is text: no other value can be equal to one
    texts = frozenset(value for value in values if isinstance(value, str))
    return lambda value: isinstance(value, str) and value in texts


def _format(limit: Any) -> Accepts:
    if limit != "date":
        raise _UnknownError
    return _is_day


def _is_day(value: Any) -> bool:
    if not isinstance(value, str) or not _DATE.fullmatch(value):
        return False
    try:
        datetime.date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _unique(limit: Any) -> Accepts:
    if limit is not True:
        raise _UnknownError
    return lambda value: (
        isinstance(value, list) and all(isinstance(own, str) for own in value) and len(set(value)) == len(value)
    )


def _length(kind: type[str] | type[list[Any]], least: bool) -> Callable[[Any], Accepts]:
    def of(limit: Any) -> Accepts:
        if not isinstance(limit, int) or isinstance(limit, bool):
            raise _UnknownError
        if least:
            return lambda value: isinstance(value, kind) and len(value) >= limit
        return lambda value: isinstance(value, kind) and len(value) <= limit

    return of


_KEYWORDS: dict[str, Callable[[Any], Accepts]] = {
    "type": _type,
    "const": lambda limit: _one_of([limit]),
    "enum": _one_of,
    "pattern": _pattern,
    "required": _required,
    "format": _format,
    "uniqueItems": _unique,
    "minLength": _length(str, least=True),
    "maxLength": _length(str, least=False),
    "minItems": _length(list, least=True),
    "maxItems": _length(list, least=False),
}
