"""Both datasets as packages: the made-up one, whose every row is known, and the real one."""

from __future__ import annotations

from pathlib import Path

import pytest
import two_plans
from publishing import Published, publish


@pytest.fixture(scope="session")
def two_plans_root(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up dataset; read only."""
    made = tmp_path_factory.mktemp("two-plans")
    two_plans.make(made, root / "schemas")
    return made


@pytest.fixture
def breakable_root(root: Path, tmp_path: Path) -> Path:
    """The made-up dataset, to break things in."""
    made = tmp_path / "breakable"
    two_plans.make(made, root / "schemas")
    return made


@pytest.fixture(scope="session")
def small(two_plans_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Published:
    """The packages of the made-up dataset; read only."""
    return publish(two_plans_root, tmp_path_factory.mktemp("small"))


@pytest.fixture(scope="session")
def real(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Published:
    """The packages of this checkout's datasets; read only."""
    return publish(root, tmp_path_factory.mktemp("real"))


@pytest.fixture(params=["small", "real"])
def published(request: pytest.FixtureRequest) -> Published:
    """Either of the two."""
    found: Published = request.getfixturevalue(request.param)
    return found
