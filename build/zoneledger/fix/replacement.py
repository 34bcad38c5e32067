"""Writes a file aside and swaps it in whole: a reader sees the old file or the new one, never half of it."""

from __future__ import annotations

import os
import stat
import tempfile
from pathlib import Path


def replace_file(path: Path, content: bytes, expected: bytes | None = None) -> None:
    """Replaces a file's content in one step; an existing file keeps its mode.

    Args:
        path: the file; made where it is missing.
        content: what it shall hold.
        expected: what it must still hold, where it was read before.

    Raises:
        OSError: the file is a symbolic link, cannot be written, or was changed by somebody else meanwhile.
    """
    if path.is_symlink():
        raise OSError(f"{path} is a symbolic link")
    mode = stat.S_IMODE(path.stat().st_mode) if path.exists() else 0o644
    # A name with a dot is no data file to any command, should a killed run leave it behind.
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    aside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        aside.chmod(mode)
        if expected is not None and path.read_bytes() != expected:
            raise OSError(f"{path} was changed by another program meanwhile")
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)
