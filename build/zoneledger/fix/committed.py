"""What git holds of a file: the rows of the last commit, to offer or to settle what a spreadsheet left open."""

from __future__ import annotations

import csv
import io
import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from zoneledger.catalogue import TableSchema


@dataclass(frozen=True)
class Committed:
    """The last commit's version of one table's file.

    Args:
        schema: the table's rules.
        rows: its rows by column; none where git does not know the file.
    """

    schema: TableSchema
    rows: tuple[Mapping[str, str], ...] = ()

    @classmethod
    def of(cls, text: str, schema: TableSchema) -> Committed:
        """Takes the committed file's text apart; a file that is no sound CSV counts as unknown."""
        try:
            rows = list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
        except csv.Error:
            rows = []
        whole = (row for row in rows if None not in row and None not in row.values())
        return cls(schema, tuple({column: row.get(column, "") for column in schema.columns} for row in whole))

    def row(self, cells: Mapping[str, str]) -> Mapping[str, str] | None:
        """The committed row with the same key, or, where the key itself was mangled, with all other cells the same."""
        found = self._by_key.get(self._key(cells))
        return found if found is not None else self._by_rest.get(self._rest(cells))

    @cached_property
    def _own_key(self) -> tuple[str, ...]:
        return tuple(name for name in self.schema.primary_key if not self.schema.by_name[name].derived)

    def _key(self, cells: Mapping[str, str]) -> tuple[str, ...]:
        return tuple(cells[name].strip() for name in self._own_key)

    def _rest(self, cells: Mapping[str, str]) -> tuple[str, ...]:
        return tuple(cells[name] for name in self.schema.columns if name not in self._own_key)

    @cached_property
    def _by_key(self) -> dict[tuple[str, ...], Mapping[str, str]]:
        return {self._key(row): row for row in self.rows}

    @cached_property
    def _by_rest(self) -> dict[tuple[str, ...], Mapping[str, str]]:
        """Rows that their other cells tell apart; a table of keys alone has none."""
        found: dict[tuple[str, ...], list[Mapping[str, str]]] = {}
        for row in self.rows:
            found.setdefault(self._rest(row), []).append(row)
        return {rest: rows[0] for rest, rows in found.items() if len(rows) == 1 and any(rest)}


def committed_text(path: Path) -> str:
    """A file's text as of the commit checked out; empty where git, or git's knowledge of it, is missing."""
    # A hook runs with git's own variables, which would point git at another index or folder.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    command = ["git", "-C", str(path.parent), "show", f"HEAD:./{path.name}"]
    try:
        shown = subprocess.run(command, capture_output=True, env=environment, check=True)
    except (OSError, subprocess.CalledProcessError):
        return ""
    return shown.stdout.decode("utf-8", errors="replace").removeprefix("\ufeff")
