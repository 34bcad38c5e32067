"""A model of the curated plans, learned once, and synthetic checkouts written with it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from zoneledger.catalogue import Catalogue, load
from zoneledger.synthesis import checkout
from zoneledger.synthesis.model import Model, learn

Write = Callable[[int, int], Path]


@pytest.fixture(scope="session")
def curated(root: Path) -> Catalogue:
    return load(root)


@pytest.fixture(scope="session")
def model(curated: Catalogue) -> Model:
    return learn(curated)


@pytest.fixture(scope="session")
def write(curated: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> Write:
    """Writes a checkout of so many plans of a seed, once."""
    written: dict[tuple[int, int], Path] = {}

    def one(count: int, seed: int) -> Path:
        if (count, seed) not in written:
            out = tmp_path_factory.mktemp(f"plans-{count}-{seed}") / "out"
            checkout.write(curated, count, seed, out, lambda _message: None)
            written[count, seed] = out
        return written[count, seed]

    return one
