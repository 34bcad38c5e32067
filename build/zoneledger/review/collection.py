"""Fetches what a finished run left behind, and lays it down beside what the host says about that run."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from zoneledger.github.api import Api, ApiError
from zoneledger.github.event import CheckedRun
from zoneledger.problems import Text
from zoneledger.review import artifact, pull_request

RESULTS, PREVIEW = "review", "preview"
ARCHIVE, FACTS = "review.zip", "run.json"

_ODD = Text("接口列出的产物无法读懂。", "The interface lists artifacts in a form that is not understood.")


@dataclass(frozen=True)
class Facts:
    """What is known of a run without opening anything it left behind.

    Args:
        candidates: the pull requests it can have been about, by the host's word.
        sha: the commit that was checked.
        commit: that commit's address on the host.
        run: the address of the run's record.
        preview: the address of the archive with the previewed site; empty where there is none.
        too_large: whether the archive of results exceeds its limit, and so was not fetched.
    """

    candidates: tuple[int, ...]
    sha: str
    commit: str
    run: str
    preview: str
    too_large: bool

    @classmethod
    def load(cls, folder: Path) -> Facts:
        """Reads what ``fetch`` laid down."""
        content = json.loads((folder / FACTS).read_text(encoding="utf-8"))
        return cls(**content | {"candidates": tuple(content["candidates"])})


def fetch(api: Api, run: CheckedRun, folder: Path, environment: Mapping[str, str] = os.environ) -> bool:
    """Lays down the facts of a run and its archive of results.

    Args:
        api: the host.
        run: the run, from the event.
        folder: written to; made where it is missing.
        environment: names the host (``GITHUB_SERVER_URL``).

    Returns:
        Whether there is a pull request to comment on; where not, nothing is laid down.

    Raises:
        ApiError: the host did not say, or did not hand the archive over.
    """
    found = pull_request.candidates(api, run)
    if not found:
        return False
    folder.mkdir(parents=True, exist_ok=True)
    listed = _newest(api, run)
    results, size = listed.get(RESULTS, (0, 0))
    preview, _ = listed.get(PREVIEW, (0, 0))
    if results and size <= artifact.MAX_ARCHIVE:
        archive = api.download(f"actions/artifacts/{results}/zip", artifact.MAX_ARCHIVE)
        (folder / ARCHIVE).write_bytes(archive)
    server = environment.get("GITHUB_SERVER_URL", "https://github.com").rstrip("/")
    record = f"{server}/{api.repository}/actions/runs/{run.run_id}"
    facts = Facts(
        candidates=tuple(found),
        sha=run.head_sha,
        commit=f"{server}/{run.head_repository}/blob/{run.head_sha}",
        run=record,
        preview=f"{record}/artifacts/{preview}" if preview else "",
        too_large=size > artifact.MAX_ARCHIVE,
    )
    (folder / FACTS).write_text(json.dumps(asdict(facts)), encoding="utf-8")
    return True


def _newest(api: Api, run: CheckedRun) -> dict[str, tuple[int, int]]:
    """Number and bytes of the run's archives by name; of those that repeated attempts left under one name, the last."""
    answered = api.get(f"actions/runs/{run.run_id}/artifacts?per_page=100")
    try:
        usable = [each for each in answered["artifacts"] if not each["expired"]]
        ordered = sorted(usable, key=lambda each: int(each["id"]))
        return {str(each["name"]): (int(each["id"]), int(each["size_in_bytes"])) for each in ordered}
    except (KeyError, TypeError, ValueError) as error:
        raise ApiError(_ODD) from error
