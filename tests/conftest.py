"""What the tests share: the checkout, the source texts, a copy to break things in, and the site, built once."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

#: What a build reads; what a test needs in order to break something without touching the checkout.
INPUTS = ("datasets", "schemas", "site", "mkdocs.yml")


def source_texts() -> Path | None:
    """The folder of the plans' texts, which are not published: ``ZONELEDGER_SOURCES``, or beside the checkout."""
    named = os.environ.get("ZONELEDGER_SOURCES")
    folder = Path(named) if named else ROOT.parent / "shared" / "sources"
    return folder if (folder / "manifest.csv").is_file() else None


def pytest_report_header() -> str:
    if source_texts() is None:
        return "source texts: NOT FOUND, tests that read them are skipped (set ZONELEDGER_SOURCES to their folder)"
    return "source texts: found"


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say it in quiet runs too, which have no header: a run without the texts proves less."""
    if source_texts() is None:
        terminalreporter.write_line(pytest_report_header(), yellow=True)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what lives in tests/browser, and run it last: the quick tests speak first."""
    for item in items:
        if (ROOT / "tests" / "browser") in item.path.parents:
            item.add_marker("browser")
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout's top folder."""
    return ROOT


@pytest.fixture(scope="session")
def sources() -> Path:
    """The folder of source texts; a test that needs them is skipped, with the reason, where they are missing."""
    folder = source_texts()
    if folder is None:
        pytest.skip("the source texts are not here: set ZONELEDGER_SOURCES to their folder")
    return folder


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output of one build of this checkout; what is served is its folder ``site``."""
    out = tmp_path_factory.mktemp("built") / "dist"
    command = [sys.executable, "-m", "zoneledger", "build", "--root", str(ROOT), "--out", str(out)]
    built = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    if built.returncode != 0:
        pytest.fail(f"the build ended with {built.returncode}:\n{built.stdout}\n{built.stderr}", pytrace=False)
    return out


@pytest.fixture
def copy_of_datasets(tmp_path: Path) -> Path:
    """The root of a copy of everything a build reads, to break things in."""
    copy = tmp_path / "copy"
    for name in INPUTS:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, copy / name)
        else:
            shutil.copy2(ROOT / name, copy / name)
    return copy


@pytest.fixture(scope="session")
def small_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout with one invented plan, every table of it filled, and this checkout's schemas and site. Read only."""
    copy = tmp_path_factory.mktemp("small")
    shutil.copytree(ROOT / "tests" / "fixtures" / "small" / "datasets", copy / "datasets")
    for name in ("schemas", "site"):
        shutil.copytree(ROOT / name, copy / name)
    shutil.copy2(ROOT / "mkdocs.yml", copy / "mkdocs.yml")
    return copy
