"""Which pull request a run was about, asked of the host: the archive's own word is only a claim."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from zoneledger.github.api import Api
from zoneledger.github.event import CheckedRun


def candidates(api: Api, run: CheckedRun) -> list[int]:
    """The open pull requests of this repository whose head is, at this moment, the commit that was checked.

    Raises:
        ApiError: the host did not say.
    """
    head = quote(f"{run.owner}:{run.head_branch}", safe="")
    answered = api.get(f"pulls?state=open&per_page=100&head={head}")
    pulls = answered if isinstance(answered, list) else []
    return [int(pull["number"]) for pull in pulls if isinstance(pull, dict) and _is_about(pull, run, api)]


def _is_about(pull: dict[str, Any], run: CheckedRun, api: Api) -> bool:
    head, base = pull.get("head") or {}, pull.get("base") or {}
    return (
        isinstance(pull.get("number"), int)
        and head.get("sha") == run.head_sha
        and (head.get("repo") or {}).get("full_name") == run.head_repository
        and (base.get("repo") or {}).get("full_name") == api.repository
    )


def choose(found: list[int], claimed: int) -> int:
    """The pull request to comment on; 0 where there is none, or no telling which.

    Args:
        found: those the host knows to have this very commit at their head.
        claimed: what the archive says. It decides only among those, as when one branch is offered to two others.
    """
    if claimed in found:
        return claimed
    return found[0] if len(found) == 1 else 0
