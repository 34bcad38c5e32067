"""Another plan needs files under ``datasets/`` and nothing else; taken away again, it leaves no trace."""

from __future__ import annotations

import csv
import hashlib
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from zoneledger.catalogue import Catalogue, load

ROOT = Path(__file__).resolve().parent.parent
#: What a build reads.
INPUTS = ("datasets", "schemas", "site", "mkdocs.yml")
NEW = "anshi-2021"
SMALL = ROOT / "tests" / "fixtures" / "small" / "datasets"


def digests(folder: Path) -> dict[str, str]:
    """A checksum of every file below a folder."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def build(root: Path) -> Path:
    """Builds a checkout and returns its output."""
    command = [sys.executable, "-m", "zoneledger", "build", "--root", str(root), "--lang", "en"]
    built = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert built.returncode == 0, built.stdout + built.stderr
    return root / "dist"


def checkout(copy: Path) -> Path:
    """A copy of this checkout at the same commit, with the same changes: a build's links name the commit."""
    cloned = subprocess.run(
        ["git", "-c", "safe.directory=*", "clone", "-q", "--no-local", str(ROOT), str(copy)],
        check=False,
        capture_output=True,
    )
    if cloned.returncode != 0:
        shutil.rmtree(copy, ignore_errors=True)
        copy.mkdir()
    for name in INPUTS:
        if (ROOT / name).is_dir():
            shutil.rmtree(copy / name, ignore_errors=True)
            shutil.copytree(ROOT / name, copy / name)
        else:
            shutil.copy2(ROOT / name, copy / name)
    return copy


def rows_to_add(present: list[dict[str, str]], offered: list[dict[str, str]], keys: list[str]) -> list[dict[str, str]]:
    """Rows of a shared list that are not there yet."""
    known = {tuple(row[key] for key in keys) for row in present}
    return [row for row in offered if tuple(row[key] for key in keys) not in known]


def read(file: Path) -> tuple[list[str], list[dict[str, str]]]:
    """Header and rows of a table."""
    with file.open(encoding="utf-8", newline="") as stream:
        reader = csv.DictReader(stream)
        return list(reader.fieldnames or ()), list(reader)


def add_plan(root: Path) -> None:
    """The invented plan's folder, and the rows of shared lists that it needs and that are missing."""
    shutil.copytree(SMALL / "plans" / NEW, root / "datasets" / "plans" / NEW)
    for file in sorted((root / "datasets" / "reference").glob("*.csv")):
        schema = json.loads((root / "schemas" / file.name).with_suffix(".json").read_text(encoding="utf-8"))
        keys = schema["primaryKey"]
        header, present = read(file)
        offered = read(SMALL / "reference" / file.name)[1] if (SMALL / "reference" / file.name).is_file() else []
        rows = present + rows_to_add(present, offered, keys)
        with file.open("w", encoding="utf-8", newline="") as stream:
            writer = csv.DictWriter(stream, header, lineterminator="\n")
            writer.writeheader()
            writer.writerows(sorted(rows, key=lambda row: tuple(row[key] for key in keys)))


@pytest.fixture(scope="module")
def grown(built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """A checkout with one more plan, built; and what the checkout holds outside ``datasets/`` before it was added."""
    root = checkout(tmp_path_factory.mktemp("ninth") / "checkout")
    outside = {name: digest for name, digest in digests(root).items() if not name.startswith(("datasets/", ".git/"))}
    add_plan(root)
    build(root)
    return root, outside


def catalogue_of(root: Path) -> Catalogue:
    """Loaded without any problem of its files."""
    loaded = load(root)
    assert not loaded.problems
    return loaded


def test_only_datasets_changed(grown: tuple[Path, dict[str, str]]) -> None:
    root, outside = grown
    kept = {
        name: digest for name, digest in digests(root).items() if not name.startswith(("datasets/", ".git/", "dist/"))
    }
    assert kept == outside


def test_the_plan_is_everywhere(grown: tuple[Path, dict[str, str]]) -> None:
    """Its page, hubs, package and search records; the pages of what it names; the home page's counts."""
    root, _ = grown
    site, catalogue = root / "dist" / "site", catalogue_of(root)
    for prefix, title in (("", "安石市开发区提质行动方案"), ("en/", "Anshi plan for better zones")):
        page = (site / prefix / "plans" / NEW / "index.html").read_text(encoding="utf-8")
        assert f'id="{NEW}-t001"' in page
        for hub in (
            "",
            "plans/",
            "data/",
            "results/",
            "oddities/",
            "proof/",
            "indicators/operating-revenue/",
            "zones/qingshi-etdz/",
        ):
            assert title in (site / prefix / hub / "index.html").read_text(encoding="utf-8"), hub
        home = (site / prefix / "index.html").read_text(encoding="utf-8")
        for table in ("plans", "targets", "responsibilities"):
            shown = f"{len(catalogue.rows(table)):,}" if prefix else str(len(catalogue.rows(table)))
            assert re.search(rf"<dd><a [^>]*>{shown}</a></dd>", home), table
        assert (site / prefix / "organizations" / "anshi-industry-it" / "index.html").is_file()
    assert (site / "data" / "plans" / f"{NEW}.zip").is_file()
    assert json.loads((site / "data" / "plans" / NEW / "datapackage.json").read_text(encoding="utf-8"))["resources"]
    cards = "".join(path.read_text("utf-8") for path in (site / "search").glob(f"*/records/{NEW}/*.json"))
    for row in catalogue.rows("measures", NEW):
        for lang in ("zh", "en"):
            assert row.text(f"title_{lang}") in cards


def test_taken_away_it_leaves_no_trace(grown: tuple[Path, dict[str, str]], built_site: Path) -> None:
    root, _ = grown
    shutil.rmtree(root / "datasets")
    shutil.copytree(ROOT / "datasets", root / "datasets")
    before, after = digests(built_site / "site"), digests(build(root) / "site")
    assert len(before) > 500
    assert sorted(name for name in before.keys() | after.keys() if before.get(name) != after.get(name)) == []
