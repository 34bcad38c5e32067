"""A plan by itself gives what it gives among all others; the whole is put together from the parts, kept or made anew."""

from __future__ import annotations

import io
import json
import sqlite3
import zipfile
import zlib
from contextlib import closing
from pathlib import Path

import pytest
from publishing import Published

from zoneledger.catalogue import load
from zoneledger.catalogue.restriction import Restrictions
from zoneledger.packages import Download, plan_files, shared_part, site_address, write
from zoneledger.packages import whole as whole_module
from zoneledger.packages.formats import offered, parquet, sqlite, xlsx
from zoneledger.packages.package import packages
from zoneledger.packages.part import Part
from zoneledger.packages.pieces import END, deflated
from zoneledger.packages.stored import StoredTable
from zoneledger.packages.whole import gather

ADDRESS = "https://example.org/"


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def parts(published: Published) -> list[bytes]:
    catalogue = published.catalogue
    address = site_address(catalogue.layout)
    plans = [plan_files(catalogue, plan_id, address).part for plan_id in sorted(catalogue.plan_files)]
    return [shared_part(catalogue), *plans]


@pytest.mark.parametrize("every_format", [True, False])
def test_a_plan_alone_gives_the_same_files_and_part(real: Published, every_format: bool) -> None:
    restrictions = Restrictions(real.catalogue)
    for plan_id in sorted(real.catalogue.plan_files)[:3]:
        alone = restrictions.to([plan_id])
        assert len(alone.tables["organizations"].records) < len(real.catalogue.tables["organizations"].records)
        found = plan_files(alone, plan_id, ADDRESS, every_format)
        assert found == plan_files(real.catalogue, plan_id, ADDRESS, every_format)
        assert len(found.outputs) == (44 if every_format else 1)


def test_a_plan_of_another_name_is_noticed(real: Published) -> None:
    first, second, *_ = sorted(real.catalogue.plan_files)
    assert plan_files(real.catalogue, first, ADDRESS, every_format=False) != plan_files(
        real.catalogue, second, ADDRESS, every_format=False
    )


def test_parts_and_downloads_survive_being_kept(small: Published) -> None:
    for written in parts(small):
        part = Part.of_bytes(written)
        assert part.as_bytes() == written
        assert part.plan is None or {each.plan_id for each in part.downloads} == {part.plan["id"]}
    for download in small.downloads:
        assert Download.of_json(json.loads(json.dumps(download.as_json()))) == download


def test_the_whole_needs_the_parts_alone(small: Published, tmp_path: Path) -> None:
    shared = load(small.catalogue.layout.root, plans=[])
    assert not shared.plan_files
    gather(shared, parts(small), tmp_path, site_address(shared.layout))
    plain = {path: content for path, content in tree(small.data).items() if not path.startswith("plans/")}
    assert tree(tmp_path) == plain


