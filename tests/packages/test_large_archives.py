"""Archives beyond the sizes that ZIP's first fields can hold, checked with a sparse file: nothing of it is really there."""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path

import pytest

from zoneledger.packages.zip_format import STORED, Entry, archive

DAY = date(2026, 11, 21)
FIVE = 5 << 30


def test_files_and_places_beyond_four_gigabytes_are_read(tmp_path: Path) -> None:
    path = tmp_path / "large.zip"
    hole = b"hole"
    entries = [
        Entry("a.csv", STORED, 0, FIVE, FIVE, lambda: (hole,)),
        Entry("b.csv", STORED, 0xE8B7BE43, 1, 1, lambda: (b"a",)),
    ]
    with path.open("wb") as file:
        for chunk in archive(entries, DAY):
            if chunk is hole:
                file.seek(FIVE, 1)
            else:
                file.write(chunk)
    with zipfile.ZipFile(path) as found:
        assert [(each.filename, each.file_size) for each in found.infolist()] == [("a.csv", FIVE), ("b.csv", 1)]
        assert found.getinfo("b.csv").header_offset > FIVE
        assert found.read("b.csv") == b"a"


def test_very_many_files_are_read(tmp_path: Path) -> None:
    path = tmp_path / "many.zip"
    with path.open("wb") as file:
        for chunk in archive([Entry(f"{n:06}.csv", STORED, 0, 0, 0, tuple) for n in range(70_000)], DAY):
            file.write(chunk)
    with zipfile.ZipFile(path) as found:
        assert len(found.namelist()) == 70_000


def test_a_day_before_zip_is_refused() -> None:
    with pytest.raises(ValueError, match="1980"):
        b"".join(archive([], date(1979, 12, 31)))
