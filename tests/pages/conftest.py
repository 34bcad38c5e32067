"""The small dataset's pages, written once; and a way to write those of a broken copy."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

import pytest

from zoneledger import api, facets, feeds, packages, pages
from zoneledger.audit import Receipt
from zoneledger.catalogue import load
from zoneledger.revision import Repository
from zoneledger.site import markdown

REPOSITORY = Repository("https://example.org/repository", "abc123", "main")


@pytest.fixture(scope="session")
def rendered(small_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shells, as MkDocs renders them."""
    out = tmp_path_factory.mktemp("rendered")
    markdown.render(small_root, out, data_date="2026-01-31")
    return out


class Write(Protocol):
    """Writes the pages of a checkout, with receipts where a test has some."""

    def __call__(self, root: Path, receipts: Mapping[str, tuple[Receipt, int]] | None = None) -> Path:
        """The new site."""


@pytest.fixture(scope="session")
def write(rendered: Path, tmp_path_factory: pytest.TempPathFactory) -> Write:
    """Writes the pages of a checkout into a new site and returns it."""

    def written(root: Path, receipts: Mapping[str, tuple[Receipt, int]] | None = None) -> Path:
        out = tmp_path_factory.mktemp("site")
        shutil.copytree(rendered, out, dirs_exist_ok=True)
        catalogue = load(root)
        assert not catalogue.problems
        downloads = packages.write(catalogue, out / "data")
        packages.manifest.write(catalogue, downloads, out / "data")
        calendars = feeds.gather(catalogue)
        context = pages.PageContext(
            REPOSITORY, "https://example.org/", receipts or {}, downloads=downloads, calendars=calendars
        )
        pages.write(catalogue, out, out, context, lambda _: None)
        facets.write(catalogue, out)
        api.write(catalogue, out, "https://example.org/")
        feeds.write(calendars, catalogue, out, "https://example.org/")
        return out

    return written


@pytest.fixture(scope="session")
def site(small_root: Path, write: Write) -> Path:
    """The small dataset's site."""
    return write(small_root)
