"""Writes a dataset's packages and remembers where they are."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from zoneledger.catalogue import Catalogue, load
from zoneledger.packages import Download, write


@dataclass(frozen=True)
class Published:
    """What one writing left behind."""

    catalogue: Catalogue
    data: Path
    downloads: list[Download]

    @property
    def folders(self) -> list[Path]:
        """The folder of every package."""
        return sorted(path.parent for path in self.data.rglob("datapackage.json"))

    @property
    def archives(self) -> list[Path]:
        """The archive of every package, in the order of the folders."""
        return [folder.with_name(f"{folder.name}.zip") for folder in self.folders]


def publish(root: Path, data: Path) -> Published:
    catalogue = load(root)
    assert catalogue.problems == []
    return Published(catalogue, data, write(catalogue, data))