def test_a_cache_changes_no_byte_and_is_used(small: Published, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache, held = tmp_path / "cache", parts(small)
    (cache / "old").parent.mkdir()
    (cache / "old.json").write_text("[]", encoding="utf-8")
    first = gather(small.catalogue, held, tmp_path / "first", "", cache)
    assert not (cache / "old.json").exists()

    def never(*_: object) -> None:
        raise AssertionError("made although it was kept")

    with monkeypatch.context() as patch:
        for module in (parquet, sqlite):
            patch.setattr(module, "write_stored", never)
        patch.setattr(xlsx, "encode", never)
        assert gather(small.catalogue, held, tmp_path / "second", "", cache) == first
    before = tree(tmp_path / "first")
    assert tree(tmp_path / "second") == before
    assert (tmp_path / "second/all/targets.csv").samefile(tmp_path / "first/all/targets.csv"), "nothing is written twice"
    # What is served is a name of what is kept: whoever edits it in place edits that, which is then not taken.
    for path in (tmp_path / "second").rglob("targets.*"):
        path.write_bytes(path.read_bytes().replace(b"2", b"3"))
    assert gather(small.catalogue, held, tmp_path / "third", "", cache) == first
    assert tree(tmp_path / "third") == before
    for path in cache.iterdir():
        content = path.read_bytes()
        path.write_bytes(content[: len(content) // 2])
    assert gather(small.catalogue, held, tmp_path / "fourth", "", cache) == first
    assert tree(tmp_path / "fourth") == before
    for path in cache.glob("*.served"):
        path.unlink()
    assert gather(small.catalogue, held, tmp_path / "fifth", "", cache) == first
    assert tree(tmp_path / "fifth") == before


def test_another_row_is_not_taken_from_the_cache(breakable_root: Path, tmp_path: Path) -> None:
    data, cache = tmp_path / "data", tmp_path / "cache"
    write(load(breakable_root), data, cache=cache)
    before = tree(data)
    file = breakable_root / "datasets/reference/units.csv"
    file.write_text(file.read_text(encoding="utf-8").replace("亿元", "万元"), encoding="utf-8")
    write(load(breakable_root), data, cache=cache)
    after = tree(data)
    write(load(breakable_root), tmp_path / "anew")
    assert after == tree(tmp_path / "anew")
    changed = {path for path in after if after[path] != before[path]}
    assert {"all.sqlite", "all.xlsx", "tables/parquet/units.parquet", "all/units.csv"} < changed
    assert "tables/parquet/zones.parquet" not in changed


def test_other_words_of_a_schema_are_not_taken_from_the_cache(breakable_root: Path, tmp_path: Path) -> None:
    """Though every row is the same."""
    data, cache = tmp_path / "data", tmp_path / "cache"
    write(load(breakable_root), data, cache=cache)
    before = tree(data)
    file = breakable_root / "schemas/units.json"
    schema = json.loads(file.read_text(encoding="utf-8"))
    schema["fields"][-1] |= {"title": "别的", "description": "别的话。"}
    file.write_text(json.dumps(schema, ensure_ascii=False), encoding="utf-8")
    write(load(breakable_root), data, cache=cache)
    after = tree(data)
    write(load(breakable_root), tmp_path / "anew")
    anew = tree(tmp_path / "anew")
    assert [path for path in after.keys() | anew.keys() if after.get(path) != anew.get(path)] == []
    assert {"all.sqlite", "all.xlsx", "tables/parquet/units.parquet"} <= {path for path in after if after[path] != before[path]}


def test_of_very_many_plans_each_has_its_archive_alone(breakable_root: Path, tmp_path: Path) -> None:
    write(load(breakable_root), tmp_path / "few")
    with (breakable_root / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write("\nextra: {scale: {formats: 1}}\n")
    downloads = write(load(breakable_root), tmp_path / "many")
    few, many = tree(tmp_path / "few"), tree(tmp_path / "many")
    assert {path for path in many if path.startswith("plans/")} == {"plans/alpha-2020.zip", "plans/beta-2021.zip"}
    assert [each.path for each in downloads if each.plan_id] == ["plans/alpha-2020.zip", "plans/beta-2021.zip"]
    alone = {path: content for path, content in few.items() if not path.startswith("plans/")}
    differing = {path for path, content in alone.items() if many[path] != content}
    # The catalogue of DCAT names the plans' archives with their sizes; the archives' read-mes differ.
    assert differing <= {"catalog.jsonld"}
    with zipfile.ZipFile(io.BytesIO(many["plans/alpha-2020.zip"])) as archive:
        held = {f"plans/alpha-2020/{name}": archive.read(name) for name in archive.namelist()}
    unpacked = {path: content for path, content in few.items() if path.startswith("plans/alpha-2020/")}
    assert held.keys() == unpacked.keys()
    own = {"plans/alpha-2020/README.md", "plans/alpha-2020/SHA256SUMS"}
    assert {path for path in held if held[path] != unpacked[path]} == own
    readme = held["plans/alpha-2020/README.md"].decode()
    assert "全部计划合在一起的表另有这些格式" in readme
    assert "The tables of all plans together are also there as: CSV for Excel, Parquet, SQLite" in readme


def test_of_very_many_rows_there_is_no_workbook_no_index_and_no_second_copy(
    small: Published, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = parts(small)
    for module in (offered, whole_module, sqlite):
        monkeypatch.setattr(module, "MOST_ROWS", 5)
    downloads = gather(small.catalogue, held, tmp_path, "")
    paths = {each.path for each in downloads if each.plan_id is None}
    assert {"all.zip", "all.jsonl.zip", "all.csv-excel.zip", "all.parquet.zip", "all.sqlite"} < paths
    assert not [path for path in paths if "xlsx" in path or path.startswith(("tables/jsonl", "tables/csv-excel"))]
    assert {"all/targets.csv", "tables/parquet/targets.parquet"} < paths
    assert paths <= {*tree(tmp_path)}
    assert (
        "XLSX" not in (tmp_path / "all/README.md").read_text(encoding="utf-8").partition("另有")[2].partition("。")[0]
    )
    with closing(sqlite3.connect(tmp_path / "all.sqlite")) as database:
        names = {name for (name,) in database.execute("SELECT name FROM sqlite_master")}
        assert "targets_wide" in names
        assert not names & {"fulltext", "texts"}
        assert database.execute("SELECT count(*) FROM about WHERE key = 'fulltext'").fetchone() == (0,)
    for name in ("jsonl", "csv-excel"):
        with (
            zipfile.ZipFile(tmp_path / f"all.{name}.zip") as now,
            zipfile.ZipFile(small.data / f"all.{name}.zip") as then,
        ):
            assert now.testzip() is None
            assert now.namelist() == then.namelist()


def test_a_stored_tables_parquet_is_that_of_a_table_in_memory(
    real: Published, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parquet, "_ROWS", 100)
    monkeypatch.setattr(parquet, "_BLOCK", 1 << 14)
    package = next(packages(real.catalogue))
    for table in package.tables:
        stored = StoredTable(table.schema, real.data / "all" / f"{table.name}.csv", table.count)
        parquet.write_stored(stored, tmp_path / "table.parquet")
        assert (tmp_path / "table.parquet").read_bytes() == parquet.encode_table(table), table.name
        assert [tuple(row) for row in stored.rows()] == list(table.rows())


def test_pieces_one_behind_the_other_are_one_stream() -> None:
    contents = [b"", "行动".encode() * 50_000, b"", b"a,b\n" * 3, bytes(range(256)) * 1000]
    packed = [deflated(content) for content in contents]
    assert packed[0] == b""
    stream = zlib.decompressobj(-zlib.MAX_WBITS)
    assert stream.decompress(b"".join([*packed, END])) == b"".join(contents)
    assert stream.eof
    assert packed == [deflated(content) for content in contents]


def test_a_damaged_part_is_refused(small: Published, tmp_path: Path) -> None:
    shared, first, *rest = parts(small)
    part = Part.of_bytes(first)
    broken = {key: packed[:-3] + b"\xff\xff\xff" for key, packed in part.packed.items()}
    damaged = Part(part.plan, part.downloads, part.counts, broken).as_bytes()
    with pytest.raises(zlib.error):
        gather(small.catalogue, [shared, damaged, *rest], tmp_path, "")
