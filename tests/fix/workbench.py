"""A checkout under git to mangle files in, and what ``zoneledger fix`` then does and says."""

from __future__ import annotations

import csv
import io
import re
import shutil
import subprocess
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner

from zoneledger.cli import main

PLAN = "datasets/plans/anshi-2021"


@dataclass(frozen=True)
class Told:
    """One line of the command's output: where, whether it was done or left, by which rule, and the rest of it."""

    file: str
    line: int
    column: str
    done: bool
    code: str
    text: str


@dataclass(frozen=True)
class Workbench:
    """A checkout whose data are committed."""

    root: Path

    @classmethod
    def make(cls, folder: Path, project: Path, datasets: Path) -> Workbench:
        shutil.copytree(datasets, folder / "datasets")
        shutil.copytree(project / "schemas", folder / "schemas")
        bench = cls(folder)
        bench.git("init", "--quiet")
        bench.git("add", "--all")
        bench.git("-c", "user.name=Test", "-c", "user.email=test@example.org", "commit", "--quiet", "--message", "as is")
        return bench

    def git(self, *arguments: str) -> str:
        command = ["git", "-C", str(self.root), "-c", "core.autocrlf=false", *arguments]
        return subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout

    def path(self, table: str) -> Path:
        return self.root / PLAN / f"{table}.csv"

    def rows(self, path: Path) -> list[dict[str, str]]:
        return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"), newline="")))

    def cell(self, table: str, number: int, column: str) -> str:
        """The cell of the row with this number, from 1."""
        return self.rows(self.path(table))[number - 1][column]

    def edit(self, table: str, number: int, **cells: str) -> None:
        """Writes cells as a careless person would: the file's form stays, but for the row itself."""
        path = self.path(table)
        rows = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8"), newline="")))
        for column, value in cells.items():
            rows[number][rows[0].index(column)] = value
        out = io.StringIO(newline="")
        csv.writer(out, lineterminator="\n").writerows(rows)
        path.write_text(out.getvalue(), encoding="utf-8", newline="")

    def run(self, *arguments: str, lang: str = "en") -> tuple[int, list[Told], str]:
        """Runs ``zoneledger fix``: exit code, what it told, its whole output."""
        result = CliRunner().invoke(main, ["fix", "--root", str(self.root), "--lang", lang, *arguments])
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exc_info
        pattern = re.compile(r"^(\S+) (fixed|to fix|error|warning) \[([\w-]+)\] (.*)$")
        told = []
        for match in filter(None, map(pattern.match, result.output.splitlines())):
            file, line, column = ([*match[1].split(":"), "", ""])[:3]
            told.append(Told(file, int(line or 0), column, match[2] in ("fixed", "to fix"), match[3], match[4]))
        return result.exit_code, told, result.output


def cells_of(content: bytes) -> Counter[str]:
    """How often each filled cell stands in a file: what a repair may not lose."""
    rows = csv.reader(io.StringIO(content.decode("utf-8"), newline=""))
    return Counter(cell for row in rows for cell in row if cell)
