"""Every value of every facet has a page in both languages, with exactly the rows a plain scan finds, and files alike."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from page_rows import all_rows_of, article, csv_of, links_of
from scan import Datasets, Scan

from zoneledger.facets import KINDS
from zoneledger.facets.sheets import SHEETS

FOLDERS = ("years", "strengths", "cities", "agencies", "organizations", "indicators", "industries", "zones")
each_folder = pytest.mark.parametrize("folder", FOLDERS)
each_language = pytest.mark.parametrize("prefix", ["", "en/"])


def test_no_facet_is_forgotten(scan: Scan) -> None:
    assert {kind.folder for kind in KINDS} == set(FOLDERS) == set(scan)


@each_folder
@each_language
def test_each_value_has_a_page_with_exactly_its_rows(site: Path, scan: Scan, folder: str, prefix: str) -> None:
    assert scan[folder]
    for value, tables in scan[folder].items():
        shown = all_rows_of(site, f"{prefix}{folder}/{value}/")
        wanted = {table: sorted(ids) for table, ids in tables.items() if ids}
        assert {table: sorted(ids) for table, ids in shown.items()} == wanted, f"{folder}/{value}"


@each_folder
def test_no_page_is_left_over(site: Path, scan: Scan, folder: str) -> None:
    written = {path.parent.name for path in (site / folder).glob("*/index.html")}
    assert written == set(scan[folder])


@each_folder
def test_files_hold_exactly_the_rows_of_their_page(site: Path, scan: Scan, folder: str) -> None:
    for value, tables in scan[folder].items():
        wanted = {SHEETS[table].file: ids for table, ids in tables.items() if ids}
        files = {path.name: path for path in (site / folder / value).glob("*.csv")}
        assert {name: [row["id"] for row in csv_of(path)] for name, path in files.items()} == wanted, value
        for prefix in ("", "en/"):
            path = f"{prefix}{folder}/{value}/"
            linked = {link for link in links_of(site, path) if link.endswith(".csv") and "charts/" not in link}
            assert linked == {f"{folder}/{value}/{name}" for name in wanted}, path


@each_language
def test_the_numbers_on_a_page_are_those_of_its_rows(site: Path, scan: Scan, prefix: str) -> None:
    for value, tables in scan["years"].items():
        take = re.search(r'<ul class="zl-take".*?</ul>', article(site, f"{prefix}years/{value}/"), re.DOTALL)
        assert take
        assert [int(n) for n in re.findall(r"\s(\d+)[:：]", take[0])] == [len(ids) for ids in tables.values()], value


def test_cells_are_handed_on_as_they_stand(site: Path, data: Datasets) -> None:
    originals = {row["id"]: row for row in data.rows("targets")}
    compared = 0
    for path in sorted((site / "strengths").glob("*/targets.csv")):
        for row in csv_of(path):
            kept = (
                "value",
                "value_max",
                "unit_id",
                "strength",
                "due",
                "recurrence",
                "locator",
                "printed",
                "indicator_id",
            )
            assert {name: row[name] for name in kept} == {name: originals[row["id"]][name] for name in kept}
            assert row["statement_zh"] and row["statement_en"] and row["plan_zh"] and row["plan_en"]
            compared += 1
    assert compared == len(originals)


def test_files_open_as_plain_utf8(site: Path) -> None:
    files = sorted(path for folder in FOLDERS for path in (site / folder).glob("*/*.csv"))
    assert len(files) > 500
    for path in files:
        content = path.read_bytes()
        assert not content.startswith(b"\xef\xbb\xbf") and b"\r" not in content and content.endswith(b"\n"), path
