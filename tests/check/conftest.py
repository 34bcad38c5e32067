from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from checkout import Checkout


@pytest.fixture
def small(tmp_path: Path, root: Path) -> Checkout:
    """A sound checkout of one invented plan, to break."""
    return Checkout.make(tmp_path / "small", root)
