"""Runs beside a pull request's own code: checks, compares, and leaves the results as files. Needs no token."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from zoneledger.github.event import read_event

OK, PROBLEMS, FAILED = 0, 1, 2


def leave(root: Path, base: str, out: Path, environment: Mapping[str, str] = os.environ) -> int:
    """Writes problems.json, diff.json and, in a pull request, pull-request.json; prints the host's annotations.

    Args:
        root: the checkout's top folder.
        base: the revision to compare with.
        out: written to; made where it is missing.
        environment: names the event's file and, where the host wants one, the summary's.

    Returns:
        0 where the data are sound, 1 where the check found errors, 2 where a command could not do its work.

    Raises:
        EventError: the event's file cannot be read.
    """
    out.mkdir(parents=True, exist_ok=True)
    claim = _claim(read_event(environment))
    if claim:
        (out / "pull-request.json").write_text(json.dumps(claim), encoding="utf-8")
    codes = [
        _keep(["check", "--root", str(root), "--format", "json"], out / "problems.json"),
        _keep(["diff", base, "--root", str(root), "--format", "json"], out / "diff.json"),
        _tell(["check", "--root", str(root), "--format", "github"]),
    ]
    summary = environment.get("GITHUB_STEP_SUMMARY", "")
    if summary:
        with Path(summary).open("ab") as file:
            file.write(_run(["check", "--root", str(root), "--format", "markdown"]).stdout)
    if any(code not in (OK, PROBLEMS) for code in codes):
        return FAILED
    return codes[0]


def _claim(event: dict[str, Any]) -> dict[str, Any]:
    pull = event.get("pull_request")
    return {"version": 1, "number": pull["number"], "sha": pull["head"]["sha"]} if isinstance(pull, dict) else {}


def _run(arguments: list[str]) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, "-m", "zoneledger", *arguments], stdout=subprocess.PIPE, check=False)


def _keep(arguments: list[str], file: Path) -> int:
    ran = _run(arguments)
    if ran.returncode in (OK, PROBLEMS):
        file.write_bytes(ran.stdout)
    return ran.returncode


def _tell(arguments: list[str]) -> int:
    ran = _run(arguments)
    sys.stdout.buffer.write(ran.stdout)
    sys.stdout.flush()
    return ran.returncode
