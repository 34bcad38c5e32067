"""Where things stand in a checkout: the one place that knows the folders' names."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Layout:
    """The folders of one checkout.

    Args:
        root: the checkout's top folder, absolute.
    """

    root: Path

    @property
    def datasets(self) -> Path:
        """What contributors edit."""
        return self.root / "datasets"

    @property
    def dataset_file(self) -> Path:
        """Facts of the dataset as a whole: version, date, licence."""
        return self.datasets / "dataset.yml"

    @property
    def reference(self) -> Path:
        """Shared lists, one CSV a table."""
        return self.datasets / "reference"

    @property
    def plans(self) -> Path:
        """One folder a plan."""
        return self.datasets / "plans"

    @property
    def receipts(self) -> Path:
        """What the last audit proved, one file a plan."""
        return self.datasets / "receipts"

    @property
    def schemas(self) -> Path:
        """One Table Schema a table, and the JSON Schemas of the YAML files."""
        return self.root / "schemas"

    @property
    def plan_schema(self) -> Path:
        """The JSON Schema of ``plan.yml``."""
        return self.schemas / "plan.schema.json"

    @property
    def site(self) -> Path:
        """Source of the site: hand-written pages and the theme."""
        return self.root / "site"

    @property
    def dist(self) -> Path:
        """Every output; what is served is ``dist/site``."""
        return self.root / "dist"

    def relative(self, path: Path) -> str:
        """The path as a reader of the repository writes it: from the root, with forward slashes."""
        return path.relative_to(self.root).as_posix()


def is_checkout(root: Path) -> bool:
    """Whether a folder holds what every command needs: ``datasets/`` and ``schemas/``."""
    return (root / "datasets").is_dir() and (root / "schemas").is_dir()
