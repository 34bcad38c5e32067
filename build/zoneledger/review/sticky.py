"""One comment on a pull request, and always the same one: written anew by every run."""

from __future__ import annotations

from typing import Any

from zoneledger.github.api import Api

#: Who the workflows write as. Anybody can type the mark; nobody else can write under this name.
AUTHOR = "github-actions[bot]"
_PAGE = 100
_MAX_PAGES = 20


def put(api: Api, number: int, body: str, mark: str) -> None:
    """Changes the workflows' comment that begins with a mark, or writes the first.

    Args:
        api: the host.
        number: the pull request or issue.
        body: the comment, beginning with the mark.
        mark: what tells this comment from the workflows' others.

    Raises:
        ApiError: the host refused.
    """
    found = _find(api, number, mark)
    if found:
        api.send("PATCH", f"issues/comments/{found}", {"body": body})
    else:
        api.send("POST", f"issues/{number}/comments", {"body": body})


def _find(api: Api, number: int, mark: str) -> int:
    for page in range(1, _MAX_PAGES + 1):
        comments = api.get(f"issues/{number}/comments?per_page={_PAGE}&page={page}")
        for comment in comments:
            if is_ours(comment, mark):
                return int(comment["id"])
        if len(comments) < _PAGE:
            break
    return 0


def is_ours(written: dict[str, Any], mark: str) -> bool:
    """Whether a comment or an issue was written by the workflows and begins with a mark."""
    author = (written.get("user") or {}).get("login")
    return author == AUTHOR and str(written.get("body") or "").startswith(mark)
