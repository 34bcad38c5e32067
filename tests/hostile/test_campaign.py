"""A few hundred hostile inputs on every run, and one hostile dataset published whole; ``scripts/fuzz`` runs thousands."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent


def fuzz(*options: str) -> subprocess.CompletedProcess[str]:
    """Runs the campaign in a process of its own: it keeps findings in memory that other tests must not meet."""
    command = [sys.executable, "-m", "fuzzing", *options]
    environment = os.environ | {"PYTHONPATH": str(HERE), "PYTHONUTF8": "1"}
    return subprocess.run(command, env=environment, capture_output=True, text=True, encoding="utf-8", check=False)


def total(output: str) -> list[int]:
    """The line of sums: inputs, exit codes 0, 1 and 2, failing."""
    found = re.search(r"^total\s+(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s+(\d+)", output, re.MULTILINE)
    assert found, output
    return [int(number) for number in found.groups()]


def test_commands_bear_hostile_checkouts() -> None:
    run = fuzz("--count", "180", "--builds", "0", "--seed", "7")
    inputs, sound, refused, _, failing = total(run.stdout + run.stderr)
    assert (inputs, failing, run.returncode) == (180, 0, 0), run.stdout
    # were all of them refused, or none, the inputs would test little
    assert sound > 15
    assert refused > 80


def test_hostile_text_is_published_and_inert() -> None:
    run = fuzz("--count", "1", "--builds", "1", "--only", "free text", "--seed", "8")
    assert total(run.stdout + run.stderr) == [1, 1, 0, 0, 0], run.stdout


def test_same_seed_makes_the_same_input() -> None:
    from fuzzing.campaign import Campaign

    first, second = (Campaign(seed=3).input(number)[0] for number in (11, 11))
    assert first == second
    assert first != Campaign(seed=4).input(11)[0]


@pytest.mark.parametrize("options", [("--only", "nonsense"), ("--count", "many")])
def test_wrong_use_is_told(options: tuple[str, ...]) -> None:
    assert fuzz(*options).returncode == 2
