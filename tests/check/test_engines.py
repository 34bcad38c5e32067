"""The accept-screen finds what Frictionless over every cell finds: no more, no less, nothing worded otherwise."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from checkout import Checkout
from corruption import compare
from spoiling import Spoiler

from zoneledger import check
from zoneledger.check import acceptors, cell_readers, key_screen, screen
from zoneledger.check.acceptors import Acceptor

RUNS = 600


def test_both_engines_find_the_same_in_spoilt_checkouts(tmp_path: Path) -> None:
    spoiler = Spoiler.make(tmp_path)
    told: Counter[str] = Counter()
    held_back = 0
    for seed in range(RUNS):
        expected, found = compare(spoiler, seed)
        assert found == expected, f"seed {seed}: {spoiler.notes}"
        told.update(problem.rule.code for problem in expected.problems)
        held_back += expected.held_back
    # the runs must reach what they are about: cells, keys, order, files, limits, and the rules between rows
    for code in ("cell-enum", "cell-bound", "cell-form", "cell-pattern", "cell-required", "cell-hidden-character"):
        assert told[code] > 10, told
    for code in ("key-unknown", "key-repeated", "canonical-row-order", "row-width", "too-many-errors", "file-quoting"):
        assert told[code] >= 3, told
    assert 50 < held_back < RUNS - 50


#: A screen that accepts too much, and in how many of the first seeds that must show.
WEAKENED: dict[str, tuple[Any, str, Any]] = {
    "any number": (acceptors, "_number", lambda field: lambda cells: []),
    "any text where a pattern is": (acceptors, "_pattern", lambda pattern: lambda cells: []),
    "any length": (Acceptor, "_misfits", lambda self, cells: set()),
    "any character": (screen, "_clean", lambda files: True),
    "any order": (key_screen, "sorted_certainly", lambda schema, read: True),
    "any key": (key_screen, "certain", lambda catalogue, table: True),
    "whatever the reader says": (cell_readers, "read", lambda file, readers, columns: []),
}


@pytest.mark.parametrize(("module", "name", "careless"), WEAKENED.values(), ids=WEAKENED)
def test_a_careless_screen_is_seen(
    module: Any, name: str, careless: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoiler = Spoiler.make(tmp_path)
    monkeypatch.setattr(module, name, careless)
    assert any(len(set(compare(spoiler, seed))) == 2 for seed in range(120))


def test_the_command_takes_either_engine(small: Checkout) -> None:
    small.cell("targets", 1, value="1,200", strength="确保")
    small.cell("milestones", 1, id="anshi-2021-s099")
    told = {engine: check.run(small.root, engine=engine)[1] for engine in check.ENGINES}
    assert told["auto"] == told["screen"] == told["frictionless"]
    assert len(told["auto"].problems) >= 3
    assert not re.search("frictionless", str(told["auto"].problems[0].message), re.IGNORECASE)
    with pytest.raises(KeyError):
        check.engine_of("polars")
