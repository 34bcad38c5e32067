"""Schemas replaced by a pull request: keys gone, types wrong, expressions that never end, references to other hosts."""

from __future__ import annotations

import json
import random
from typing import Any

from fuzzing.case import Case
from fuzzing.payloads import text

_PATTERNS = (
    "(?:a+)+$", "(?:[a-z0-9]+-?)+x", "(?:.*)*x", "([", "(?P<a>x)", "a|b", "(?:a|a)*b", "\\", "[z-a]", "(?<=a+)b",
    "x{99999999999}", "(?:" * 200, "(?i:a)", "",
    "(?:a?){40}a{40}", "(?:\\w*)*=", "(?#", "\\1", "\\p{L}", "^(?:[^|]|[^/])*$$", "(?:(?:(?:.)*)*)*!", "(?:\\S|\\w)+\u4e00{0}x",
)  # fmt: skip
_REFERENCES = (
    "http://127.0.0.1:9/x.json", "https://example.invalid/x.json", "file:///etc/passwd", "#", "#/$defs/nothing",
    "#/properties/title", "plan.schema.json",
    "//x", "urn:x", "https://json-schema.org/draft/2020-12/schema", "\ud800", "#/" + "a/" * 500, "http://[",
)  # fmt: skip
_VALUES: tuple[Any, ...] = (None, True, 0, -1, 10**400, 1e308, "", "x", "<b>", [], {}, [[]], [{}], ["id"], [None],
{"x": None}, "\ud800", ["x", "x"], "number")
_TEXTS = ("", "{", "[]", "null", "1", '"x"', "[" * 100_000, '{"a":' * 3000, "{} {}", "NaN", "9" * 5000, '{"name": 1e999}', "\ufeff{}", "\0", "{}")


def mutate(case: Case, rng: random.Random) -> None:
    """Spoils one schema: as text, in one value, in a pattern or, for a YAML file's, by a reference."""
    path = rng.choice([name for name in sorted(case.files) if name.startswith("schemas/")])
    if rng.random() < 0.25:
        path = f"schemas/{rng.choice(('plan', 'dataset'))}.schema.json"
    if rng.random() < 0.15:
        spoilt = rng.choice(_TEXTS)
        case.files[path] = spoilt.encode()
        case.note(f"{path} = {spoilt}")
        return
    content = json.loads(case.files[path])
    if path.endswith(".schema.json") and rng.random() < 0.4:
        where = rng.choice(list(content["properties"].values()))
        key, value = rng.choice((("$ref", _REFERENCES), ("pattern", _PATTERNS), ("$dynamicRef", _REFERENCES), ("$id", _REFERENCES)))
        where[key] = rng.choice(value)
        case.note(f"{path}: {key} {where[key]}")
    elif "fields" in content and rng.random() < 0.3:
        column = rng.choice(content["fields"])
        column.setdefault("constraints", {})["pattern"] = rng.choice(_PATTERNS)
        case.note(f"{path}: pattern of {column['name']} {column['constraints']['pattern']}")
    else:
        case.note(f"{path}: {_change(content, rng)}")
    case.files[path] = json.dumps(content).encode()


def _change(node: Any, rng: random.Random) -> str:
    trail = []
    while True:
        key = rng.choice(sorted(node)) if isinstance(node, dict) else rng.randrange(len(node))
        trail.append(str(key))
        if not isinstance(node[key], dict | list) or not node[key] or rng.random() < 0.25:
            break
        node = node[key]
    way = rng.randrange(4)
    if way == 0:
        del node[key]
    elif way == 1 and isinstance(node, dict):
        node[rng.choice((text(rng), "$ref", "pattern", "type", "enum", "minimum"))] = rng.choice(_VALUES)
    else:
        node[key] = rng.choice((*_VALUES, text(rng)))
    return f"{'.'.join(trail)} ({way})"
