"""What tests of views share: rows that a test may change. The program's own cannot be changed by anybody."""

from __future__ import annotations

from pathlib import Path

import pytest

from zoneledger.catalogue import Catalogue, load


@pytest.fixture
def catalogue(small_root: Path) -> Catalogue:
    """The invented plan, its rows open to changes before a view is made of them."""
    loaded = load(small_root)
    for table in loaded.tables.values():
        for row in table.rows:
            object.__setattr__(row, "values", dict(row.values))
    return loaded
