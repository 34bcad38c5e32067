from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from workbench import Workbench


@pytest.fixture
def bench(tmp_path: Path, root: Path) -> Workbench:
    """A sound checkout of one invented plan, committed."""
    return Workbench.make(tmp_path / "bench", root, root / "tests" / "fixtures" / "small" / "datasets")


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Workbench:
    """This checkout's data, committed. A test that changes a file puts it back."""
    return Workbench.make(tmp_path_factory.mktemp("real") / "bench", root, root / "datasets")
