"""Checkouts of a few synthetic plans, small enough to build often, and builds of them."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from built_checkout import Checkout

PLANS = 3


def synthetic(folder: Path, plans: int) -> Path:
    """A checkout of synthetic plans; the first ones are the same, however many there are."""
    command = [sys.executable, "-m", "zoneledger.commands.synthesize", str(plans), "--seed", "7", "--out", str(folder)]
    subprocess.run(command, check=True, capture_output=True)
    return folder


@pytest.fixture(scope="session")
def more(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The datasets with one plan more."""
    return synthetic(tmp_path_factory.mktemp("more") / "four", PLANS + 1) / "datasets"


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Checkout:
    """Three plans, built from nothing into ``dist``; to be copied, not to be changed."""
    checkout = Checkout(synthetic(tmp_path_factory.mktemp("parts") / "three", PLANS))
    checkout.build()
    return checkout


@pytest.fixture
def copy(built: Checkout, tmp_path: Path) -> Checkout:
    """A copy of that checkout with its output, to be changed."""
    shutil.copytree(built.root, tmp_path / "copy")
    return Checkout(tmp_path / "copy")
