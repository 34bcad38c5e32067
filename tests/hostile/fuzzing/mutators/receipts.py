"""Receipts that no audit wrote: nested without end, numbers without end, and hostile ones whose digests are right."""

from __future__ import annotations

import copy
import hashlib
import json
import random
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

from fuzzing.case import FIXTURE, PLAN_ID, PROJECT, RECEIPT, Case
from fuzzing.payloads import HIDDEN, MARKUP, PATHS
from zoneledger.audit import receipts
from zoneledger.catalogue import load

_TEXTS = (
    "[" * 100_000, "[" * 900 + "]" * 900, '{"a":' * 5000, "{}", "[]", "null", "1", '"x"', "", "NaN", "9" * 5000,
    '{"format": 2}', '{"format": 2, "tables": {}}',
    '{"format": 2, "tables": []}', '{"format": 2, "tables": {"x": null}}', '{"format": ' + "9" * 4000 + "}", '{"a": "\\ud800"}', '{"format": 1e999}',
    '{"format": 2, "format": 2}', "﻿{}", "\0",
)  # fmt: skip
_VALUES: tuple[Any, ...] = (
    MARKUP[0], HIDDEN[8], "\ud800", None, True, -1, 0, 10**4000, 1.5, 1e308, float("inf"), float("nan"), [], {}, [[]],
        {"x": "y"}, {MARKUP[0]: 1}, {"": 0},
    {"targets": "x"}, "x" * 5000, PATHS[2], {"targets": None}, {"a": {"b": {}}}, "1",
)  # fmt: skip


def mutate(case: Case, rng: random.Random) -> None:
    """Adds a receipt of the plan, of no plan, or one that is sound but for one value, digests and all."""
    path = RECEIPT if rng.random() < 0.9 else f"datasets/receipts/{rng.choice(('nobody-2020', 'x', '..x', 'anshi-2021.txt'))}.json"
    if rng.random() < 0.3:
        content = rng.choice(_TEXTS)
        case.note(f"{path} = {content}")
    else:
        receipt = copy.deepcopy(_sound())
        for _ in range(rng.randint(0, 2)):
            case.note(f"{path}: {_change(receipt, rng)}")
        _sign(receipt)
        content = json.dumps(receipt, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    case.files[path] = content.encode("utf-8", "surrogatepass")


@cache
def _sound() -> dict[str, Any]:
    """A receipt of the fixture's plan, as an audit would write it."""
    digests = receipts.digests_of(_catalogue(), PLAN_ID)
    rows = {name: len(keys) for name, keys in digests.items()}
    faults = receipts.FaultRun(1, {"figure": 1}, {"figure": 1})
    written = receipts.Receipt(PLAN_ID, "a.txt", "0" * 64, rows, rows, rows, digests, receipts.Figures(1,
        {"targets": 1}), receipts.Duties(1, 1), 0, faults)
    return dict(json.loads(written.to_json()))


def _catalogue() -> Any:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "datasets").symlink_to(FIXTURE / "datasets")
        (Path(folder) / "schemas").symlink_to(PROJECT / "schemas")
        return load(Path(folder))


def _change(receipt: dict[str, Any], rng: random.Random) -> str:
    """Changes one value, however deep."""
    node, trail = receipt, []
    while True:
        key = rng.choice(sorted(node))
        trail.append(key)
        if not isinstance(node[key], dict) or not node[key] or rng.random() < 0.4:
            break
        node = node[key]
    if rng.random() < 0.15:
        del node[key]
    elif rng.random() < 0.15:
        node[rng.choice((MARKUP[0], "targets", "x"))] = rng.choice(_VALUES)
    else:
        node[key] = rng.choice(_VALUES)
    return f"{'.'.join(trail)[:80]} = {node.get(key)!r}"[:120]


def _sign(receipt: dict[str, Any]) -> None:
    """Puts right the digests, where that can be done at all."""
    try:
        receipt["tables_sha256"] = _digest({name: table["digests"] for name, table in receipt["tables"].items()})
        receipt["sha256"] = _digest({key: value for key, value in receipt.items() if key != "sha256"})
    except (AttributeError, KeyError, TypeError, ValueError):
        return


def _digest(content: object) -> str:
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()
