"""The judges alone: each judges every row by its keys too, and nothing but the judging is counted."""

from __future__ import annotations

import json
import marshal
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from zoneledger.bench import checkouts, judging
from zoneledger.bench.checkouts import Checkout

BURNT = 0.05


@pytest.fixture
def own_root(small_root: Path, tmp_path: Path) -> Path:
    """A tiny checkout that may be written to."""
    shutil.copytree(small_root, tmp_path / "checkout")
    return tmp_path / "checkout"


def burn() -> None:
    until = time.process_time() + BURNT
    while time.process_time() < until:
        pass


@pytest.mark.parametrize("judge", judging.JUDGES)
def test_every_judge_judges_every_row(small_root: Path, judge: str) -> None:
    command = [sys.executable, "-m", "zoneledger.bench.judging", str(small_root), judge]
    said = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    # the one plan has a row of its own, which stands in plan.yml
    assert said["rows"] == Checkout(small_root, 1, synthetic=False).rows() + 1
    assert said["cpu"] > 0 or judge == "bare"  # of so few rows the difference of two runs says nothing


@pytest.mark.parametrize("judge", judging.JUDGES)
def test_rows_of_all_plans_are_judged_some_at_a_time(root: Path, judge: str, monkeypatch: pytest.MonkeyPatch) -> None:
    plans = checkouts.own_plans(root)
    wanted = Checkout(root, plans, synthetic=False).rows() + plans
    monkeypatch.setattr(judging, "_BATCH", 3)
    assert judging.JUDGES[judge](root).rows == wanted


@pytest.mark.parametrize(
    ("file", "sought", "instead", "said"),
    [
        ("targets.csv", ",each,", ",every,", "Constraint Error"),
        ("target_zones.csv", "-t003,", "-t999,", "ForeignKey Error"),
        ("responsibilities.csv", "-r002,", "-r001,", "PrimaryKey Error"),
    ],
)
def test_bare_frictionless_judges_cells_and_keys(
    own_root: Path, file: str, sought: str, instead: str, said: str
) -> None:
    (path,) = (own_root / "datasets" / "plans").glob(f"*/{file}")
    content = path.read_text(encoding="utf-8")
    assert sought in content
    path.write_text(content.replace(sought, instead, 1), encoding="utf-8")
    with pytest.raises(ValueError, match=said):
        judging.by_bare_frictionless(own_root)


def test_fetching_the_rows_is_not_counted(small_root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    loads, load = [0], marshal.load

    def slow(file: Any) -> Any:
        rows = load(file)  # tables without rows have none to load
        loads[0] += 1
        burn()
        return rows

    monkeypatch.setattr(judging.marshal, "load", slow)
    began = time.process_time()
    judged = judging.by_bare_frictionless(small_root)
    assert loads[0] > 50
    assert judged.cpu < loads[0] * BURNT / 2 < time.process_time() - began


def test_reading_the_files_is_not_counted(small_root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read = judging.load_plans

    def slow(*arguments: Any) -> Any:
        for _ in range(20):
            burn()
        return read(*arguments)

    monkeypatch.setattr(judging, "load_plans", slow)
    assert judging.by_engine(small_root, "screen").cpu < 10 * BURNT
