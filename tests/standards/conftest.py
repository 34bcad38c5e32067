"""The whole dataset's package on disk, as its archive holds it, to be judged by other people's validators."""

from __future__ import annotations

from pathlib import Path

import pytest

from zoneledger.catalogue import load
from zoneledger.packages.contents import contents
from zoneledger.packages.package import Package, packages


@pytest.fixture(scope="session")
def package(root: Path) -> Package:
    return next(packages(load(root)))


@pytest.fixture(scope="session")
def files(package: Package) -> dict[str, bytes]:
    """Every file of the canonical package by name."""
    return contents(package)


@pytest.fixture
def folder(files: dict[str, bytes], tmp_path: Path) -> Path:
    """Those files in a folder of this test's own."""
    folder = tmp_path / "package"
    folder.mkdir()
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return folder
