"""Writes every package below ``/data/``: each plan by itself, then the whole from their parts."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from zoneledger.catalogue import Catalogue
from zoneledger.packages.closure import Closure
from zoneledger.packages.computed import published_records
from zoneledger.packages.download import Download, Output
from zoneledger.packages.package import site_address
from zoneledger.packages.plans import every_format, plan_files, shared_part
from zoneledger.packages.whole import gather
from zoneledger.scale import Scale

__all__ = ["FOLDERS", "Download", "write", "write_outputs"]

Progress = Callable[[str], None]

#: Folders that hold nothing but packages.
FOLDERS = ("all", "plans", "tables")


def write(
    catalogue: Catalogue, data: Path, progress: Progress = lambda _: None, cache: Path | None = None
) -> list[Download]:
    """Writes all packages, in place of those written before.

    Args:
        catalogue: checked datasets.
        data: the folder served as ``/data/``; only ``FOLDERS`` below it, and the whole's archives and files, are touched.
        progress: told the folder of each package once it is written.
        cache: a folder that keeps what takes long, from build to build; see ``made``.

    Returns:
        What can be downloaded: the whole first, then plan by plan; within each by format, the archive leading.

    Raises:
        ValueError: a plan's id cannot name a folder.
    """
    for name in FOLDERS:
        shutil.rmtree(data / name, ignore_errors=True)
    homepage = site_address(catalogue.layout)
    downloads = gather(catalogue, _parts(catalogue, data, homepage, progress), data, homepage, cache)
    progress("all")
    return downloads


def _parts(catalogue: Catalogue, data: Path, homepage: str, progress: Progress) -> Iterator[bytes]:
    """Writes each plan's packages, and gives its part of the whole."""
    yield shared_part(catalogue)
    closure = Closure(catalogue, published_records(catalogue))
    every = every_format(len(catalogue.plan_files), Scale.of(catalogue.layout))
    for plan_id in sorted(catalogue.plan_files):
        files = plan_files(catalogue, plan_id, homepage, every, closure)
        write_outputs(files.outputs, data)
        progress(f"plans/{plan_id}")
        yield files.part


def write_outputs(outputs: Iterable[Output], data: Path) -> None:
    """Writes files below the folder served as ``/data/``."""
    for output in outputs:
        path = data / output.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(output.content)
