"""Archives, checksums, the list of downloads, and that the same data always give the same bytes."""

from __future__ import annotations

import hashlib
import io
import os
import shutil
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from publishing import Published, publish

from zoneledger.catalogue import load
from zoneledger.packages import write, zip_format
from zoneledger.packages.formats import CANONICAL, FORMATS


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by relative path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def names_of(package: str) -> set[str]:
    """What a package is called in its folder: itself unpacked, its archives, and the formats that are one file."""
    archives = {f"{package}.{form.id}.zip" for form in FORMATS if form is not CANONICAL}
    single = {f"{package}{form.suffix}" for form in FORMATS if not form.by_table}
    return {package, f"{package}.zip"} | archives | single


def test_an_archive_holds_exactly_its_folder(published: Published) -> None:
    for folder, path in zip(published.folders, published.archives, strict=True):
        with zipfile.ZipFile(path) as archive:
            assert archive.testzip() is None
            assert archive.namelist() == sorted(archive.namelist())
            assert {name: archive.read(name) for name in archive.namelist()} == tree(folder)


def test_the_whole_datasets_tables_are_those_of_its_archive(small: Published) -> None:
    for form in FORMATS:
        if form.by_table and form is not CANONICAL:
            with zipfile.ZipFile(small.data / f"all.{form.id}.zip") as archive:
                packed = {name: archive.read(name) for name in archive.namelist()}
            single = tree(small.data / "tables" / form.id)
            assert set(single) == {f"{name}{form.suffix}" for name in small.catalogue.schemas}
            assert single.items() <= packed.items()


def test_every_archive_has_readme_licence_citation_dictionary_and_right_checksums(small: Published) -> None:
    archives = [download for download in small.downloads if download.kind == "archive"]
    assert len(archives) == len(small.folders) * (len(FORMATS) - 1)
    for download in archives:
        with zipfile.ZipFile(small.data / download.path) as archive:
            assert {"README.md", "LICENSE.txt", "CITATION.txt", "dictionary.csv"} < set(archive.namelist())
            sums = "".join(
                f"{hashlib.sha256(archive.read(name)).hexdigest()}  {name}\n"
                for name in archive.namelist()
                if name != "SHA256SUMS"
            )
            assert archive.read("SHA256SUMS").decode() == sums


def test_what_is_compressed_already_is_stored() -> None:
    written = zip_format.encode({"a.parquet": b"1", "b.csv": b"1"}, date(2026, 11, 21))
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        kinds = {entry.filename: entry.compress_type for entry in archive.infolist()}
    assert kinds == {"a.parquet": zipfile.ZIP_STORED, "b.csv": zipfile.ZIP_DEFLATED}


def test_a_package_has_readme_licence_citation_and_checksums(published: Published) -> None:
    extra = {
        "datapackage.json",
        "csv-metadata.json",
        "README.md",
        "LICENSE.txt",
        "CITATION.txt",
        "CITATION.cff",
        "SHA256SUMS",
    }
    for folder in published.folders:
        assert set(tree(folder)) == extra | {f"{name}.csv" for name in published.catalogue.schemas}


def test_checksums_are_right_and_complete(published: Published) -> None:
    for folder in published.folders:
        lines = (folder / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
        listed = {name: digest for digest, name in (line.split("  ", 1) for line in lines)}
        files = {name: hashlib.sha256(content).hexdigest() for name, content in tree(folder).items()}
        del files["SHA256SUMS"]
        assert listed == files
        assert len(lines) == len(files)


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="sha256sum is not here")
def test_sha256sum_reads_the_checksums_and_finds_a_changed_file(small: Published, tmp_path: Path) -> None:
    folder = tmp_path / "copy"
    shutil.copytree(small.data / "all", folder)
    command = ["sha256sum", "--check", "--strict", "SHA256SUMS"]
    assert subprocess.run(command, cwd=folder, capture_output=True, check=False).returncode == 0
    with (folder / "units.csv").open("a", encoding="utf-8") as file:
        file.write("x")
    assert subprocess.run(command, cwd=folder, capture_output=True, check=False).returncode != 0


def test_writing_twice_gives_the_same_bytes(published: Published, tmp_path: Path) -> None:
    again = publish(published.catalogue.layout.root, tmp_path / "again")
    assert tree(again.data) == tree(published.data)
    assert again.downloads == published.downloads


