"""Outcomes of plans that did not change, kept between runs: content-keyed, and to be deleted at any time.

A file holds its key and a digest of what follows. One that is cut off, spoilt, or of another key is as good as none, and
a folder that cannot be written to keeps nothing.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

from zoneledger.catalogue.folder import Contents
from zoneledger.check import outcome_json
from zoneledger.check.outcome import Outcome
from zoneledger.layout import Layout

#: Longer files were not written by a check.
_MOST_BYTES = 64 * 1024 * 1024


def folder_of(layout: Layout) -> Path | None:
    """Where a checkout's cache is kept; None where a link on the way there would lead out of the checkout.

    Args:
        layout: the checkout.
    """
    way = (layout.dist, layout.dist / "cache", layout.dist / "cache" / "check")
    return None if any(folder.is_symlink() for folder in way) else way[-1]


def put(path: Path, data: bytes) -> None:
    """Writes a file whole or not at all; a link of that name is replaced, not followed.

    Raises:
        OSError: it cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    opened, aside = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".new")
    try:
        with os.fdopen(opened, "wb") as file:
            file.write(data)
        Path(aside).replace(path)
    except OSError:
        Path(aside).unlink(missing_ok=True)
        raise


class Cache:
    """What is known from earlier runs, and what this one reads.

    Args:
        folder: where it is kept; made where it is missing. None keeps nothing.
        read: takes what stands in the plans' folders; it is let go where None.
    """

    def __init__(self, folder: Path | None, read: dict[Path, Contents] | None = None) -> None:
        self._folder, self.read = folder, read

    def outcome(self, name: str, key: str) -> Outcome | None:
        """What was kept under a name, if it is of this key.

        Args:
            name: whose outcome it is.
            key: what it depends on, as ``state`` digests it.
        """
        kept = self._read(name, key)
        if kept is None:
            return None
        try:
            return outcome_json.read(kept)
        except ValueError:
            return None

    def keep(self, name: str, key: str, outcome: Outcome) -> None:
        """Keeps an outcome in place of what was kept under its name."""
        if self._folder is None:
            return
        body = json.dumps(outcome_json.written(outcome), ensure_ascii=False, separators=(",", ":"))
        data = body.encode("utf-8", "surrogatepass")
        with suppress(OSError):
            put(self._path(self._folder, name), _head(key, data) + data)

    def _read(self, name: str, key: str) -> Any:
        if self._folder is None:
            return None
        try:
            path = self._path(self._folder, name)
            if path.is_symlink() or path.stat().st_size > _MOST_BYTES:
                return None
            head, _, data = path.read_bytes().partition(b"\n")
            return json.loads(data.decode("utf-8", "surrogatepass")) if head + b"\n" == _head(key, data) else None
        except (OSError, ValueError, RecursionError):
            return None

    @staticmethod
    def _path(folder: Path, name: str) -> Path:
        # a plan's folder may have any name, and one that is too long for a file with an ending
        return folder / f"{hashlib.blake2b(name.encode('utf-8', 'surrogateescape'), digest_size=16).hexdigest()}.json"


def _head(key: str, data: bytes) -> bytes:
    return f"zoneledger check 1 {key} {hashlib.blake2b(data, digest_size=16).hexdigest()}\n".encode()
