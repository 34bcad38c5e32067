"""Versions by name: revisions read from git's store, folders, and names that are neither."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from zoneledger.diff import VersionError, read_folder, read_version

TARGETS = "datasets/plans/anshi-2021/targets.csv"


def git(folder: Path, *arguments: str) -> str:
    identity = ["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"]
    command = ["git", "-C", str(folder), *identity, *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


@pytest.fixture
def checkout(small_root: Path, tmp_path: Path) -> Path:
    """A repository with the small dataset in a commit tagged v1, and edited files not committed."""
    root = tmp_path / "checkout"
    for name in ("datasets", "schemas"):
        shutil.copytree(small_root / name, root / name)
    # Attributes that change what a checkout or an archive would hold must not change what is compared.
    (root / ".gitattributes").write_text("*.csv export-ignore\n*.yml export-subst text eol=crlf\n", encoding="utf-8")
    git(root, "init", "--quiet", "--initial-branch=main")
    git(root, "-c", "core.autocrlf=false", "add", "--all")
    git(root, "commit", "--quiet", "--message=one")
    git(root, "tag", "v1")
    (root / TARGETS).write_text("edited", encoding="utf-8")
    return root


def test_revision_is_read_as_committed(checkout: Path, small_root: Path) -> None:
    version = read_version("v1", "base", checkout)
    assert version.files == read_folder(small_root, "base", "small").files
    assert version.commit == git(checkout, "rev-parse", "v1")
    assert (checkout / TARGETS).read_text(encoding="utf-8") == "edited"
    assert git(checkout, "status", "--porcelain") == f"M {TARGETS}"


def test_folder_below_the_top_of_a_repository(small_root: Path, tmp_path: Path) -> None:
    inner = tmp_path / "repository" / "数据"
    shutil.copytree(small_root / "datasets", inner / "datasets")
    git(tmp_path / "repository", "init", "--quiet")
    git(tmp_path / "repository", "add", "--all")
    git(tmp_path / "repository", "commit", "--quiet", "--message=one")
    assert read_version("HEAD", "base", inner).files == read_folder(inner, "base", "x").files


@pytest.mark.parametrize("name", ["--output=x", "-x", "", "no-such-branch", "v1:datasets", "a\0b", "v1..HEAD", "; ls"])
def test_other_names_are_refused(checkout: Path, name: str) -> None:
    with pytest.raises(VersionError):
        read_version(name, "base", checkout)
    assert not (checkout / "x").exists()


def test_name_that_is_both_is_not_guessed(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(checkout / "datasets", checkout / "v1" / "datasets")
    monkeypatch.chdir(checkout)
    with pytest.raises(VersionError, match=r"\./v1"):
        read_version("v1", "base", checkout)
    assert read_version("./v1", "base", checkout).commit == ""
    assert read_version("refs/tags/v1", "base", checkout).commit


def test_links_are_said_and_not_followed(checkout: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.csv"
    secret.write_text("secret", encoding="utf-8")
    link = checkout / "datasets" / "reference" / "zones.csv"
    link.unlink()
    link.symlink_to(secret)
    git(checkout, "add", "--all")
    git(checkout, "commit", "--quiet", "--message=link")
    for version in (read_version("HEAD", "head", checkout), read_folder(checkout, "head", ".")):
        assert "datasets/reference/zones.csv" not in version.files
        assert [(trouble.file, trouble.code) for trouble in version.problems] == [
            ("datasets/reference/zones.csv", "file-link")
        ]


def test_without_git_a_folder_still_works(checkout: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert read_version(str(checkout), "base", checkout).files
    with pytest.raises(VersionError):
        read_version("v1", "base", checkout)
