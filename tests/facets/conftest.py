"""The built site and the plain scan that its facet pages are held against."""

from __future__ import annotations

from pathlib import Path

import pytest
from scan import Datasets, Scan
from scan import scan as scanned


@pytest.fixture(scope="session")
def site(built_site: Path) -> Path:
    """The top folder of the site."""
    return built_site / "site"


@pytest.fixture(scope="session")
def data(root: Path) -> Datasets:
    """The datasets as bare cells."""
    return Datasets(root)


@pytest.fixture(scope="session")
def scan(data: Datasets) -> Scan:
    """What each page must hold."""
    return scanned(data)
