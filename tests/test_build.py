"""A build as its user meets it: the same bytes each time, nothing half-written, clear exit codes."""

from __future__ import annotations

import gc
import hashlib
import os
import subprocess
import sys
from pathlib import Path

from click.testing import CliRunner

from zoneledger.cli import main

GIT = {
    "GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@example.org", "GIT_AUTHOR_DATE": "2026-01-01T00:00:00Z",
    "GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@example.org", "GIT_COMMITTER_DATE": "2026-01-01T00:00:00Z",
}  # fmt: skip


def digests(folder: Path) -> dict[str, str]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def beside(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def commit(folder: Path) -> None:
    for command in (["init", "-q"], ["add", "."], ["-c", "commit.gpgsign=false", "commit", "-qm", "one"]):
        subprocess.run(["git", "-C", str(folder), *command], check=True, env={**os.environ, **GIT})


def zoneledger(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "zoneledger", *arguments]
    env = {**os.environ, **environment}
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, env=env)


def test_two_builds_of_one_commit_give_the_same_bytes(copy_of_datasets: Path, tmp_path: Path) -> None:
    """In another folder, time zone, locale and hash order, with other file times: the very same files."""
    commit(copy_of_datasets)
    elsewhere = tmp_path / "another place"
    subprocess.run(["git", "clone", "-q", str(copy_of_datasets), str(elsewhere)], check=True)
    for path in elsewhere.rglob("*.csv"):
        os.utime(path, (1, 1))
    first = zoneledger("build", "--root", str(copy_of_datasets), TZ="UTC", PYTHONHASHSEED="1", LANG="C.UTF-8")
    second = zoneledger(
        "build", "--root", str(elsewhere), "--lang", "en", TZ="Asia/Shanghai", PYTHONHASHSEED="2", LC_ALL="C.UTF-8"
    )
    assert (first.returncode, second.returncode) == (0, 0), first.stderr + second.stderr
    one, other = digests(copy_of_datasets / "dist" / "site"), digests(elsewhere / "dist" / "site")
    assert len(one) > 50
    assert sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name)) == []


def test_a_failed_build_leaves_the_last_good_one(copy_of_datasets: Path) -> None:
    good = copy_of_datasets / "dist" / "site" / "index.html"
    good.parent.mkdir(parents=True)
    good.write_text("the last good build")
    units = copy_of_datasets / "datasets" / "reference" / "units.csv"
    units.write_text(units.read_text(encoding="utf-8").replace("money", "gold", 1), encoding="utf-8")
    result = CliRunner().invoke(main, ["build", "--root", str(copy_of_datasets), "--lang", "en"])
    assert result.exit_code == 1
    assert "units.csv" in result.output
    assert "dist/site/ is unchanged" in result.output
    assert digests(good.parent) == {"index.html": hashlib.sha256(b"the last good build").hexdigest()}
    assert beside(copy_of_datasets / "dist") <= {"site", "cache"}


def test_a_build_that_dies_half_way_leaves_the_last_good_one(copy_of_datasets: Path) -> None:
    good = copy_of_datasets / "dist" / "site" / "index.html"
    good.parent.mkdir(parents=True)
    good.write_text("the last good build")
    (copy_of_datasets / "site" / "theme" / "templates" / "plan.html").write_text("{% broken")
    result = zoneledger("build", "--root", str(copy_of_datasets))
    assert result.returncode != 0
    assert list(digests(good.parent)) == ["index.html"]
    assert beside(copy_of_datasets / "dist") <= {"site", "cache"}
    assert good.read_text() == "the last good build"


def test_a_broken_hand_written_page_is_named(copy_of_datasets: Path) -> None:
    page = copy_of_datasets / "site" / "pages" / "zh" / "about.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n[nowhere](nowhere.md)\n", encoding="utf-8")
    result = CliRunner().invoke(main, ["build", "--root", str(copy_of_datasets), "--lang", "en"])
    assert result.exit_code == 1, result.output
    assert "about.md" in result.output
    assert "nowhere.md" in result.output


def test_a_command_seldom_looks_for_circles_among_its_objects() -> None:
    before = gc.get_threshold()
    try:
        CliRunner().invoke(main, ["explain"])
        assert gc.get_threshold()[0] >= 20_000
    finally:
        gc.set_threshold(*before)


def test_help_names_every_command_in_both_languages() -> None:
    text = CliRunner().invoke(main, ["--help"]).output
    for command in ("check", "audit", "build", "serve"):
        assert f"zoneledger {command}" in text
        own = CliRunner().invoke(main, [command, "--help"])
        assert own.exit_code == 0
        assert any("\u4e00" <= char <= "\u9fff" for char in own.output)
        assert "--root" in own.output
    assert "Exit codes: 0" in text
