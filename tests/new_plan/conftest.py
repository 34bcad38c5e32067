from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from newcomer import Newcomer


@pytest.fixture
def newcomer(tmp_path: Path, root: Path) -> Newcomer:
    """A checkout of the invented dataset, and a source text beside it."""
    checkout = tmp_path / "checkout"
    checkout.mkdir()
    shutil.copytree(root / "tests" / "fixtures" / "small" / "datasets", checkout / "datasets")
    shutil.copytree(root / "schemas", checkout / "schemas")
    shutil.copy2(root / "mkdocs.yml", checkout)
    return Newcomer.beside(checkout)
