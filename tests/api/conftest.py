"""The files of the API, made once from this checkout's datasets for the address the site is published at."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from contract import Contract, read

from zoneledger import api
from zoneledger.catalogue import Catalogue, load
from zoneledger.layout import Layout
from zoneledger.revision import site_address

Files = dict[str, bytes]


@pytest.fixture(scope="session")
def catalogue(root: Path) -> Catalogue:
    """This checkout's datasets; read only."""
    loaded = load(root)
    assert loaded.problems == []
    return loaded


@pytest.fixture(scope="session")
def site_url(root: Path) -> str:
    """Where the site is published."""
    return site_address(Layout(root))


@pytest.fixture(scope="session")
def files(catalogue: Catalogue, site_url: str) -> Files:
    """Content by path below the API's folder."""
    made = list(api.files(catalogue, site_url))
    assert len(made) == len(dict(made)) > 300
    return dict(made)


@pytest.fixture(scope="session")
def answers(files: Files) -> dict[str, Any]:
    """Every file but the description, read as a client would."""
    return {path: read(content) for path, content in files.items() if path != "openapi.json"}


@pytest.fixture(scope="session")
def contract(files: Files) -> Contract:
    """What ``openapi.json`` promises."""
    return Contract(read(files["openapi.json"]))
