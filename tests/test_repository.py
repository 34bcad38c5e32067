"""The repository itself: what is in it, what is kept out of it, how large its parts are, and what its locks pin."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

GENERATED = re.compile(r"(^|/)(dist|\.venv|__pycache__|\.\w+_cache|\.hypothesis|[^/]+\.egg-info)/|\.(pyc|stamp)$")
#: A path of one machine. The same words further inside an address are none.
MACHINE_PATH = re.compile(r"(?<![\w.-])/(?:work|root|home|Users|tmp/zl)/")
CODE = {".py", ".js", ".css", ".sh", ".html"}
VAGUE_NAMES = {"utils", "util", "helpers", "helper", "base", "common", "misc"}
LOCKS = ("requirements.lock", "requirements-dev.lock")
COMMANDS = ("scripts/build", "scripts/test", "scripts/lock", ".ci/run")

PLACES = (
    "datasets/reference",
    "datasets/plans",
    "schemas",
    "build/zoneledger/__init__.py",
    "site/pages/zh/index.md",
    "site/pages/en/index.md",
    "site/theme",
    "mkdocs.yml",
    "pyproject.toml",
    "README.md",
    "LICENSE",
    "LICENSE-DATA",
    *LOCKS,
    *COMMANDS,
)


def git(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run git whoever owns the checkout."""
    command = ["git", "-c", "safe.directory=*", "-c", "core.quotePath=false", *arguments]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.fixture(scope="module")
def files(root: Path) -> list[str]:
    """Every path that git holds or would take in."""
    listed = git(root, "ls-files", "--cached", "--others", "--exclude-standard")
    assert listed.returncode == 0, listed.stderr
    return [name for name in listed.stdout.splitlines() if (root / name).is_file()]


@pytest.fixture(scope="module")
def modules(root: Path, files: list[str]) -> list[Path]:
    found = [root / name for name in files if Path(name).suffix in CODE or name.startswith("scripts/")]
    assert len(found) > 10
    return found


def pins(lock: str) -> dict[str, str]:
    """Package → version, as a lock file states them."""
    return dict(re.findall(r"^([\w.-]+)==(\S+)", lock, re.MULTILINE))


@pytest.mark.parametrize("place", PLACES)
def test_house_layout(root: Path, place: str) -> None:
    assert (root / place).exists()


def test_build_is_a_source_root_and_no_package(root: Path) -> None:
    assert [path.name for path in (root / "build").iterdir() if path.name != "__pycache__"] == ["zoneledger"]


def test_nothing_generated_is_kept(files: list[str]) -> None:
    assert [name for name in files if GENERATED.search(name)] == []


@pytest.mark.parametrize("path", ["dist/site/index.html", ".venv/bin/python", "build/zoneledger/__pycache__/x.pyc"])
def test_output_is_ignored(root: Path, path: str) -> None:
    assert git(root, "check-ignore", "--quiet", "--no-index", path).returncode == 0


@pytest.mark.parametrize("path", ["build/zoneledger/new.py", "site/pages/zh/new.md", "datasets/plans/new/plan.yml"])
def test_sources_survive_a_personal_ignore_file(root: Path, tmp_path: Path, path: str) -> None:
    personal = tmp_path / "ignore"
    personal.write_text("build/\nsite/\n")
    ignored = git(root, "-c", f"core.excludesFile={personal}", "check-ignore", "--quiet", "--no-index", path)
    assert ignored.returncode == 1


def test_tables_keep_their_line_ends(root: Path) -> None:
    stated = git(root, "check-attr", "text", "eol", "--", "datasets/plans/new/targets.csv").stdout
    assert "text: set" in stated
    assert "eol: lf" in stated
    assert "*.csv text eol=lf" in (root / ".gitattributes").read_text().splitlines()


def test_pictures_are_left_alone(root: Path) -> None:
    assert "text: unset" in git(root, "check-attr", "text", "--", "site/theme/new.png").stdout


