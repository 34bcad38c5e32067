"""The invented plan, written once."""

from __future__ import annotations

from pathlib import Path

import pytest
from invented import write_checkout

from zoneledger.catalogue import Catalogue, load


@pytest.fixture(scope="session")
def invented(root: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The invented checkout and its sources; not to be changed."""
    return write_checkout(root, tmp_path_factory.mktemp("invented"))


@pytest.fixture(scope="session")
def ledger(invented: tuple[Path, Path]) -> Catalogue:
    """The invented checkout, loaded."""
    catalogue = load(invented[0])
    assert catalogue.problems == []
    return catalogue


@pytest.fixture(scope="session")
def texts(invented: tuple[Path, Path]) -> Path:
    """The invented plan's folder of sources."""
    return invented[1]
