"""Writes every package below ``/data/``: the whole and each plan, in every format it is offered in."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from zoneledger.catalogue import Catalogue
from zoneledger.packages.outputs import Download, outputs
from zoneledger.packages.package import packages

__all__ = ["FOLDERS", "Download", "write"]

Progress = Callable[[str], None]

#: Folders that hold nothing but packages.
FOLDERS = ("all", "plans", "tables")


def write(catalogue: Catalogue, data: Path, progress: Progress = lambda _: None) -> list[Download]:
    """Writes all packages, in place of those written before.

    Args:
        catalogue: checked datasets.
        data: the folder served as ``/data/``; only ``FOLDERS`` below it, and the whole's archives and files, are touched.
        progress: told the folder of each package once it is written.

    Returns:
        What can be downloaded: the whole first, then plan by plan; within each by format, the archive leading.

    Raises:
        ValueError: a plan's id cannot name a folder.
    """
    for name in FOLDERS:
        shutil.rmtree(data / name, ignore_errors=True)
    downloads: list[Download] = []
    for package in packages(catalogue):
        for output in outputs(package):
            path = data / output.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(output.content)
            if output.download is not None:
                downloads.append(output.download)
        progress(package.folder)
    return downloads