def test_neither_clock_nor_time_zone_nor_file_mask_shows(
    small: Published, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(time, "time", lambda: 4_000_000_000.0)
    monkeypatch.setattr(time, "localtime", lambda *_: time.gmtime(4_000_000_000))
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    time.tzset()
    before = os.umask(0o077)
    try:
        again = publish(small.catalogue.layout.root, tmp_path / "again")
    finally:
        os.umask(before)
        monkeypatch.undo()
        time.tzset()
    assert tree(again.data) == tree(small.data)


def test_the_file_systems_order_does_not_matter(
    small: Published, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed: list[Path] = []
    given = Path.iterdir

    def backwards(folder: Path) -> Iterator[Path]:
        listed.append(folder)
        return iter(sorted(given(folder), reverse=True))

    monkeypatch.setattr(Path, "iterdir", backwards)
    again = publish(small.catalogue.layout.root, tmp_path / "again")
    monkeypatch.undo()
    assert listed
    assert tree(again.data) == tree(small.data)


def test_a_new_writing_leaves_nothing_of_the_last(breakable_root: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    publish(breakable_root, data)
    (data / "index.html").write_text("the downloads page", encoding="utf-8")
    shutil.rmtree(breakable_root / "datasets" / "plans" / "beta-2021")
    publish(breakable_root, data)
    assert {path.name for path in (data / "plans").iterdir()} == names_of("alpha-2020")
    assert (data / "index.html").read_text(encoding="utf-8") == "the downloads page"
    assert b"beta-2021" not in (data / "all" / "plans.csv").read_bytes()


@pytest.mark.parametrize("plan_id", ["../beta", "beta\n", "Beta", "", "a/b", "..", "-b"])
def test_a_plan_id_that_breaks_the_schemas_pattern_never_names_a_file(
    breakable_root: Path, tmp_path: Path, plan_id: str
) -> None:
    catalogue = load(breakable_root)
    catalogue.plan_files[plan_id] = {**catalogue.plan_files["beta-2021"], "id": plan_id}
    data = tmp_path / "deep" / "data"
    with pytest.raises(ValueError, match="does not fit"):
        write(catalogue, data)
    folders = {path.parent for path in (tmp_path / "deep").rglob("*.csv")}
    assert {folder.name for folder in folders} <= {"alpha-2020", "beta-2021"}
    assert {path.name for path in data.glob("*")} <= {"plans"}
    assert {path.name for path in (data / "plans").glob("*")} <= names_of("alpha-2020") | names_of("beta-2021")
    assert [path.name for path in tmp_path.rglob("*") if path.parent == tmp_path / "deep"] in ([], ["data"])


def test_downloads_describe_the_files_they_name(published: Published) -> None:
    kinds: dict[str, int] = {}
    for download in published.downloads:
        content = (published.data / download.path).read_bytes()
        assert (download.bytes, download.sha256) == (len(content), hashlib.sha256(content).hexdigest())
        assert all(download.title)
        whole = ("all", f"tables/{download.format}/", "catalog.jsonld", "croissant.json")
        places = whole if download.plan_id is None else (f"plans/{download.plan_id}",)
        assert download.path.startswith(places)
        kinds[download.kind] = kinds.get(download.kind, 0) + 1
    plans, tables = len(published.catalogue.plan_files), len(published.catalogue.schemas)
    by_table = sum(form.by_table for form in FORMATS)
    assert kinds == {
        "zip": 1 + plans,
        "descriptor": 1 + plans,
        # CSVW, CITATION.cff, Croissant and DCAT, of the whole alone.
        "catalogue": 4,
        "archive": (1 + plans) * (len(FORMATS) - 1),
        "file": (1 + plans) * (len(FORMATS) - by_table),
        # A plan's single tables are offered as CSV alone.
        "table": (by_table + plans) * tables,
    }
    paths = [download.path for download in published.downloads]
    assert len(set(paths)) == len(paths)
    assert paths[0] == "all.zip"


def test_downloads_count_rows_and_come_whole_first_then_plan_by_plan(small: Published) -> None:
    rows = {download.path: download.rows for download in small.downloads}
    assert rows["all/targets.csv"] == 3
    assert rows["plans/alpha-2020/targets.csv"] == 2
    assert rows["plans/alpha-2020/target_zones.csv"] == 0
    # Those of test_published_tables.EXPECTED, added up.
    assert rows["plans/beta-2021.zip"] == rows["plans/beta-2021/datapackage.json"] == 9
    order = list(dict.fromkeys(download.plan_id for download in small.downloads))
    assert order == [None, "alpha-2020", "beta-2021"]
    for plan_id in order:
        own = [download for download in small.downloads if download.plan_id == plan_id and download.kind != "catalogue"]
        assert list(dict.fromkeys(download.format for download in own)) == [form.id for form in FORMATS]
        for form in FORMATS:
            kinds = [download.kind for download in own if download.format == form.id]
            assert kinds[0] == ("zip" if form is CANONICAL else "archive")
            assert not {"zip", "archive"} & set(kinds[1:])
    titles = {download.path: download.title for download in small.downloads if download.kind == "zip"}
    assert titles["all.zip"] == ("两个计划", "Two plans")
    assert titles["plans/alpha-2020.zip"] == ("甲市行动计划", "Plan of City A")


def test_progress_hears_of_every_package(small: Published, tmp_path: Path) -> None:
    heard: list[str] = []
    write(small.catalogue, tmp_path / "data", heard.append)
    assert heard == ["plans/alpha-2020", "plans/beta-2021", "all"]


@pytest.mark.parametrize("platform", ["linux", "win32"])
def test_entries_of_an_archive_tell_only_the_datasets_date(monkeypatch: pytest.MonkeyPatch, platform: str) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    written = zip_format.encode({"b.txt": b"2", "a.txt": b"1"}, date(2026, 11, 21))
    assert written == zip_format.encode({"a.txt": b"1", "b.txt": b"2"}, date(2026, 11, 21))
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        for entry in archive.infolist():
            assert entry.date_time == (2026, 11, 21, 0, 0, 0)
            assert (entry.create_system, entry.external_attr >> 16) == (3, 0o100644)
            assert entry.compress_type == zipfile.ZIP_DEFLATED
            assert (entry.extra, entry.comment) == (b"", b"")
