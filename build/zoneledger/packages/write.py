"""Writes every package below ``/data/``: a folder and an archive for the whole, and for each plan."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from zoneledger.catalogue import Catalogue
from zoneledger.packages import checksums, citation, csv_format, descriptor, licence, readme, zip_format
from zoneledger.packages.package import Package, packages
from zoneledger.problems import Text

Progress = Callable[[str], None]


@dataclass(frozen=True)
class Download:
    """One file to offer on the downloads page.

    Args:
        path: where it lies below ``/data/``.
        plan_id: the plan it is about; None for the whole dataset.
        kind: ``zip``, ``csv`` or ``descriptor``.
        table: the table it holds; None where it holds all.
        title: what it holds, unescaped.
        bytes: its size.
        rows: how many rows it holds or describes.
        sha256: its checksum, in lower-case hexadecimal.
    """

    path: str
    plan_id: str | None
    kind: str
    table: str | None
    title: Text
    bytes: int
    rows: int
    sha256: str

    @property
    def sort_key(self) -> tuple[str, str]:
        """The whole first, then plan by plan; within each by path, the archive leading."""
        return (self.plan_id or "", self.path)


def write(catalogue: Catalogue, data: Path, progress: Progress = lambda _: None) -> list[Download]:
    """Writes all packages, in place of those written before.

    Args:
        catalogue: checked datasets.
        data: the folder served as ``/data/``; only ``all`` and ``plans`` below it, and the archives, are touched.
        progress: told the folder of each package once it is written.

    Returns:
        What can be downloaded, sorted: the whole first, then plan by plan.

    Raises:
        ValueError: a plan's id cannot name a folder.
    """
    for name in ("all", "plans"):
        shutil.rmtree(data / name, ignore_errors=True)
    downloads: list[Download] = []
    for package in packages(catalogue):
        downloads += _write(package, data)
        progress(package.folder)
    return sorted(downloads, key=lambda download: download.sort_key)


def contents(package: Package) -> dict[str, bytes]:
    """Every file of a package by name; its archive holds exactly these."""
    files = {f"{table.name}.csv": csv_format.encode(table) for table in package.tables}
    files[descriptor.FILE_NAME] = descriptor.encode(package, files)
    files[readme.FILE_NAME] = readme.encode(package)
    files[licence.FILE_NAME] = licence.encode()
    files[citation.FILE_NAME] = citation.encode(package)
    files[checksums.FILE_NAME] = checksums.encode(files)
    return files


def _write(package: Package, data: Path) -> Iterator[Download]:
    files = contents(package)
    folder = data / package.folder
    folder.mkdir(parents=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)
    archive = zip_format.encode(files, package.as_of)
    (data / f"{package.folder}.zip").write_bytes(archive)
    yield _download(package, f"{package.folder}.zip", "zip", archive, package.title)
    described = files[descriptor.FILE_NAME]
    yield _download(package, f"{package.folder}/{descriptor.FILE_NAME}", "descriptor", described, descriptor.TITLE)
    for table in package.tables:
        name = f"{table.name}.csv"
        path, title, rows = f"{package.folder}/{name}", table.schema.title, len(table.records)
        size, digest = len(files[name]), checksums.sha256(files[name])
        yield Download(path, package.plan_id, "csv", table.name, title, size, rows, digest)


def _download(package: Package, path: str, kind: str, content: bytes, title: Text) -> Download:
    size, digest = len(content), checksums.sha256(content)
    return Download(path, package.plan_id, kind, None, title, size, package.rows, digest)
