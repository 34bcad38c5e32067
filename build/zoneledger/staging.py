"""Writes output aside and swaps it in whole: a failed or killed build leaves the last good one as it was."""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from zoneledger.problems import Text

_PREFIX = ".staging-"


class OutputError(Exception):
    """The output folder cannot be written to.

    Args:
        message: why.
    """

    def __init__(self, message: Text) -> None:
        super().__init__(message.en)
        self.message = message


def require_folder(out: Path) -> None:
    """Refuses a place that output must not be written to.

    Args:
        out: the folder of all output, which need not exist.

    Raises:
        OutputError: it is a file, or a link: a checkout that brings such a link could have any folder overwritten.
    """
    if out.is_symlink() or (out.exists() and not out.is_dir()):
        raise OutputError(Text(f"{out} 应是文件夹，不能是链接或文件。", f"{out} must be a folder, no link and no file."))


@contextmanager
def staged(out: Path) -> Iterator[Path]:
    """Gives an empty folder beside the output; on success its entries replace those of the same name in ``out``.

    Two builds into one folder wait for each other.

    Args:
        out: the folder of all output; made where it is missing.

    Raises:
        OutputError: see ``require_folder``.
    """
    require_folder(out)
    out.mkdir(parents=True, exist_ok=True)
    lock = os.open(out, os.O_RDONLY)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        for leftover in out.glob(f"{_PREFIX}*"):
            _remove(leftover)
        folder = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=out))
        try:
            yield folder
            _swap(folder, out)
        finally:
            shutil.rmtree(folder)
    finally:
        os.close(lock)


def _remove(leftover: Path) -> None:
    if leftover.is_dir() and not leftover.is_symlink():
        shutil.rmtree(leftover)
    else:
        leftover.unlink()


def _swap(folder: Path, out: Path) -> None:
    """Two renames an entry: the old one steps aside into the staging folder, which is removed afterwards."""
    for entry in sorted(folder.iterdir()):
        target = out / entry.name
        if os.path.lexists(target):
            target.rename(folder / f"{entry.name}.old")
        entry.rename(target)
