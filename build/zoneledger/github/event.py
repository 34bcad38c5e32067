"""The event that started a run, as the host wrote it down: who asked for what. Names and branches in it are anybody's."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from zoneledger.problems import Text

CHECK_WORKFLOW = ".github/workflows/check.yml"
_SHA = re.compile(r"[0-9a-f]{40}")
_REPOSITORY = re.compile(r"[\w.-]{1,100}/[\w.-]{1,100}", re.ASCII)


class EventError(Exception):
    """The event is not one this command answers.

    Args:
        text: the reason in both languages; holds nothing from the event.
    """

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


@dataclass(frozen=True)
class CheckedRun:
    """A finished run of the check on a pull request.

    Args:
        run_id: the run's number.
        head_sha: the commit that was checked, 40 hexadecimal digits.
        head_repository: where that commit stands, ``owner/name``; a fork as a rule.
        head_branch: its branch there; any text.
        conclusion: ``success``, ``failure``, ``cancelled`` …
    """

    run_id: int
    head_sha: str
    head_repository: str
    head_branch: str
    conclusion: str

    @property
    def owner(self) -> str:
        """Who owns the repository with the commit."""
        return self.head_repository.partition("/")[0]


def read_event(environment: Mapping[str, str] = os.environ) -> dict[str, Any]:
    """The event, from the file that ``GITHUB_EVENT_PATH`` names; empty where there is none (outside a workflow).

    Raises:
        EventError: the file cannot be read.
    """
    named = environment.get("GITHUB_EVENT_PATH", "")
    if not named:
        return {}
    try:
        event = json.loads(Path(named).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise EventError(Text("事件文件无法读取。", "The event's file cannot be read.")) from error
    return event if isinstance(event, dict) else {}


def checked_run(event: dict[str, Any]) -> CheckedRun:
    """The run of check.yml that an event of kind ``workflow_run`` tells of.

    Raises:
        EventError: it tells of another workflow or another trigger, or its repository is gone.
    """
    run = event.get("workflow_run")
    # The path may have a branch behind it, as in check.yml@main.
    path = str(run.get("path")).partition("@")[0] if isinstance(run, dict) else ""
    if not isinstance(run, dict) or path != CHECK_WORKFLOW or run.get("event") != "pull_request":
        text = Text("不是拉取请求的检查，不留言。", "This was no check of a pull request; no comment is left.")
        raise EventError(text)
    head = run.get("head_repository")
    repository = str(head.get("full_name")) if isinstance(head, dict) else ""
    sha, run_id, branch = run.get("head_sha"), run.get("id"), run.get("head_branch")
    sound = isinstance(run_id, int) and isinstance(sha, str) and isinstance(branch, str) and _SHA.fullmatch(sha)
    if not sound or not _REPOSITORY.fullmatch(repository):
        raise EventError(Text("事件里没有提交或仓库。", "The event names no commit or no repository."))
    return CheckedRun(int(str(run_id)), str(sha), repository, str(branch), str(run.get("conclusion")))
