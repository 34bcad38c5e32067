"""A folder of the data, read at once: the bytes of its ordinary files, and the names of whatever else is there."""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from hashlib import blake2b
from pathlib import Path

from zoneledger.catalogue.decoding import MAX_BYTES

#: By name, in order: the bytes; None of what is a link, a folder, a pipe, too large, or cannot be opened.
Contents = Mapping[str, bytes | None]

_DIGEST = 16
_FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def contents(folder: Path) -> Contents:
    """Reads every file of a folder.

    ``decoding.refusal`` says the same of a file by name, and why; it follows each path from the root, which costs more
    than reading it. Here the folder itself must be known to lie in the checkout.

    Args:
        folder: no link.
    """
    if not folder.is_dir():
        return {}
    with os.scandir(folder) as entries:
        found = {entry.name: _bytes(entry) for entry in entries}
    return dict(sorted(found.items()))


def digests(found: Contents) -> dict[str, str]:
    """A name for what is read of each file of a folder.

    Args:
        found: as ``contents`` gives it; what is hidden there, or could not be read, does not count.
    """
    return {
        name: blake2b(data, digest_size=_DIGEST).hexdigest()
        for name, data in found.items()
        if data is not None and not name.startswith(".")
    }


def digest(files: Mapping[str, str]) -> str:
    """A name for what is read of a folder: its files' names and bytes.

    Args:
        files: as ``digests`` gives them.
    """
    named = blake2b(digest_size=_DIGEST)
    for name, data in files.items():
        for piece in (os.fsencode(name), data.encode()):
            named.update(len(piece).to_bytes(8, "big"))
            named.update(piece)
    return named.hexdigest()


def _bytes(entry: os.DirEntry[str]) -> bytes | None:
    if not entry.is_file(follow_symlinks=False):
        return None
    try:
        opened = os.open(entry.path, _FLAGS)
    except OSError:
        return None
    try:
        found = os.fstat(opened)
        if not stat.S_ISREG(found.st_mode) or found.st_size > MAX_BYTES:
            return None
        pieces = []
        while piece := os.read(opened, found.st_size + 1):
            pieces.append(piece)
        return b"".join(pieces)
    except OSError:
        return None
    finally:
        os.close(opened)
