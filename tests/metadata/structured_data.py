"""Reads structured data out of pages, and says what is wrong with a dataset's."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from lxml import html

SCHEMA = json.loads((Path(__file__).parent / "dataset.schema.json").read_text("utf-8"))


def nodes(tree: html.HtmlElement) -> list[dict[str, Any]]:
    """The things a page is about."""
    found: list[dict[str, Any]] = []
    for block in tree.xpath("//script[@type='application/ld+json']"):
        document = json.loads(block.text)
        assert document["@context"] == "https://schema.org"
        found += document.get("@graph", [document])
    return found


def of_type(tree: html.HtmlElement, name: str) -> list[dict[str, Any]]:
    """The things of one type."""
    return [{key: value for key, value in node.items() if key != "@context"} for node in nodes(tree) if node["@type"] == name]


def faults(dataset: dict[str, Any]) -> Iterator[str]:
    """What in a dataset breaks the schema."""
    for error in Draft202012Validator(SCHEMA).iter_errors(dataset):
        yield f"{'/'.join(map(str, error.absolute_path))}: {error.message[:120]}"
