"""A page with very many rows shows the first ones, says so, and its file has them all."""

from __future__ import annotations

from pathlib import Path

import pytest
from page_rows import csv_of, rows_of
from scan import Datasets, scan

from zoneledger import facets, pages
from zoneledger.catalogue import load
from zoneledger.facets import taking
from zoneledger.facets.taking import shares
from zoneledger.revision import Repository
from zoneledger.site import markdown

SHOWN = 2
SAID = {"": "其余见下载的 CSV", "en/": "the CSV has them all"}


@pytest.fixture(scope="module")
def short(small_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small dataset's site, with no more than two rows a page."""
    out = tmp_path_factory.mktemp("short")
    markdown.render(small_root, out, data_date="2026-01-31")
    catalogue = load(small_root)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(taking, "ROWS_SHOWN", SHOWN)
        context = pages.PageContext(Repository("https://example.org/repository", "abc123", "main"))
        pages.write(catalogue, out, out, context, lambda _: None)
    facets.write(catalogue, out)
    return out


@pytest.mark.parametrize("prefix", SAID)
def test_long_pages_are_cut_and_say_so(short: Path, small_root: Path, prefix: str) -> None:
    cut: set[str] = set()
    for folder, values in scan(Datasets(small_root)).items():
        for value, tables in values.items():
            path = f"{prefix}{folder}/{value}/"
            shown, wanted = rows_of(short, path), {table: ids for table, ids in tables.items() if ids}
            total = sum(map(len, wanted.values()))
            assert sum(map(len, shown.values())) == min(total, SHOWN), path
            said = SAID[prefix] in (short / path / "index.html").read_text(encoding="utf-8")
            assert said == (total > SHOWN), path
            files = {path.name: len(csv_of(path)) for path in (short / folder / value).glob("*.csv")}
            assert sorted(files.values()) == sorted(map(len, wanted.values())), path
            cut |= {folder} if said else set()
    assert cut >= {"years", "strengths", "cities", "agencies", "organizations", "indicators"}


def test_small_tables_are_shown_whole() -> None:
    assert shares({"targets": 700, "milestones": 4, "projects": 700}, 500) == {
        "targets": 248, "milestones": 4, "projects": 248,
    }  # fmt: skip
    assert shares({"targets": 10, "projects": 20}, 500) == {"targets": 10, "projects": 20}
    assert shares({}, 500) == {}
