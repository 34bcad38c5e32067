"""A package whose tables lie in files that can be edited, and what is kept of its database."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

from publishing import Published

from zoneledger.packages.checksums import Sum, of
from zoneledger.packages.formats import sqlite
from zoneledger.packages.package import Package, packages
from zoneledger.packages.pieces import deflated
from zoneledger.packages.stored import StoredTable, Stretch


def stretch(rows: list[list[str]]) -> Stretch:
    written = io.StringIO(newline="")
    csv.writer(written, lineterminator="\n").writerows(rows)
    packed = deflated(written.getvalue().encode())
    return Stretch(len(rows), of(packed).sha256, lambda: packed)


class Stored:
    """A package whose tables lie in files, which can be edited; and what is kept of its database."""

    def __init__(self, published: Published, folder: Path, stretched: bool) -> None:
        self.folder, self.kept, self.stretched = folder, folder / "cache" / "filled.sqlite", stretched
        self._whole = next(packages(published.catalogue))
        for table in self._whole.tables:
            path = folder / f"{table.name}.csv"
            path.write_bytes((published.data / "all" / path.name).read_bytes())

    def rows(self, table: str) -> list[list[str]]:
        with (self.folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.reader(file))

    def save(self, table: str, rows: list[list[str]]) -> None:
        with (self.folder / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(rows)

    def stretches(self, table: str) -> list[Stretch]:
        """A table's rows, one or two at a time."""
        rows = self.rows(table)[1:]
        return [stretch(rows[place : place + 2]) for place in range(0, len(rows), 2)]

    @property
    def package(self) -> Package:
        tables = (
            StoredTable(
                table.schema,
                self.folder / f"{table.name}.csv",
                len(self.rows(table.name)) - 1,
                self.stretches(table.name) if self.stretched else (),
            )
            for table in self._whole.tables
        )
        return Package(**{**vars(self._whole), "tables": tuple(tables)})

    @property
    def sums(self) -> dict[str, Sum]:
        return {table.name: of((self.folder / f"{table.name}.csv").read_bytes()) for table in self._whole.tables}

    def write(self) -> bytes:
        """With what is kept."""
        return self._written(self.kept, self.sums)

    def fresh(self) -> bytes:
        """From nothing."""
        return self._written()

    def _written(self, *kept: Any) -> bytes:
        path = self.folder / "all.sqlite"
        path.unlink(missing_ok=True)
        sqlite.write_stored(self.package, path, *kept)
        return path.read_bytes()
