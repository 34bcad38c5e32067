"""What the check leaves behind is what the report reads; the audit says aloud when it cannot prove anything."""

from __future__ import annotations

import csv
import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import archives
import pytest

from zoneledger.review import artifact, comment, shapes
from zoneledger.review.addresses import Addresses

Run = Callable[..., subprocess.CompletedProcess[str]]
INDICATORS = "datasets/reference/indicators.csv"


def git(folder: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=t", "-c", "user.email=t@t.example", "-c", "commit.gpgsign=false")
    clean = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    subprocess.run(["git", *identity, *arguments], cwd=folder, env=clean, check=True, capture_output=True)


@pytest.fixture
def repository(small_root: Path, tmp_path: Path) -> Path:
    """A repository of a small dataset, one commit old."""
    folder = tmp_path / "repository"
    shutil.copytree(small_root, folder)
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "first")
    return folder


def edit(repository: Path, old: str, new: str) -> None:
    """Replaces the first occurrence in any table, and commits."""
    for file in sorted((repository / "datasets").rglob("*.csv")):
        text = file.read_text("utf-8")
        if old in text:
            file.write_text(text.replace(old, new, 1), "utf-8")
            git(repository, "commit", "--all", "--quiet", "--message", "edit")
            return
    pytest.fail(f"no table holds {old}")


def leave(script: Run, repository: Path, tmp_path: Path, **more: str) -> tuple[int, str, Path]:
    out = tmp_path / "left"
    ran = script("review", "HEAD^1", "--out", out, "--root", repository, **more)
    assert "Traceback" not in ran.stderr, ran.stderr
    return ran.returncode, ran.stdout, out


def read(out: Path) -> artifact.Results:
    return artifact.read(archives.zipped({path.name: path.read_bytes() for path in out.iterdir()}))


def test_a_sound_change(script: Run, repository: Path, tmp_path: Path, event: dict[str, object]) -> None:
    event["pull_request"] = {"number": 7, "head": {"sha": archives.SHA}, "title": "$(touch x)"}
    line = (repository / INDICATORS).read_text("utf-8").splitlines()[1]
    named = line.split(",")[1]
    edit(repository, named, f"{named}改")
    code, out, left = leave(script, repository, tmp_path, GITHUB_STEP_SUMMARY=str(tmp_path / "summary"))
    assert code == 0 and "::error" not in out
    found = read(left)
    assert found.faults == {}
    assert found.files["problems.json"]["errors"] == 0
    assert found.files["diff.json"]["summary"]["cells"] >= 1
    assert (found.claimed_number, found.files["pull-request.json"]["sha"]) == (7, archives.SHA)
    assert (tmp_path / "summary").read_text("utf-8").strip()
    text = comment.compose(found, Addresses("https://a.example/", "https://b.example", "", ""), archives.SHA)
    assert "数据检查通过" in text and f"`{named}改`" in text


def test_a_broken_change(script: Run, repository: Path, tmp_path: Path) -> None:
    header = (repository / INDICATORS).read_text("utf-8").splitlines()[0]
    edit(repository, header, header.replace("id,", "idd,", 1))
    code, out, left = leave(script, repository, tmp_path)
    assert code == 1 and "::error " in out
    found = read(left)
    assert set(found.faults) == {"pull-request.json"}
    text = comment.compose(found, Addresses("https://a.example/", "https://b.example", "", ""), archives.SHA)
    problem = found.files["problems.json"]["problems"][0]
    assert f"https://a.example/rules/{problem['code']}/" in text


def test_a_base_that_is_not_there(script: Run, repository: Path, tmp_path: Path) -> None:
    code, _, left = leave(script, repository, tmp_path)
    assert code == 2
    assert sorted(path.name for path in left.iterdir()) == ["problems.json"]


def test_the_longest_cell_has_room(root: Path) -> None:
    files = sorted((root / "datasets").rglob("*.csv"))
    cells = [cell for file in files for row in csv.reader(file.open(encoding="utf-8")) for cell in row]
    assert 100 < max(map(len, cells)) < shapes.MAX_TEXT / 10


def test_without_texts_the_audit_says_so_and_passes(script: Run, tmp_path: Path) -> None:
    for sources in ("", str(tmp_path / "nowhere")):
        ran = script("audit", ZONELEDGER_SOURCES=sources, GITHUB_ACTIONS="true")
        assert ran.returncode == 0
        assert "出处未核对" in ran.stderr and "NO anchor was proved" in ran.stderr
        assert ran.stdout.startswith("::warning title=audit::")
    assert script("audit").stdout == ""


def test_with_texts_the_audit_runs(script: Run, root: Path, tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "manifest.csv").write_text("")
    plan = json.dumps("no such plan")
    ran = script("audit", "--root", root, "--plan", plan, ZONELEDGER_SOURCES=str(tmp_path / "sources"))
    assert ran.returncode == 2 and "--plan" in ran.stderr
