"""The files in /search/: complete, the same on every run, small, and leading to addresses that exist."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from number_reading import rising

from zoneledger import search
from zoneledger.catalogue import Catalogue, load
from zoneledger.search.folding import fold, simplified
from zoneledger.search.records import KINDS


def _manifest(site: Path) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((site / "search" / "manifest.json").read_text(encoding="utf-8"))
    return content


def _entries(site: Path, name: str) -> list[Any]:
    """A list put together from its shards; each begins where the directory says."""
    manifest = _manifest(site)
    found: list[Any] = []
    for number, first in enumerate(rising(manifest["directories"][name])):
        assert first == len(found)
        file = site / "search" / manifest["folder"] / name / f"{number}.json"
        found += json.loads(file.read_text(encoding="utf-8"))
    return found


def _keys(site: Path, name: str) -> dict[str, str]:
    """The same for strings by key."""
    manifest = _manifest(site)
    found: dict[str, str] = {}
    for number, first in enumerate(manifest["directories"][name]):
        held = json.loads((site / "search" / manifest["folder"] / name / f"{number}.json").read_text(encoding="utf-8"))
        assert next(iter(held)) == first
        found |= held
    assert list(found) == sorted(found, key=lambda key: key.encode("utf-16-be"))
    return found


def _addresses(site: Path) -> dict[str, str]:
    """Addresses by identifier, or by title where there is none."""
    found = {}
    for card in _entries(site, "cards-zh"):
        title, plan, _, address, key = [*card, 0, "", "", ""][:5]
        found[key or title] = address or (f"plans/{plan[0]}/#{key}" if plan else "")
    return found


def test_counts_its_records_and_names_its_files(catalogue: Catalogue, site: Path) -> None:
    told: list[str] = []
    count = search.write(catalogue, site, told.append)
    assert (
        count == len(_entries(site, "cards-zh")) == len(_entries(site, "cards-en")) == _manifest(site)["records"] > 50
    )
    assert told == [f"search/{_manifest(site)['folder']}/", "search/manifest.json", "search/folding.json"]


def test_bytes_are_the_same_on_every_run(checkout: Path, site: Path) -> None:
    written = []
    for _ in range(2):
        search.write(load(checkout), site)
        files = [file for file in sorted((site / "search").rglob("*")) if file.is_file()]
        written.append({file.relative_to(site): file.read_bytes() for file in files})
    assert written[0] == written[1]


def test_the_folder_is_named_by_its_content(checkout: Path, site: Path) -> None:
    search.write(load(checkout), site)
    before = _manifest(site)["folder"]
    units = checkout / "datasets" / "reference" / "units.csv"
    units.write_text(units.read_text(encoding="utf-8").replace("亩", "公顷"), encoding="utf-8")
    search.write(load(checkout), site)
    assert _manifest(site)["folder"] != before
    assert not (site / "search" / before).exists()


def test_files_of_an_earlier_build_are_gone(catalogue: Catalogue, site: Path) -> None:
    (site / "search").mkdir()
    (site / "search" / "old.json").write_text("{}", encoding="utf-8")
    search.write(catalogue, site)
    assert not (site / "search" / "old.json").exists()


def test_the_browser_gets_what_leads_to_the_data(catalogue: Catalogue, site: Path) -> None:
    search.write(catalogue, site)
    table = json.loads((site / "search" / "folding.json").read_text(encoding="utf-8"))
    pairs = dict(zip(table["from"], table["to"], strict=True))
    occurring = {char for text in _entries(site, "text") for char in fold(text)}
    assert pairs == {char: plain for char, plain in simplified().items() if plain in occurring}
    assert 50 < len(pairs) < len(simplified())


def test_every_pair_of_characters_leads_to_its_lines(catalogue: Catalogue, site: Path) -> None:
    search.write(catalogue, site)
    texts = [fold(text) for text in _entries(site, "text")]
    for gram, written in _keys(site, "grams").items():
        assert rising(written) == [number for number, text in enumerate(texts) if gram in text], gram
    pairs = {text[at : at + 2] for text in texts for at in range(len(text) - 1)}
    assert {pair for pair in pairs if not any(map(str.isspace, pair))} <= set(_keys(site, "grams"))


def test_files_stay_small(catalogue: Catalogue, site: Path) -> None:
    search.write(catalogue, site)
    assert max(file.stat().st_size for file in (site / "search").rglob("*.json")) < 20_000


def test_addresses_lead_to_the_row(catalogue: Catalogue, site: Path) -> None:
    search.write(catalogue, site)
    addresses = _addresses(site)
    assert addresses["anshi-2021"] == "plans/anshi-2021/"
    assert addresses["anshi-2021-r003"] == "plans/anshi-2021/#anshi-2021-r003"
    assert addresses["anshi-tax"] == "organizations/anshi-tax/"
    assert addresses["tax"] == "agencies/tax/"
    assert addresses["tax-per-mu"] == "indicators/tax-per-mu/"
    assert addresses["baihe-hidz"] == "zones/baihe-hidz/"
    assert addresses["yi-yuan"] == "dictionary/#units"
    assert addresses["anshi-2021-i001"] == "plans/anshi-2021/#anshi-2021-i001"


def test_a_row_that_no_page_shows_is_an_error(catalogue: Catalogue, site: Path) -> None:
    (site / "dictionary" / "index.html").unlink()
    with pytest.raises(ValueError, match="no page shows"):
        search.write(catalogue, site)


def test_hostile_text_stays_text(checkout: Path, site: Path) -> None:
    hostile = "</script><img src=x onerror=alert(1)>"
    plan = checkout / "datasets" / "plans" / "anshi-2021" / "plan.yml"
    plan.write_text(
        plan.read_text(encoding="utf-8").replace("安石市开发区提质行动方案\n", f'"{hostile}"\n'), encoding="utf-8"
    )
    search.write(load(checkout), site)
    (found,) = [card for card in _entries(site, "cards-zh") if card[0].startswith(hostile)]
    assert found[4] == "anshi-2021"


def test_identifiers_lead_to_records_wholly_or_by_their_end(catalogue: Catalogue, site: Path) -> None:
    search.write(catalogue, site)
    ids, cards = _keys(site, "ids"), _entries(site, "cards-en")
    assert [cards[number][4] for number in rising(ids["anshi-2021-r003"])] == ["anshi-2021-r003"]
    assert "anshi-2021-r003" in [cards[number][4] for number in rising(ids["r003"])]
    assert [cards[number][4] for number in rising(ids["tax"])] == ["tax"], "no end of anshi-tax"


def test_groups_keep_their_order(catalogue: Catalogue, site: Path) -> None:
    search.write(catalogue, site)
    kinds = _manifest(site)["kinds"]
    assert [kind["id"] for kind in kinds] == [*KINDS, "page"]
    assert [kind["first"] for kind in kinds] == sorted(kind["first"] for kind in kinds)
    assert all(kind["zh"] and kind["en"] for kind in kinds)
