"""The files in /search/: complete, the same on every run, and leading to addresses that exist."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest

from zoneledger import search
from zoneledger.catalogue import Catalogue, load
from zoneledger.search.folding import fold, simplified
from zoneledger.search.index import COLUMNS
from zoneledger.search.records import KINDS


def _records(site: Path) -> list[dict[str, Any]]:
    content = json.loads((site / "search" / "records.json").read_text(encoding="utf-8"))
    assert tuple(content["columns"]) == COLUMNS
    return [dict(zip(COLUMNS, row, strict=False)) for row in content["records"]]


def test_counts_its_records_and_names_its_files(catalogue: Catalogue, site: Path) -> None:
    told: list[str] = []
    count = search.write(catalogue, site, told.append)
    assert count == len(_records(site)) > 50
    assert told == ["search/records.json", "search/folding.json"]


def test_bytes_are_the_same_on_every_run(checkout: Path, site: Path) -> None:
    written = []
    for _ in range(2):
        search.write(load(checkout), site)
        written.append({file.name: file.read_bytes() for file in sorted((site / "search").iterdir())})
    assert written[0] == written[1]
    assert set(written[0]) == {"folding.json", "records.json"}


def test_files_of_an_earlier_build_are_gone(catalogue: Catalogue, site: Path) -> None:
    (site / "search").mkdir()
    (site / "search" / "old.json").write_text("{}", encoding="utf-8")
    search.write(catalogue, site)
    assert not (site / "search" / "old.json").exists()


def test_the_browser_gets_the_very_table(catalogue: Catalogue, site: Path) -> None:
    search.write(catalogue, site)
    table = json.loads((site / "search" / "folding.json").read_text(encoding="utf-8"))
    assert dict(zip(table["from"], table["to"], strict=True)) == simplified()


def test_addresses_lead_to_the_row(catalogue: Catalogue, site: Path) -> None:
    search.write(catalogue, site)
    addresses = {record["plain"].split("\n")[-1]: record["address"] for record in _records(site)}
    assert addresses["anshi-2021"] == "plans/anshi-2021/"
    assert addresses["anshi-2021-r003"] == "plans/anshi-2021/#anshi-2021-r003"
    assert addresses["anshi-tax"] == "organizations/anshi-tax/"
    assert addresses["tax"] == "agencies/tax/"
    assert addresses["tax-per-mu"] == "indicators/tax-per-mu/"
    assert addresses["baihe-hidz"] == "zones/baihe-hidz/"
    assert addresses["yi-yuan"] == "dictionary/#units"
    assert addresses["anshi-2021-i001"] == "plans/anshi-2021/#anshi-2021-i001"
    exclusions = {record["address"] for record in _records(site) if record["kind"] == KINDS.index("exclusions")}
    assert exclusions == {"plans/anshi-2021/"}, "this site's page has no section for them"


def test_a_row_that_no_page_shows_is_an_error(catalogue: Catalogue, site: Path) -> None:
    (site / "dictionary" / "index.html").unlink()
    with pytest.raises(ValueError, match="no page shows industries"):
        search.write(catalogue, site)


def test_hostile_text_stays_text(checkout: Path, site: Path) -> None:
    hostile = "</script><img src=x onerror=alert(1)>"
    plan = checkout / "datasets" / "plans" / "anshi-2021" / "plan.yml"
    plan.write_text(
        plan.read_text(encoding="utf-8").replace("安石市开发区提质行动方案\n", f'"{hostile}"\n'), encoding="utf-8"
    )
    search.write(load(checkout), site)
    (found,) = [record for record in _records(site) if record["zh"].startswith(hostile)]
    assert found["address"] == "plans/anshi-2021/"


def test_folded_words_find_what_a_plain_scan_of_the_words_finds(catalogue: Catalogue, site: Path) -> None:
    """Folding may widen a plain scan (by spelling) but never loses what it finds."""
    search.write(catalogue, site)
    lines = [
        (i, line) for i, r in enumerate(_records(site)) for key in ("zh", "en", "plain") for line in r[key].split("\n")
    ]
    chance = random.Random(20211)
    for _ in range(300):
        _, line = chance.choice(lines)
        start = chance.randrange(len(line) or 1)
        part = line[start : start + chance.randint(1, 6)]
        plain = {i for i, text in lines if part in text}
        folded = {i for i, text in lines if fold(part) in fold(text)}
        assert plain <= folded
        assert plain or not part
