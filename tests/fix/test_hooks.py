"""The hooks run on what a commit touches, with the environment that is there, and install nothing."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from workbench import PLAN, Workbench


@pytest.fixture(scope="module")
def hooks(root: Path) -> dict[str, dict[str, Any]]:
    content = yaml.safe_load((root / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    return {hook["id"]: hook for repository in content["repos"] for hook in repository["hooks"]}


def run(bench: Workbench, hook: dict[str, Any], *files: str) -> subprocess.CompletedProcess[str]:
    """Runs a hook as git and pre-commit would: in the top folder, the entry's words, then the files."""
    environment = os.environ | {"GIT_INDEX_FILE": ".git/index", "GIT_PREFIX": "", "LANG": "en_US.UTF-8"}
    environment.pop("LC_ALL", None)
    command = [*hook["entry"].split(), *files]
    return subprocess.run(
        command, cwd=bench.root, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )


@pytest.fixture
def with_scripts(bench: Workbench, root: Path) -> Workbench:
    shutil.copytree(root / "scripts", bench.root / "scripts")
    (bench.root / ".venv").symlink_to(root / ".venv")
    return bench


def test_both_hooks_are_local_and_serial(hooks: dict[str, dict[str, Any]]) -> None:
    assert set(hooks) == {"zoneledger-fix", "zoneledger-check"}
    for hook in hooks.values():
        assert hook["language"] == "system"
        assert hook["require_serial"] is True
        assert hook["entry"].split()[0] == "scripts/hook"


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        (f"{PLAN}/targets.csv", {"zoneledger-fix", "zoneledger-check"}),
        (f"{PLAN}/plan.yml", {"zoneledger-fix", "zoneledger-check"}),
        ("datasets/reference/units.csv", {"zoneledger-fix", "zoneledger-check"}),
        ("datasets/dataset.yml", {"zoneledger-fix", "zoneledger-check"}),
        ("datasets/receipts/anshi-2021.json", {"zoneledger-check"}),
        ("schemas/targets.json", {"zoneledger-check"}),
        ("README.md", set()),
        ("site/pages/zh/index.md", set()),
    ],
)
def test_they_see_data_only(file: str, expected: set[str], hooks: dict[str, dict[str, Any]]) -> None:
    assert {name for name, hook in hooks.items() if re.search(hook["files"], file)} == expected


def test_they_mend_and_judge_what_is_touched(with_scripts: Workbench, hooks: dict[str, dict[str, Any]]) -> None:
    bench, file = with_scripts, f"{PLAN}/targets.csv"
    bench.edit("targets", 1, occurrence="1.0")
    fixed = run(bench, hooks["zoneledger-fix"], file)
    assert (fixed.returncode, bench.cell("targets", 1, "occurrence")) == (0, "1"), fixed.stdout + fixed.stderr
    assert "fixed [cell-form] 1.0 → 1" in fixed.stdout
    assert run(bench, hooks["zoneledger-check"], file).returncode == 0
    bench.edit("targets", 1, strength="surely")
    checked = run(bench, hooks["zoneledger-check"], file)
    assert checked.returncode == 1
    assert "cell-enum" in checked.stdout


def test_without_an_environment_they_say_how_to_get_one(bench: Workbench, root: Path, hooks: dict[str, Any]) -> None:
    shutil.copytree(root / "scripts", bench.root / "scripts")
    for hook in hooks.values():
        ran = run(bench, hook, f"{PLAN}/targets.csv")
        assert ran.returncode == 2
        assert "scripts/build" in ran.stderr
    assert not (bench.root / ".venv").exists()
