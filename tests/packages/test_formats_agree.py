"""Every format holds the same tables: as many rows, the same keys, the same text in every cell."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest
from publishing import Published
from reading import canonical_tables, checksum, key_sum, unpacked

from zoneledger.packages import PLAN_FORMATS
from zoneledger.packages.formats import CANONICAL, FORMATS, Format

Files = dict[str, bytes]
#: Rows, sum of the keys, sum of all cells; by table.
Sums = dict[str, tuple[int, str, str]]


def archive_name(folder: str, form: Format) -> str:
    return f"{folder}.zip" if form is CANONICAL else f"{folder}.{form.id}.zip"


def sums(rows: Mapping[str, list[tuple[str, ...]]], published: Published) -> Sums:
    schemas = published.catalogue.schemas
    return {
        name: (len(rows.get(name, [])), key_sum(rows.get(name, []), schema), checksum(rows.get(name, [])))
        for name, schema in schemas.items()
    }


def test_every_format_of_every_package_holds_the_same_rows_keys_and_cells(published: Published) -> None:
    schemas = published.catalogue.schemas
    for folder in published.folders:
        place = folder.relative_to(published.data).as_posix()
        expected = sums(canonical_tables(published.data / f"{place}.zip", schemas), published)
        assert sum(rows for rows, _, _ in expected.values()) > 0
        for form in FORMATS if place == "all" else PLAN_FORMATS:
            files = unpacked(published.data / archive_name(place, form))
            assert sums(form.read_back(files, schemas), published) == expected, (place, form.id)


def test_rows_come_in_the_same_order(small: Published) -> None:
    schemas = small.catalogue.schemas
    expected = canonical_tables(small.data / "all.zip", schemas)
    for form in FORMATS:
        found = form.read_back(unpacked(small.data / archive_name("all", form)), schemas)
        # A view of SQL has no order of its own, an empty table no sheet.
        ordered = {name: rows for name, rows in found.items() if not (form.id == "sqlite" and schemas[name].of)}
        assert ordered == {name: expected[name] for name in ordered}, form.id
        assert len(ordered) >= sum(1 for rows in expected.values() if rows) - 2


def test_the_read_back_counts_are_those_of_the_downloads(small: Published) -> None:
    forms = {form.id: form for form in FORMATS}
    for download in small.downloads:
        if download.kind in ("zip", "archive"):
            files = unpacked(small.data / download.path)
            rows = forms[download.format].read_back(files, small.catalogue.schemas)
            counted = sum(len(found) for name, found in rows.items() if not small.catalogue.schemas[name].of)
            assert counted == download.rows > 0


def _swap(name: str, old: bytes, new: bytes) -> Callable[[Files], None]:
    def plant(files: Files) -> None:
        assert files[name].count(old) >= 1
        files[name] = files[name].replace(old, new, 1)

    return plant


@pytest.mark.parametrize(
    ("form", "plant"),
    [
        ("csv", _swap("targets.csv", b"2.50", b"2.51")),
        ("csv-excel", _swap("units.csv", b",0.00001,", b",0.0001,")),
        ("jsonl", _swap("targets.jsonl", b":2.50,", b":2.51,")),
        ("sqlite", _swap("zoneledger.sqlite", "某物".encode(), "某事".encode())),
    ],
)
def test_a_changed_cell_is_noticed(small: Published, form: str, plant: Callable[[Files], None]) -> None:
    chosen = next(one for one in FORMATS if one.id == form)
    expected = sums(canonical_tables(small.data / "all.zip", small.catalogue.schemas), small)
    files = unpacked(small.data / archive_name("all", chosen))
    assert sums(chosen.read_back(files, small.catalogue.schemas), small) == expected
    plant(files)
    assert sums(chosen.read_back(files, small.catalogue.schemas), small) != expected


@pytest.mark.parametrize(
    ("form", "plant", "said"),
    [
        ("csv", _swap("units.csv", b"id,", b"key,"), "header"),
        ("csv-excel", _swap("units.csv", b"\xef\xbb\xbf", b""), "byte order mark"),
        ("jsonl", _swap("units.jsonl", b'"id":', b'"key":'), "columns"),
        ("parquet", lambda files: files.update({"units.parquet": files["zones.parquet"]}), "columns"),
    ],
)
def test_a_file_of_another_form_is_refused(
    small: Published, form: str, plant: Callable[[Files], None], said: str
) -> None:
    chosen = next(one for one in FORMATS if one.id == form)
    files = unpacked(small.data / archive_name("all", chosen))
    plant(files)
    with pytest.raises(ValueError, match=said):
        chosen.read_back(files, small.catalogue.schemas)
