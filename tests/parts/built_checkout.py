"""A checkout and what is built of it, as tests drive it."""

from __future__ import annotations

import csv
import hashlib
import shutil
import subprocess
import sys
from pathlib import Path


class Checkout:
    """A checkout and what is built of it.

    Args:
        root: its top folder.
    """

    def __init__(self, root: Path) -> None:
        self.root = root

    @property
    def plans(self) -> list[str]:
        """The ids of its plans."""
        return sorted(path.name for path in (self.root / "datasets" / "plans").iterdir())

    def run(self, *arguments: str, expected: int = 0) -> str:
        """A command of the program, and what it said."""
        command = [sys.executable, "-m", "zoneledger", *arguments, "--root", str(self.root), "--lang", "en"]
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
        assert done.returncode == expected, done.stdout + done.stderr
        return done.stdout + done.stderr

    def build(self, out: str = "dist", *options: str) -> dict[str, str]:
        """Builds, and gives the digest of every file of the site."""
        self.run("build", "--out", str(self.root / out), *options)
        return self.site(out)

    def fresh(self) -> dict[str, str]:
        """The same from nothing but the renderer's drawings, which are kept under the very spec they are made from."""
        shutil.rmtree(self.root / "fresh", ignore_errors=True)
        if (drawings := self.root / "dist" / "cache" / "charts").is_dir():
            shutil.copytree(drawings, self.root / "fresh" / "cache" / "charts")
        return self.build("fresh")

    def site(self, out: str = "dist") -> dict[str, str]:
        """The digest of every file of a site."""
        site = self.root / out / "site"
        files = (path for path in site.rglob("*") if path.is_file())
        return {path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}

    def replace(self, file: str, old: str, new: str) -> None:
        """Edits one place of a file."""
        path = self.root / file
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{old!r} is not in {file}"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    def spoil(self, plan: str) -> None:
        """Misspells the strength of a plan's first target."""
        path = self.root / "datasets" / "plans" / plan / "targets.csv"
        with path.open(encoding="utf-8", newline="") as file:
            header, first, *rest = csv.reader(file)
        first[header.index("strength")] = "frim"
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows([header, first, *rest])
