"""Writes every package below ``/data/``: the whole and each plan, in every format it is offered in."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from zoneledger.catalogue import Catalogue
from zoneledger.packages import descriptions
from zoneledger.packages.outputs import Download, Output, outputs
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
    described = []
    for package in packages(catalogue):
        written = list(outputs(package))
        own = list(_written(written, data))
        downloads += own
        described.append(descriptions.summary(package, own))
        if package.plan_id is None:
            whole, files = package, {Path(each.path).name: each.content for each in written if each.path[:4] == "all/"}
        progress(package.folder)
    beside = list(_written(descriptions.outputs(whole, files, described), data))
    # Files of the whole stand before those of the plans.
    first_plan = next((at for at, each in enumerate(downloads) if each.plan_id is not None), len(downloads))
    return downloads[:first_plan] + beside + downloads[first_plan:]


def _written(outputs: Iterable[Output], data: Path) -> Iterator[Download]:
    """Writes files, and yields those that are downloads of their own."""
    for output in outputs:
        path = data / output.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(output.content)
        if output.download is not None:
            yield output.download