def test_modules_are_short(root: Path, modules: list[Path]) -> None:
    lengths = {str(path.relative_to(root)): len(path.read_text("utf-8").splitlines()) for path in modules}
    assert {name: length for name, length in lengths.items() if length > 300} == {}


def test_functions_are_short(root: Path, modules: list[Path]) -> None:
    long = [
        f"{path.relative_to(root)}:{node.lineno} {node.name}"
        for path in modules
        if path.suffix == ".py"
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and (node.end_lineno or 0) - node.lineno >= 50
    ]
    assert long == []


def test_modules_are_named_for_what_they_hold(root: Path, modules: list[Path]) -> None:
    # Material prescribes the names of the partials that a theme overrides.
    own = [path.relative_to(root) for path in modules if path.suffix != ".html"]
    assert [str(path) for path in own if VAGUE_NAMES & {part.split(".")[0] for part in path.parts}] == []


def test_no_path_of_one_machine(root: Path, files: list[str]) -> None:
    found = []
    for name in files:
        if name == "tests/test_repository.py":
            continue
        text = (root / name).read_bytes().decode("utf-8", errors="replace")
        found += [f"{name}: {match[0]}" for match in MACHINE_PATH.finditer(text)]
    assert found == []


@pytest.mark.parametrize("command", COMMANDS)
def test_commands_are_executable_bash(root: Path, files: list[str], command: str) -> None:
    assert command in files
    assert os.access(root / command, os.X_OK)
    assert (root / command).read_text("utf-8").startswith("#!/usr/bin/env bash\n")


def test_ci_runs_what_everybody_runs(root: Path) -> None:
    assert "/scripts/test" in (root / ".ci" / "run").read_text()


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_has_hashes_and_names_no_registry(root: Path, lock: str) -> None:
    text = (root / lock).read_text("utf-8")
    blocks = re.split(r"^(?=[\w.-]+==)", text, flags=re.MULTILINE)[1:]
    assert len(blocks) > 40
    assert [block.splitlines()[0] for block in blocks if "--hash=sha256:" not in block] == []
    options = [line for line in text.splitlines() if line.lstrip("# ").startswith("--") and "--hash=" not in line]
    assert options == []
    assert re.findall(r"\w+://|file:/| @ |trusted-host|find-links|index-url", text) == []


def test_test_lock_is_a_superset(root: Path) -> None:
    run, test = (pins((root / lock).read_text("utf-8")) for lock in LOCKS)
    assert len(run) > 40
    assert run.items() <= test.items()


def test_locks_answer_the_project_file(root: Path) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))
    needs = {
        "requirements.lock": project["project"]["dependencies"] + project["build-system"]["requires"],
        "requirements-dev.lock": project["project"]["optional-dependencies"]["dev"],
    }
    for lock, texts in needs.items():
        pinned = {canonicalize_name(name): version for name, version in pins((root / lock).read_text("utf-8")).items()}
        for need in map(Requirement, texts):
            version = pinned.get(canonicalize_name(need.name))
            assert version is not None and need.specifier.contains(version, prereleases=True), f"{lock}: {need}"


def test_licences(root: Path) -> None:
    assert (
        (root / "LICENSE").read_text("utf-8").startswith("MIT License\n\nCopyright (c) 2026 ZoneLedger contributors\n")
    )
    data = (root / "LICENSE-DATA").read_text("utf-8")
    assert "https://creativecommons.org/licenses/by/4.0/legalcode" in data
    assert "Creative Commons Attribution 4.0 International Public License" in data


def test_readme_leads_only_to_what_is_there(root: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)", (root / "README.md").read_text("utf-8"))
    assert links
    assert [link for link in links if "://" not in link and not (root / link).exists()] == []


def test_no_two_test_modules_share_a_name(files: list[str]) -> None:
    """Test folders are no packages: pytest would refuse to collect the second one."""
    names = [Path(name).name for name in files if name.startswith("tests/") and Path(name).name.startswith("test_")]
    assert sorted({name for name in names if names.count(name) > 1}) == []
