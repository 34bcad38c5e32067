"""The small dataset as a build publishes it; and a copy of that, to damage."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from zoneledger import build


@pytest.fixture(scope="session")
def served(small_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site; read only."""
    out = tmp_path_factory.mktemp("built")
    assert build.run(small_root, out, lambda _: None).ok
    return out / "site"


@pytest.fixture
def damaged(served: Path, tmp_path: Path) -> Path:
    """What of it is verified, as a copy."""
    copy = tmp_path / "dist" / "site"
    for name in ("data", "api", "feeds", "search"):
        shutil.copytree(served / name, copy / name)
    return copy
