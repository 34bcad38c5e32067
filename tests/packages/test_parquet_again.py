"""A Parquet file made from the last one and the rows that changed has the bytes of one made from nothing."""

from __future__ import annotations

import csv
import io
import os
import random
from pathlib import Path

import pytest
from publishing import Published

from zoneledger.catalogue import TableSchema
from zoneledger.packages import made
from zoneledger.packages.checksums import of
from zoneledger.packages.formats import parquet
from zoneledger.packages.package import packages
from zoneledger.packages.pieces import deflated
from zoneledger.packages.stored import StoredTable, Stretch


class Stored:
    """A table in a file, which can be edited; and what is kept of its Parquet file."""

    def __init__(self, published: Published, folder: Path, name: str) -> None:
        self.folder, self.cache, self.csv = folder, folder / "cache", folder / f"{name}.csv"
        self.schema = next(each.schema for each in next(packages(published.catalogue)).tables if each.name == name)
        content = (published.data / "all" / f"{name}.csv").read_text(encoding="utf-8")
        self.header, *rows = csv.reader(io.StringIO(content))
        #: Stretches of different lengths, and many enough for several groups of rows.
        self.stretches = [[[*row] for row in (rows * 4)[: 1 + place % 4]] for place in range(12)]

    @property
    def table(self) -> StoredTable:
        rows = [row for stretch in self.stretches for row in stretch]
        self.csv.write_bytes(text([self.header, *rows]))
        return StoredTable(self.schema, self.csv, len(rows), [packed(rows) for rows in self.stretches])

    def write(self) -> bytes:
        """With what is kept."""
        return self._written(self.cache)

    def fresh(self) -> bytes:
        """From nothing."""
        return self._written(self.folder / f"nothing-{random.random()}")

    def _written(self, cache: Path) -> bytes:
        path, table = self.folder / "site" / "table.parquet", self.table
        path.unlink(missing_ok=True)
        keep = made.Keep(cache, self.folder)
        total, entry = keep.table(parquet.FORMAT, table, of(self.csv.read_bytes()), path)
        keep.tidy()
        assert b"".join(entry.chunks()) == path.read_bytes()
        assert total == of(path.read_bytes())
        return path.read_bytes()


def text(rows: list[list[str]]) -> bytes:
    written = io.StringIO(newline="")
    csv.writer(written, lineterminator="\n").writerows(rows)
    return written.getvalue().encode()


def packed(rows: list[list[str]]) -> Stretch:
    blocks = deflated(text(rows))
    return Stretch(len(rows), of(blocks).sha256, lambda: blocks)


@pytest.fixture(params=["targets", "measures", "targets_wide"])
def stored(small: Published, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Stored:
    monkeypatch.setattr(parquet, "_ROWS", 5)
    return Stored(small, tmp_path, request.param)


def edit(stored: Stored, place: int, words: str = "，\n变 \"more\"") -> None:
    column = next(place for place, name in enumerate(stored.header) if name.endswith("_zh") or name == "printed")
    stored.stretches[place][-1][column] += words


def test_only_stretches_that_changed_are_read(stored: Stored, monkeypatch: pytest.MonkeyPatch) -> None:
    assert stored.write() == stored.fresh()
    for places in ([0], [11], [4, 5, 9], [*range(12)]):
        for place in places:
            edit(stored, place)
        read: list[int] = []
        with monkeypatch.context() as patch:
            content = Stretch.content
            patch.setattr(Stretch, "content", lambda each: read.append(each.rows) or content(each))  # noqa: B023
            patch.setattr(parquet, "_batches", None)
            again = stored.write()
        assert read == [len(stored.stretches[place]) for place in places]
        assert again == stored.fresh()


def test_an_empty_cell_comes_and_goes(stored: Stored) -> None:
    """Of every column, whatever its type."""
    other = {"integer": "7", "number": "12.5", "boolean": "true", "date": "2020-02-02", "string": "别的"}
    stored.write()
    for place, field in enumerate(stored.schema.fields):
        for cell in (other[field.type], "" if not field.required else other[field.type]):
            for row in stored.stretches[6]:
                row[place] = cell
            assert stored.write() == stored.fresh(), field.name


@pytest.mark.parametrize("change", ["more rows", "fewer rows", "rows in another stretch", "no row"])
def test_where_rows_moved_all_are_read(stored: Stored, change: str) -> None:
    stored.write()
    match change:
        case "more rows":
            stored.stretches[3].append([*stored.stretches[5][0]])
        case "fewer rows":
            stored.stretches.pop(3)
        case "rows in another stretch":
            stored.stretches[3].append(stored.stretches[2].pop())
        case "no row":
            stored.stretches.clear()
    assert stored.write() == stored.fresh()


@pytest.mark.parametrize("edited", [True, False])
def test_another_schema_makes_all_of_it_anew(stored: Stored, monkeypatch: pytest.MonkeyPatch, edited: bool) -> None:
    """Whether or not a row is another; its words stand in the file."""
    before = stored.write()
    monkeypatch.setattr(parquet, "_groups_again", None)
    fields = [{**field, "description": "别的"} for field in stored.schema.descriptor["fields"]]
    stored.schema = TableSchema({**stored.schema.descriptor, "fields": fields})
    if edited:
        edit(stored, 3)
    assert stored.write() == stored.fresh() != before


@pytest.mark.parametrize("harm", ["gone", "touched", "other bytes", "shorter", "no note", "broken note", "another note"])
def test_what_is_damaged_is_not_taken(stored: Stored, harm: str) -> None:
    stored.write()
    (note,) = stored.cache.glob("parquet-*.json")
    (kept,) = (path for path in stored.cache.iterdir() if not path.suffix)
    content, status = kept.read_bytes(), kept.stat()
    match harm:
        case "gone":
            kept.unlink()
        case "touched":
            before = [[*row] for row in stored.stretches[7]]
            edit(stored, 7)
            kept.write_bytes(stored.fresh())
            stored.stretches[7] = before
        case "other bytes":
            kept.write_bytes(b"x" * len(content))
            os.utime(kept, ns=(status.st_atime_ns, status.st_mtime_ns))
        case "shorter":
            kept.write_bytes(content[:-1])
        case "no note":
            note.unlink()
        case "broken note":
            note.write_text("{", encoding="utf-8")
        case "another note":
            note.write_text("[1]", encoding="utf-8")
    edit(stored, 2)
    assert stored.write() == stored.fresh()
    edit(stored, 4)
    assert stored.write() == stored.fresh()
