"""Writes output aside and swaps it in whole: a failed or killed build leaves the last good one as it was."""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_PREFIX = ".staging-"


@contextmanager
def staged(out: Path) -> Iterator[Path]:
    """Gives an empty folder beside the output; on success its entries replace those of the same name in ``out``.

    Two builds into one folder wait for each other.

    Args:
        out: the folder of all output; made where it is missing.
    """
    out.mkdir(parents=True, exist_ok=True)
    lock = os.open(out, os.O_RDONLY)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        for leftover in out.glob(f"{_PREFIX}*"):
            shutil.rmtree(leftover)
        folder = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=out))
        try:
            yield folder
            _swap(folder, out)
        finally:
            shutil.rmtree(folder)
    finally:
        os.close(lock)


def _swap(folder: Path, out: Path) -> None:
    """Two renames an entry: the old one steps aside into the staging folder, which is removed afterwards."""
    for entry in sorted(folder.iterdir()):
        target = out / entry.name
        if target.exists():
            target.rename(folder / f"{entry.name}.old")
        entry.rename(target)
