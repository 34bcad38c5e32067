"""The small dataset's files in memory, and a way to compare it with an edited version of itself."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from zoneledger.diff import Difference, Version, compare, read_folder
from zoneledger.layout import Layout

Files = dict[str, bytes]
Compare = Callable[[Files, Files], Difference]


@pytest.fixture(scope="session")
def unedited(small_root: Path) -> Files:
    return read_folder(small_root, "base", "small").files


@pytest.fixture
def files(unedited: Files) -> Files:
    """A copy to edit."""
    return dict(unedited)


@pytest.fixture(scope="session")
def differ(small_root: Path) -> Compare:
    """Compares two versions given as files."""

    def compared(base: Files, head: Files) -> Difference:
        return compare(Version("base", "", base), Version("head", "", head), Layout(small_root))

    return compared
