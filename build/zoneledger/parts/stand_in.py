"""The revision in parts: it is another with every commit, and may not decide what a part is kept under."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import quote

from zoneledger.revision import SHORT, Repository

#: Looks like a commit, so that a page says as much of it; no commit and no cell is this.
STAND_IN = "7a6f6e656c65646765727265766973696f6e3030"
_SHORT = STAND_IN[:SHORT].encode()


def stood_in(repository: Repository) -> Repository:
    """A repository at no revision yet.

    Args:
        repository: as the build found it.
    """
    return replace(repository, revision=STAND_IN)


def stands_in(content: bytes) -> bool:
    """Whether a file would name the revision.

    Args:
        content: the file's.
    """
    return _SHORT in content


def filled(content: bytes, repository: Repository) -> bytes:
    """A file that names the revision of this build.

    Args:
        content: as it was made with ``stood_in``.
        repository: as the build found it.
    """
    whole = content.replace(STAND_IN.encode(), quote(repository.revision).encode())
    return whole.replace(_SHORT, repository.short.encode())
