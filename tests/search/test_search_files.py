"""The files in /search/: complete, the same on every run, small, and leading to addresses that exist."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from number_reading import decode

from zoneledger import search
from zoneledger.catalogue import Catalogue, load
from zoneledger.search.folding import fold, simplified
from zoneledger.search.records import KINDS, plan_records


def _manifest(site: Path) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((site / "search" / "manifest.json").read_text(encoding="utf-8"))
    return content


def _entries(site: Path) -> Iterator[tuple[list[str], list[str], list[Any]]]:
    """Of every entry its plan, its lines and the entry as it is written, its ends filled up."""
    for path in sorted((site / "search" / _manifest(site)["folder"] / "records").rglob("*.json")):
        for stretch in json.loads(path.read_text(encoding="utf-8")):
            for entry in stretch["entries"]:
                written = [*entry, "", "", 0, 0, {}][: max(6, len(entry))]
                numbers = [decode(part) for part in entry[0].split(" ")]
                yield stretch["plan"], [stretch["lines"][number] for part in numbers[:3] for number in part], written


def _keys(site: Path, name: str) -> dict[str, str]:
    """A list put together from its buckets."""
    manifest = _manifest(site)
    found: dict[str, str] = {}
    for number in range(manifest["lists"][name]):
        file = site / "search" / manifest["folder"] / name / f"{number}.json"
        found |= json.loads(file.read_text(encoding="utf-8"))
    return found


def _units(site: Path, value: str) -> int:
    """How many units a posting speaks of, in its parts or as it stands."""
    manifest = _manifest(site)
    if value.startswith("!"):
        base, *starts = decode(value[1:])
        files = (site / "search" / manifest["folder"] / "parts" / f"{base + part}.json" for part in range(len(starts)))
        value = "".join(json.loads(file.read_text(encoding="utf-8")) for file in files)
    numbers, at, count = decode(value), 0, 0
    while at < len(numbers):
        chunk, titled, mentioned = numbers[at : at + 3]
        at += 3
        unit = -1
        for _ in range(titled):
            unit += numbers[at] + 1
            at += 2 if chunk < manifest["shared"] or unit == 0 else 1
        at += mentioned
        count += titled + mentioned
    return count


def _addresses(site: Path) -> dict[str, str]:
    """Addresses by identifier, or by title where there is none."""
    return {
        entry[1] or lines[0]: entry[2] or (f"plans/{plan[0]}/#{entry[1]}" if plan else "")
        for plan, lines, entry in _entries(site)
    }


def test_counts_its_records_and_names_its_files(catalogue: Catalogue, site: Path) -> None:
    told: list[str] = []
    count = search.write(catalogue, site, told.append)
    # Each page of this site is short enough to be one entry.
    assert count == len(list(_entries(site))) == _manifest(site)["records"] > 50
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
    occurring = {char for _, lines, _ in _entries(site) for text in lines for char in fold(text)}
    assert pairs == {char: plain for char, plain in simplified().items() if plain in occurring}
    assert 50 < len(pairs) < len(simplified())


def test_every_pair_of_characters_leads_to_all_that_holds_it(catalogue: Catalogue, site: Path) -> None:
    search.write(catalogue, site)
    texts = [set(map(fold, lines)) for _, lines, _ in _entries(site)]
    found = _keys(site, "grams")
    for gram, written in found.items():
        assert _units(site, written) == sum(any(gram in line for line in lines) for lines in texts), gram
    pairs = {line[at : at + 2] for lines in texts for line in lines for at in range(len(line) - 1)}
    assert {pair for pair in pairs if not any(map(str.isspace, pair))} <= set(found)


def test_bytes_are_the_same_from_kept_extracts(catalogue: Catalogue, site: Path) -> None:
    shared = [source.read() for source in search.extract_shared(catalogue, site)]
    plans = [search.extract(catalogue, plan, site) for plan in catalogue.plan_files]
    kept = json.loads(json.dumps([shared, plans], ensure_ascii=False))
    written = []
    for one, others in ((shared, plans), kept):
        search.gather(catalogue, search.Extracts(_sources(one), _sources(others)), site)
        files = [file for file in sorted((site / "search").rglob("*")) if file.is_file()]
        written.append({file.relative_to(site): file.read_bytes() for file in files})
    search.write(catalogue, site)
    assert written[0] == written[1] == {file: (site / file).read_bytes() for file in written[0]}


def _sources(extracts: list[search.Extract]) -> list[search.Source]:
    return [search.Source(one["path"], "", partial(dict, one)) for one in extracts]


@pytest.fixture
def two(checkout: Path, site: Path) -> Catalogue:
    """Two plans: the small one, and another with its rows under other identifiers and one name of its own."""
    plans = checkout / "datasets" / "plans"
    (plans / "baihe-2022").mkdir()
    for file in (plans / "anshi-2021").iterdir():
        text = file.read_text(encoding="utf-8").replace("anshi-2021", "baihe-2022")
        if file.name == "plan.yml":
            text = text.replace("安石市开发区提质行动方案", "参差市开发区提质行动方案")
        (plans / "baihe-2022" / file.name).write_text(text, encoding="utf-8")
    pages = {path: path.read_text(encoding="utf-8") for path in (site / "plans" / "anshi-2021").glob("index.html")}
    for path, text in pages.items():
        copy = Path(str(path).replace("anshi-2021", "baihe-2022"))
        copy.parent.mkdir()
        copy.write_text(text.replace("anshi-2021", "baihe-2022"), encoding="utf-8")
    catalogue = load(checkout)
    assert sorted(catalogue.plan_files) == ["anshi-2021", "baihe-2022"]
    return catalogue


def test_an_extract_looks_at_no_other_plan(two: Catalogue, site: Path) -> None:
    for plan in two.plan_files:
        alone = load(two.layout.root, [plan])
        assert search.extract(alone, plan, site) == search.extract(two, plan, site)


def test_readings_that_another_plan_brings_count_everywhere(two: Catalogue, site: Path) -> None:
    shared = search.extract_shared(two, site)
    plans = [search.extract(two, plan, site) for plan in two.plan_files]
    search.gather(two, search.Extracts(shared, _sources(plans)), site)
    before = _keys(site, "pinyin")
    # 方 stands in both plans' titles; a reading that it has in a word of the second counts in the first, too.
    plans[1]["readings"]["方"] += " fong"
    search.gather(two, search.Extracts(shared, _sources(plans)), site)
    after = _keys(site, "pinyin")
    assert "fong" not in before
    assert len(shared) in _chunks(after["fong"], len(shared)), "the first plan has only the readings of its own names"
    assert {key for key in after if after[key] != before.get(key)} == {"fong"}, "its initials are those of fang"


def _chunks(value: str, shared: int) -> set[int]:
    """Numbers of the plans that a posting speaks of."""
    numbers, at, found = decode(value), 0, set()
    while at < len(numbers):
        chunk, titled, mentioned = numbers[at : at + 3]
        found.add(chunk)
        at, unit = at + 3, -1
        for _ in range(titled):
            unit += numbers[at] + 1
            at += 2 if chunk < shared or unit == 0 else 1
        at += mentioned
    return found


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
    (found,) = [entry for _, lines, entry in _entries(site) if lines[0].startswith(hostile)]
    assert found[1] == "anshi-2021"


def test_identifiers_lead_to_records_wholly_or_by_their_end(catalogue: Catalogue, site: Path) -> None:
    search.write(catalogue, site)
    ids = _keys(site, "ids")
    plan = _manifest(site)["shared"] + sorted(catalogue.plan_files).index("anshi-2021")
    assert decode(ids["anshi-2021"]) == [plan, 0, 1, 0], "a plan is the first of its own"
    rows = [record.key for record in plan_records(catalogue, "anshi-2021")]
    found = decode(ids["r003"])
    assert found[found.index(plan) : found.index(plan) + 4] == [plan, 0, 1, rows.index("anshi-2021-r003")]
    assert _units(site, ids["tax"]) == 1, "no end of anshi-tax"


def test_groups_keep_their_order(catalogue: Catalogue, site: Path) -> None:
    search.write(catalogue, site)
    kinds = _manifest(site)["kinds"]
    assert [kind["id"] for kind in kinds] == [*KINDS, "page"]
    assert all(kind["zh"] and kind["en"] for kind in kinds)
