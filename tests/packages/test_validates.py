"""Frictionless on every package, folder and archive.

What it checks: types, constraints, primary and foreign keys, size and hash. What it does not: unique keys over several
columns, and whether the archive and the folder agree; the first is `zoneledger check`'s, the second test_package_files'.
"""

from __future__ import annotations

import json
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import frictionless
import pytest
from publishing import Published

HASH_AND_SIZE = {"hash-count", "byte-count"}


def errors(path: Path) -> list[tuple[str, str, str]]:
    """Resource, type and note of everything Frictionless finds in a descriptor or an archive."""
    report = frictionless.Package(str(path)).validate()
    found = [(task.name, error.type, error.note) for task in report.tasks for error in task.errors]
    assert report.valid == (not found and not report.errors)
    return found + [("", error.type, error.note) for error in report.errors]


def test_folders_are_valid(published: Published) -> None:
    for folder in published.folders:
        assert errors(folder / "datapackage.json") == []


def test_archives_are_valid(small: Published) -> None:
    for archive in small.archives:
        assert errors(archive) == []


def test_the_real_datasets_archive_is_valid(real: Published) -> None:
    # Those of its plans hold their folders byte for byte: test_package_files.
    assert errors(real.data / "all.zip") == []


def test_every_table_is_read(small: Published) -> None:
    report = frictionless.Package(str(small.data / "all" / "datapackage.json")).validate()
    assert {task.name for task in report.tasks} == set(small.catalogue.schemas)
    assert {task.name: task.stats.get("rows", 0) for task in report.tasks} == {
        name: len(small.catalogue.tables[schema.of or name].records) for name, schema in small.catalogue.schemas.items()
    }


def _edit(folder: Path, name: str, old: str, new: str) -> None:
    path = folder / name
    content = path.read_bytes()
    assert content.count(old.encode()) == 1, f"{old!r} does not stand once in {name}"
    path.write_bytes(content.replace(old.encode(), new.encode()))


def _unknown_measure(folder: Path) -> None:
    _edit(folder, "targets.csv", "alpha-2020-t002,alpha-2020-m02", "alpha-2020-t002,alpha-2020-m09")


def _unknown_plan(folder: Path) -> None:
    _edit(folder, "responsibilities.csv", "alpha-2020,alpha-2020-r001", "gamma-2022,alpha-2020-r001")


def _unknown_parent(folder: Path) -> None:
    _edit(folder, "industries.csv", "chips,芯片,某物,manufacturing", "chips,芯片,某物,farming")


def _row_missing_that_others_need(folder: Path) -> None:
    path = folder / "units.csv"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if not line.startswith("yuan,")), encoding="utf-8")


@pytest.mark.parametrize(
    ("plant", "tables"),
    [
        (_unknown_measure, {"targets"}),
        (_unknown_plan, {"responsibilities"}),
        (_unknown_parent, {"industries"}),
        (_row_missing_that_others_need, {"units", "targets_wide"}),
    ],
)
def test_a_broken_reference_is_reported(
    small: Published, tmp_path: Path, plant: Callable[[Path], None], tables: set[str]
) -> None:
    folder = tmp_path / "copy"
    shutil.copytree(small.data / "plans" / "alpha-2020", folder)
    plant(folder)
    found = {(name, kind) for name, kind, _ in errors(folder / "datapackage.json") if kind not in HASH_AND_SIZE}
    assert found == {(table, "foreign-key") for table in tables}


def test_a_changed_byte_is_reported(small: Published, tmp_path: Path) -> None:
    folder = tmp_path / "copy"
    shutil.copytree(small.data / "all", folder)
    _edit(folder, "industries.csv", "渔业", "渔叶")
    assert {(name, kind) for name, kind, _ in errors(folder / "datapackage.json")} == {("industries", "hash-count")}


def test_a_wrong_hash_in_an_archive_is_reported(small: Published, tmp_path: Path) -> None:
    archive = tmp_path / "copy.zip"
    with zipfile.ZipFile(small.data / "all.zip") as given, zipfile.ZipFile(archive, "w") as copy:
        for name in given.namelist():
            content = given.read(name)
            if name == "datapackage.json":
                package = json.loads(content)
                package["resources"][0]["hash"] = "sha256:" + "0" * 64
                content = json.dumps(package).encode()
            copy.writestr(name, content)
    assert [kind for _, kind, _ in errors(archive)] == ["hash-count"]
