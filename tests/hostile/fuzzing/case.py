"""One hostile pull request: the files of a checkout in memory, spoilt there and only then written to a folder."""

from __future__ import annotations

import csv
import io
import json
import os
import random
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parents[3]
FIXTURE = PROJECT / "tests" / "fixtures" / "small"
PLAN_ID = "anshi-2021"
PLAN = f"datasets/plans/{PLAN_ID}"
PLAN_FILE = f"{PLAN}/plan.yml"
RECEIPT = f"datasets/receipts/{PLAN_ID}.json"


@dataclass
class Case:
    """A checkout to spoil.

    Args:
        files: content by path from the checkout's top folder; paths are as the operating system decodes them.
        links: symbolic links by path, with what they point to.
        pipes: named pipes.
        folders: empty folders.
        notes: what was done to it, for whoever reproduces it.
    """

    files: dict[str, bytes]
    links: dict[str, str] = field(default_factory=dict)
    pipes: list[str] = field(default_factory=list)
    folders: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @classmethod
    def sound(cls) -> Case:
        """The fixture dataset with the project's own schemas."""
        return cls(dict(_sound()))

    @property
    def tables(self) -> list[str]:
        """The paths of all tables."""
        return sorted(path for path in self.files if path.startswith("datasets/") and path.endswith(".csv"))

    def rows(self, path: str) -> list[list[str]]:
        """A table's rows, its header first."""
        return list(csv.reader(io.StringIO(self.files[path].decode("utf-8"), newline="")))

    def put_rows(self, path: str, rows: list[list[str]]) -> None:
        """Replaces a table."""
        out = io.StringIO(newline="")
        csv.writer(out, lineterminator="\n").writerows(rows)
        self.files[path] = out.getvalue().encode("utf-8", "surrogatepass")

    def schema(self, path: str) -> dict[str, Any]:
        """The Table Schema of a table's file."""
        return dict(json.loads(self.files[f"schemas/{Path(path).stem}.json"]))

    def note(self, text: str) -> None:
        """Says what was done; shortened, and with everything unprintable spelled out."""
        self.notes.append(ascii(text)[1:-1][:160])

    def remove(self, path: str) -> None:
        """Takes a file, or a folder with all in it, out of the checkout."""
        for name in [name for name in self.files if name == path or name.startswith(f"{path}/")]:
            del self.files[name]

    def write(self, root: Path) -> None:
        """Writes the checkout into an empty folder; what the file system itself refuses is left out."""
        for path in self.folders:
            (root / path).mkdir(parents=True, exist_ok=True)
        for path, content in self.files.items():
            if self._make_room(root / path):
                (root / path).write_bytes(content)
        for path, target in self.links.items():
            if self._make_room(root / path):
                (root / path).symlink_to(target)
        for path in self.pipes:
            if self._make_room(root / path):
                os.mkfifo(root / path)

    @staticmethod
    def _make_room(path: Path) -> bool:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            return not os.path.lexists(path)
        except OSError:  # a name too long, or a file where a folder is wanted: no pull request could hold it either
            return False

    @cached_property
    def free_text(self) -> list[tuple[str, str]]:
        """Tables and columns in which any visible text is sound: no pattern, no list, no rule that compares it."""
        found = []
        for path in self.tables:
            for column in self.schema(path)["fields"]:
                limits = column.get("constraints", {})
                bound = {"pattern", "enum"} & limits.keys() or "derived" in column or column["type"] != "string"
                if not bound and "printed" not in column["name"]:
                    found.append((path, column["name"]))
        return found


def any_table(case: Case, rng: random.Random) -> str:
    """One of the tables."""
    return rng.choice(case.tables)


def _sound() -> dict[str, bytes]:
    if not _CACHE:
        for folder, name in ((FIXTURE, "datasets"), (PROJECT, "schemas")):
            for path in sorted((folder / name).rglob("*")):
                if path.is_file():
                    _CACHE[path.relative_to(folder).as_posix()] = path.read_bytes()
    return _CACHE


_CACHE: dict[str, bytes] = {}
