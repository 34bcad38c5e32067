"""The manifest, which leads the browser to every other file, and the directory of plans."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from zoneledger.catalogue import Catalogue
from zoneledger.problems import Text
from zoneledger.search.merge import Merged
from zoneledger.search.names import NAMED
from zoneledger.search.numbers import encode, rising
from zoneledger.search.records import KINDS
from zoneledger.search.webpages import KIND as PAGE

FOLDER = "search"
MANIFEST = "manifest.json"

#: Plans that a file of their directory names.
BLOCK = 256


def manifest(catalogue: Catalogue, merged: Merged, facts: Mapping[str, object]) -> dict[str, object]:
    """What the browser must know to find everything else.

    Args:
        catalogue: names the tables.
        merged: all extracts.
        facts: what the files themselves have shown.
    """
    return {
        **facts,
        "records": merged.records,
        "chunks": len(merged.outlines),
        "block": BLOCK,
        "pages": rising(merged.pages),
        "kinds": [{"id": kind, "named": kind in NAMED, **_title(catalogue, kind)} for kind in _kinds(merged)],
        "parts": merged.parts,
    }


def directory(merged: Merged) -> Iterator[str]:
    """The files of the directory of plans: each one's folder, its units by kind, and the unit each stretch begins with."""
    entries = []
    order = _kinds(merged)
    for one in merged.outlines:
        counts = encode(one.kinds.get(kind, 0) for kind in order)
        entries.append(f"{one.path} {counts} {rising(one.firsts)}")
    for start in range(0, len(entries), BLOCK):
        yield written(entries[start : start + BLOCK])


def listed(content: Mapping[str, Any]) -> Iterator[str]:
    """The files that a manifest names by their numbers, below the site; those of single plans stand in the directory.

    Args:
        content: of the manifest.
    """
    counts = {**content["lists"], "parts": content["parts"], "chunks": -(-content["chunks"] // content["block"])}
    for name, count in counts.items():
        for number in range(count):
            yield f"{FOLDER}/{content['folder']}/{name}/{number}.json"
    yield f"{FOLDER}/{content['folder']}/readings.json"


def _kinds(merged: Merged) -> list[str]:
    held = {kind for one in merged.outlines for kind in one.kinds}
    return [kind for kind in (*KINDS, PAGE) if kind in held]


def _title(catalogue: Catalogue, kind: str) -> dict[str, str]:
    title = Text("页面", "pages") if kind == PAGE else catalogue.schemas[kind].title
    return {"zh": title.zh, "en": title.en[:1].upper() + title.en[1:]}


def written(content: object) -> str:
    """Content as compact JSON."""
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))
