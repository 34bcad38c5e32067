"""Nothing is written, changed or removed outside the output folder."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path

#: Larger files are compared by size and time alone.
_HASHED = 1_000_000


def picture(folder: Path) -> dict[str, str]:
    """What is in a folder, links not followed: kind, content and target by path."""
    return {os.fsencode(path.relative_to(folder)).hex(): _state(path) for path in _below(folder)}


def _below(folder: Path) -> Iterator[Path]:
    for entry in os.scandir(folder):
        path = Path(entry.path)
        yield path
        if entry.is_dir(follow_symlinks=False):
            yield from _below(path)


def _state(path: Path) -> str:
    found = path.lstat()
    if stat.S_ISLNK(found.st_mode):
        return f"link to {os.fsencode(path.readlink())!r}"
    if not stat.S_ISREG(found.st_mode):
        return stat.filemode(found.st_mode)
    if found.st_size > _HASHED:
        return f"{found.st_size} {found.st_mtime_ns}"
    return hashlib.sha256(path.read_bytes()).hexdigest()


def complaints(before: dict[str, str], after: dict[str, str], out: str) -> Iterator[str]:
    """What changed outside the output folder.

    Args:
        before, after: pictures of a folder that holds the checkout and more.
        out: the output folder from there; empty where nothing may change.
    """
    allowed = out.encode().hex()
    for name in sorted(before.keys() | after.keys()):
        if before.get(name) == after.get(name):
            continue
        inside = allowed and (name == allowed or name.startswith(allowed + b"/".hex()))
        if not inside:
            yield f"changed outside its output: {bytes.fromhex(name).decode('utf-8', 'surrogateescape')!a}"
