"""``python -m zoneledger.commands.synthesize``: where it writes, what it refuses, and how it says so."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from zoneledger.commands.synthesize import main
from zoneledger.synthesis.checkout import MARKER


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


def test_it_writes_the_folder_and_says_so(root: Path, tmp_path: Path) -> None:
    ran = run("1", "--root", str(root), "--out", str(tmp_path / "out"), "--lang", "en")
    assert ran.exit_code == 0
    assert "Making 1 synthetic plans" in ran.output and str(tmp_path / "out") in ran.output
    held = {path.name for path in (tmp_path / "out").iterdir()}
    assert held == {"datasets", "schemas", "site", "mkdocs.yml", MARKER}


@pytest.mark.parametrize(("lang", "words"), [("zh", "不是本命令写的文件夹"), ("en", "not written by this command")])
def test_a_folder_of_somebody_else_is_refused(root: Path, tmp_path: Path, lang: str, words: str) -> None:
    (tmp_path / "thesis.txt").write_text("years of work")
    ran = run("1", "--root", str(root), "--out", str(tmp_path), "--lang", lang)
    assert ran.exit_code == 1 and words in ran.output
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


@pytest.mark.parametrize("inside", ["", "datasets", "datasets/plans/new", "site/new"])
def test_a_checkout_is_never_written_into(root: Path, tmp_path: Path, inside: str) -> None:
    for name in ("datasets", "schemas", "site"):
        shutil.copytree(root / name, tmp_path / name, symlinks=True)
    before = sorted(tmp_path.rglob("*"))
    ran = run("1", "--root", str(root), "--out", str(tmp_path / inside), "--lang", "en")
    assert ran.exit_code == 1
    assert sorted(tmp_path.rglob("*")) == before


def test_a_link_is_refused(root: Path, tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    ran = run("1", "--root", str(root), "--out", str(tmp_path / "link"), "--lang", "en")
    assert ran.exit_code == 1 and "no link" in ran.output
    assert list((tmp_path / "real").iterdir()) == []


@pytest.mark.parametrize("count", ["0", "-1", "many", "1000000"])
def test_only_so_many_plans_can_be_made(root: Path, tmp_path: Path, count: str) -> None:
    ran = run("--root", str(root), "--out", str(tmp_path / "out"), "--", count)
    assert ran.exit_code == 2
    assert not (tmp_path / "out").exists()


def test_without_plans_there_is_nothing_to_learn_from(root: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    for name in ("schemas", "datasets/reference"):
        shutil.copytree(root / name, empty / name)
    shutil.copy(root / "datasets/dataset.yml", empty / "datasets/dataset.yml")
    ran = run("1", "--root", str(empty), "--out", str(tmp_path / "out"), "--lang", "zh")
    assert ran.exit_code == 1 and "zoneledger check" in ran.output
    assert not (tmp_path / "out").exists()
