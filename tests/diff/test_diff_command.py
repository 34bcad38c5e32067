"""The command: its exit codes, its forms, its words."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from zoneledger.cli import main

TARGETS = "datasets/plans/anshi-2021/targets.csv"


@pytest.fixture
def edited(small_root: Path, tmp_path: Path) -> Path:
    root = tmp_path / "edited"
    shutil.copytree(small_root, root)
    data = (root / TARGETS).read_bytes()
    (root / TARGETS).write_bytes(data.replace(b",1500,", b",1501,"))
    return root


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["diff", *map(str, arguments)])


def test_folder_against_the_working_tree(small_root: Path, edited: Path) -> None:
    result = run(small_root, "--root", edited, "--lang", "zh")
    assert result.exit_code == 0
    assert "value: 1500 → 1501" in result.stdout
    assert result.stdout.splitlines()[-1] == "改动 1 个单元格。"
    assert run(small_root, "--root", edited, "--lang", "en").stdout.splitlines()[-1] == "1 cell changed."


def test_two_folders(small_root: Path, edited: Path) -> None:
    result = run(edited, small_root, "--root", edited, "--format", "json")
    content = json.loads(result.stdout)
    assert content["tables"][0]["changed"][0]["cells"] == [{"column": "value", "new": "1500", "old": "1501"}]
    assert content["summary"]["cells"] == 1


def test_markdown(small_root: Path, edited: Path) -> None:
    result = run(small_root, "--root", edited, "--format", "markdown", "--lang", "en")
    assert "`value`: `1500` → `1501`" in result.stdout


def test_exit_code_only_where_asked_for(small_root: Path, edited: Path) -> None:
    assert run(small_root, "--root", edited, "--exit-code").exit_code == 1
    assert run(edited, "--root", edited, "--exit-code").exit_code == 0
    data = (small_root / TARGETS).read_bytes()
    (edited / TARGETS).write_bytes(b"\xef\xbb\xbf" + data)
    assert run(small_root, "--root", edited, "--exit-code").exit_code == 0


@pytest.mark.parametrize("arguments", [["--", "-x"], ["no-such-version"], [], ["a", "b", "c"]])
def test_wrong_use(edited: Path, arguments: list[str]) -> None:
    result = run("--root", edited, *arguments)
    assert result.exit_code == 2
    assert "Traceback" not in result.output
