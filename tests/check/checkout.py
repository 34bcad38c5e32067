"""A small sound checkout to break one thing in, and what the command then says."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from zoneledger.cli import main

PLAN = "datasets/plans/anshi-2021"
REFERENCE = "datasets/reference"


@dataclass(frozen=True)
class Finding:
    """One line of the command's output, taken apart."""

    file: str
    line: int
    column: str
    severity: str
    code: str
    text: str


@dataclass(frozen=True)
class Checkout:
    """A copy of the fixture dataset with the project's own schemas."""

    root: Path

    @classmethod
    def make(cls, folder: Path, project: Path) -> Checkout:
        shutil.copytree(project / "tests" / "fixtures" / "small" / "datasets", folder / "datasets")
        shutil.copytree(project / "schemas", folder / "schemas")
        return cls(folder)

    def path(self, table: str) -> Path:
        in_plan = self.root / PLAN / f"{table}.csv"
        return in_plan if in_plan.exists() else self.root / REFERENCE / f"{table}.csv"

    def read(self, table: str) -> list[list[str]]:
        return list(csv.reader(io.StringIO(self.path(table).read_text(encoding="utf-8"))))

    def write(self, table: str, rows: list[list[str]]) -> None:
        out = io.StringIO()
        csv.writer(out, lineterminator="\n").writerows(rows)
        self.path(table).write_text(out.getvalue(), encoding="utf-8")

    def cell(self, table: str, row: int, **cells: str) -> None:
        """Sets cells of the row with this number, from 1."""
        rows = self.read(table)
        for column, value in cells.items():
            rows[row][rows[0].index(column)] = value
        self.write(table, rows)

    def append(self, table: str, **cells: str) -> None:
        """Adds a row like the last one, with other cells."""
        rows = self.read(table)
        rows.append(list(rows[-1]))
        self.write(table, rows)
        self.cell(table, len(rows) - 1, **cells)

    def delete(self, table: str, row: int) -> None:
        rows = self.read(table)
        del rows[row]
        self.write(table, rows)

    def edit(self, table: str, change: Callable[[str], str]) -> None:
        path = self.path(table)
        path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8", newline="")

    def schema(self, table: str, change: Callable[[dict[str, Any]], None]) -> None:
        path = self.root / "schemas" / f"{table}.json"
        content = json.loads(path.read_text(encoding="utf-8"))
        change(content)
        path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")

    def check(self, lang: str = "en") -> tuple[int, list[Finding], str]:
        """Runs ``zoneledger check`` as a user would: exit code, findings, whole output."""
        result = CliRunner().invoke(main, ["check", "--root", str(self.root), "--lang", lang])
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exc_info
        pattern = re.compile(r"^(?P<place>\S+) (?P<severity>error|warning) \[(?P<code>[\w-]+)\] (?P<text>.*)$")
        found = []
        for line in result.output.splitlines():
            match = pattern.match(line)
            if match:
                file, number, column = ([*match["place"].split(":"), "", ""])[:3]
                if not number.isdigit():
                    number, column = "0", number
                found.append(Finding(file, int(number), column, match["severity"], match["code"], match["text"]))
        return result.exit_code, found, result.output
