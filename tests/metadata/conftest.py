"""The checkout's own data, read once."""

from __future__ import annotations

from pathlib import Path

import pytest

from zoneledger.catalogue import Catalogue, load


@pytest.fixture(scope="session")
def published(root: Path) -> Catalogue:
    """This checkout's datasets."""
    return load(root)
