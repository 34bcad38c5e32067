"""The scripts as the workflows run them: in a checkout of their own, with the environment of these tests."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import archives
import pytest
from fake_host import FORK, REPOSITORY, TOKEN

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def checkout(root: Path, tmp_path: Path) -> Path:
    """The repository's scripts and small files; its environment is the one that runs the tests, filled already."""
    folder = tmp_path / "checkout"
    shutil.copytree(root / "scripts", folder / "scripts")
    shutil.copy2(root / "mkdocs.yml", folder)
    with (folder / "scripts" / "environment.sh").open("a", encoding="utf-8") as file:
        file.write(f"\nensure_environment() {{ :; }}\nvenv={sys.prefix}\n")
    return folder


@pytest.fixture
def event(tmp_path: Path) -> dict[str, Any]:
    """The event of a finished check of a pull request from a fork."""
    run = {
        "id": 5,
        "path": ".github/workflows/check.yml",
        "event": "pull_request",
        "head_sha": archives.SHA,
        "head_branch": "a&b=c/中文",
        "head_repository": {"full_name": FORK},
        "conclusion": "failure",
    }
    return {"workflow_run": run}


@pytest.fixture
def script(checkout: Path, tmp_path: Path, event: dict[str, Any]) -> Run:
    """Runs a script as a step does: ``script("comment", "fetch", folder, host=host)``; without a host, without a token."""

    def run(name: str, *arguments: object, host: Any = None, **more: str) -> subprocess.CompletedProcess[str]:
        (tmp_path / "event.json").write_text(json.dumps(event), "utf-8")
        environment = {name: value for name, value in os.environ.items() if not name.startswith(("GITHUB_", "ZONE"))}
        environment |= {"GITHUB_EVENT_PATH": str(tmp_path / "event.json"), "GITHUB_REPOSITORY": REPOSITORY}
        environment["GITHUB_SERVER_URL"] = "https://host.example"
        if host is not None:
            environment |= {"GITHUB_API_URL": host.address, "GITHUB_TOKEN": TOKEN}
        return subprocess.run(
            [str(checkout / "scripts" / name), *map(str, arguments)],
            cwd=tmp_path,
            env=environment | more,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )

    return run
