"""Holds files against the description they are published with, and reads JSON as strictly as it can be read."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cached_property
from typing import Any

from jsonschema import Draft202012Validator

#: How a cell may state a number: no needless zero, no exponent, twelve decimals at most.
PLAIN = re.compile(r"-?(?:0|[1-9][0-9]{0,15})(?:\.[0-9]{0,11}[1-9])?")


def read(content: bytes) -> Any:
    """A file's content; a key that stands twice is an error, as is NaN.

    Raises:
        ValueError: it is no JSON, or loose JSON.
    """
    return json.loads(content.decode("utf-8"), object_pairs_hook=_unique, parse_constant=_refused)


def numbers(content: bytes) -> list[str]:
    """Every number of a file, as it is written there."""
    found: list[str] = []

    def noted(text: str) -> str:
        found.append(text)
        return text

    json.loads(content, parse_float=noted, parse_int=noted, parse_constant=noted)
    return found


def noisy(content: bytes) -> list[str]:
    """The numbers of a file that no cell can hold."""
    return [text for text in numbers(content) if not PLAIN.fullmatch(text)]


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    names = [name for name, _ in pairs]
    if names != sorted(set(names)):
        raise ValueError(f"keys not sorted, or one twice: {names}")
    return dict(pairs)


def _refused(text: str) -> Any:
    raise ValueError(f"not JSON: {text}")


class Contract:
    """The response schemas of ``openapi.json``, by path.

    Args:
        description: its content.
    """

    def __init__(self, description: Mapping[str, Any]) -> None:
        self.description = description

    @cached_property
    def _patterns(self) -> dict[str, re.Pattern[str]]:
        return {path: re.compile(self._pattern(path, item)) for path, item in self.description["paths"].items()}

    def _pattern(self, path: str, item: Mapping[str, Any]) -> str:
        shared = self.description["components"]["parameters"]
        named = (shared[use["$ref"].rpartition("/")[2]] for use in item.get("parameters", ()))
        filled = re.escape(path.removeprefix("/")).replace(r"\{", "{").replace(r"\}", "}")
        for parameter in named:
            value = parameter["schema"].get("pattern", "^(?:[2-9]|[1-9][0-9]+)$")
            filled = filled.replace(f"{{{parameter['name']}}}", f"(?:{value.removeprefix('^').removesuffix('$')})")
        return filled

    def route(self, path: str) -> list[str]:
        """The described paths that a file's path fits."""
        return [name for name, pattern in self._patterns.items() if pattern.fullmatch(path)]

    @cached_property
    def _validators(self) -> dict[str, Draft202012Validator]:
        found = {}
        for path, item in self.description["paths"].items():
            schema = item["get"]["responses"]["200"]["content"]["application/json"]["schema"]
            rooted = {**schema, "components": self.description["components"]}
            found[path] = Draft202012Validator(rooted, format_checker=Draft202012Validator.FORMAT_CHECKER)
        return found

    def faults(self, path: str, document: Any) -> list[str]:
        """What in a file is not as described."""
        (route,) = self.route(path)
        return [f"{path}{error.json_path}: {error.message}" for error in self._validators[route].iter_errors(document)]
