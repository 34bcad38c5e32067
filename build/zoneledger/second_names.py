"""Files under a second name instead of a copy: whoever takes them makes sure by size and time that nobody touched them."""

from __future__ import annotations

import os
from pathlib import Path

#: A file's size in bytes, and the time of its last change in nanoseconds.
Stamp = tuple[int, int]


def stamp(file: str | Path) -> Stamp:
    """Size and time of a file; of a link its own, so that nothing is taken from where one leads.

    Args:
        file: may be a text: of fifty thousand files, path objects would cost more than the asking.

    Raises:
        OSError: it is not there.
    """
    status = os.lstat(file)
    return status.st_size, status.st_mtime_ns


def linked(file: str | Path, target: str | Path) -> bool:
    """Gives a file a second name; False where that cannot be: it is gone, or the disk is another or knows no such names.

    Args:
        file: as it is called.
        target: the second name, which nothing has yet.
    """
    try:
        os.link(file, target)
    except OSError:
        return False
    return True
