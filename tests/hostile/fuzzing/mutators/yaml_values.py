"""Well-formed YAML whose values are hostile: text in place of text, text in place of lists, keys nobody knows."""

from __future__ import annotations

import json
import random
from typing import Any

import yaml

from fuzzing.case import Case
from fuzzing.mutators.yaml_text import FILES
from fuzzing.payloads import ADDRESSES, DATES, PATHS, text, visible

_ODD: tuple[Any, ...] = ([], {}, [[]], [{}], [""], {"zh": ""}, {"zh": "x", "en": "x"}, ["x"] * 500, {"": ""}, "", ["complete", "complete"])


def mutate(case: Case, rng: random.Random) -> None:
    """Changes every text where any text is sound, or a few values or keys to anything."""
    path = rng.choice(FILES)
    content = yaml.load(case.files[path], yaml.BaseLoader)  # noqa: S506
    if rng.random() < 0.5:
        _texts(content, rng)
        case.note(f"{path}: every text")
    else:
        for _ in range(rng.randint(1, 3)):
            case.note(f"{path}: {_anything(content, rng)}")
    # JSON is YAML, with every character but plain ones escaped
    case.files[path] = json.dumps(content, ensure_ascii=rng.random() < 0.7, indent=1).encode("utf-8", "surrogatepass")


def _texts(content: Any, rng: random.Random) -> None:
    children = content.items() if isinstance(content, dict) else enumerate(content)
    for key, value in list(children):
        if isinstance(value, dict | list):
            _texts(value, rng)
        elif key in ("zh", "en", "doc_number"):
            content[key] = visible(rng)


def _anything(content: Any, rng: random.Random) -> str:
    while True:
        key = rng.choice(list(content)) if isinstance(content, dict) else rng.randrange(len(content))
        if not content[key] or isinstance(content[key], str) or rng.random() < 0.3:
            break
        content = content[key]
    way = rng.randrange(5)
    if way == 0:
        content[key] = rng.choice(_ODD)
    elif way == 1 and isinstance(content, dict):
        content[text(rng)] = text(rng)
    elif way == 2 and isinstance(content, dict):
        del content[key]
    elif way == 3:
        content[key] = rng.choice(rng.choice((DATES, PATHS, ADDRESSES)))
    else:
        content[key] = text(rng)
    return f"{key} ({way})"
