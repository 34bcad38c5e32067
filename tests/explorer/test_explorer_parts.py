"""A table in parts: the same rows as in one file, from extracts of single plans, and little to load at first."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zoneledger import explorer
from zoneledger.budgets.copies import copies
from zoneledger.catalogue import Catalogue, load
from zoneledger.explorer.block import cells
from zoneledger.explorer.grams import bucket, grams
from zoneledger.explorer.packing import LARGEST, pack, unpack
from zoneledger.explorer.parts import Sizes, steps
from zoneledger.search.folding import fold

#: So small that a few plans make many parts.
SMALL = Sizes(rows=2_000, names=5, places=300)


@pytest.fixture(scope="module")
def catalogue(root: Path) -> Catalogue:
    return load(root)


@pytest.fixture(scope="module")
def extracts(catalogue: Catalogue) -> list[dict[str, Any]]:
    return [explorer.extract(catalogue, plan_id) for plan_id in catalogue.plan_files]


@pytest.fixture(scope="module")
def shared(catalogue: Catalogue) -> dict[str, Any]:
    return explorer.extract_shared(catalogue) | {"plans_in_one_file": 0}


@pytest.fixture(scope="module")
def folder(extracts: list[Any], shared: dict[str, Any], tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = tmp_path_factory.mktemp("parts")
    explorer.gather(copies(extracts, 3), shared, site, sizes=SMALL)
    return site / "explore"


def read(file: Path) -> Any:
    return json.loads(file.read_text("utf-8"))


def test_a_plan_alone_gives_what_it_gives_among_all(
    root: Path, catalogue: Catalogue, extracts: list[Any], shared: dict[str, Any]
) -> None:
    for plan_id, extract in zip(catalogue.plan_files, extracts, strict=True):
        alone = load(root, plans=[plan_id])
        assert explorer.extract(alone, plan_id) == extract
        assert explorer.extract_shared(alone) | {"plans_in_one_file": 0} == shared


def test_extracts_survive_json(extracts: list[Any], shared: dict[str, Any], tmp_path: Path) -> None:
    for limit in (0, 100):
        sites = []
        for name, turned in (("kept", lambda value: value), ("read", lambda value: json.loads(json.dumps(value)))):
            site = tmp_path / f"{name}-{limit}"
            explorer.gather(map(turned, extracts), turned(shared | {"plans_in_one_file": limit}), site, sizes=SMALL)
            sites.append({path.relative_to(site): path.read_bytes() for path in site.rglob("*.json")})
        assert sites[0] == sites[1]
        assert len(sites[0]) == 2 if limit else len(sites[0]) > 100


def decoded(folder: Path, table: str, name: str) -> Iterator[Any]:
    """A facet's cells by row, as keys, read from the parts as a browser reads them."""
    content = read(folder / f"{table}.json")
    column = next(column for column in content["columns"] if column["id"] == name)
    if "size" in column:
        blocks = range(len(column["starts"]))
        values = [value for number in blocks for value in read(folder / f"parts/{table}/names/{name}/{number}.json")]
        assert [value[0] for value in values[:: SMALL.names]] == column["starts"]
        assert len(values) == column["size"]
        for place, lang in ((1, "zh"), (2, "en")):
            assert read(folder / f"parts/{table}/names/{name}/{lang}.json") == [value[place] for value in values]
    else:
        values = column["values"]
    codes = read(folder / f"parts/{table}/columns/{name}.json")
    lengths = [rows for shard in content["parts"]["shards"] for rows in shard]
    found = iter(codes.get("codes", ""))
    for plan, rows in enumerate(lengths):
        local = []
        for step in codes["locals"][plan] if "locals" in codes else ():
            local.append(step + (local[-1] if local else 0))
        for _ in range(rows):
            if "plans" in codes:
                code = codes["plans"][plan]
            else:
                code = unpack(next(found))[0]
                code = local[code] if "locals" in codes else code
            yield tuple(sorted(values[one][0] for one in codes["sets"][code])) if "sets" in codes else values[code][0]


@pytest.mark.parametrize("table", explorer.TABLES)
def test_columns_hold_every_row_and_count_them(
    table: str, folder: Path, extracts: list[Any], shared: dict[str, Any]
) -> None:
    compared = 0
    for column in read(folder / f"{table}.json")["columns"]:
        name, kind = column["id"], column["kind"]
        if not kind.startswith("choice"):
            continue
        found = list(decoded(folder, table, name))
        blocks = [plan[table]["columns"][name] for plan in copies(extracts, 3)]
        assert found == [cell for packed in blocks for cell in cells(packed, kind)], name
        keys = [key for cell in found for key in ([cell] if isinstance(cell, str) else cell)]
        told = {
            value[0]: count for value, count in zip(column.get("values", ()), column.get("counts", ()), strict=True)
        }
        told |= {value[0]: count for _, count, *value in column.get("top", ())}
        assert told == {key: keys.count(key) for key in told}, name
        assert len(told) == min(column.get("size", len({*keys})), max(30, len(column.get("values", ())))), name
        compared += 1
    assert compared >= 8


@pytest.mark.parametrize("table", explorer.TABLES)
def test_rows_come_as_the_extracts_have_them(table: str, folder: Path, extracts: list[Any]) -> None:
    content = read(folder / f"{table}.json")
    files = [read(folder / f"parts/{table}/rows/{number}.json") for number in range(len(content["parts"]["shards"]))]
    assert [[block["rows"] for block in file] for file in files] == content["parts"]["shards"]
    written = [block["columns"] for file in files for block in file]
    assert written == [plan[table]["columns"] for plan in copies(extracts, 3)]
    assert len(files) > 8


@pytest.mark.parametrize("table", explorer.TABLES)
def test_every_gram_of_a_row_leads_to_its_file(table: str, folder: Path, extracts: list[Any]) -> None:
    content = read(folder / f"{table}.json")["parts"]
    listed = {
        gram: unpack(text)
        for number in range(content["grams"])
        for gram, text in read(folder / f"parts/{table}/grams/{number}.json").items()
        if bucket(gram, content["grams"]) == number
    }
    plans = list(copies(extracts, 3))
    place = 0
    checked = 0
    for number, shard in enumerate(content["shards"]):
        for plan in plans[place : place + len(shard)]:
            for gram in plan[table]["grams"].split("\n"):
                assert number in [sum(listed[gram][: end + 1]) for end in range(len(listed[gram]))], gram
                checked += 1
        place += len(shard)
    assert checked > 5_000 and content["grams"] > 5


@given(st.text(max_size=40), st.integers(0, 40), st.integers(0, 40))
def test_a_part_of_a_text_has_no_gram_that_the_text_has_not(text: str, first: int, last: int) -> None:
    part = text[first:last]
    assert grams([part]) <= grams([text])
    assert grams([fold(text)]) == grams([text])


def test_grams_are_pairs_of_chinese_characters_and_threes_of_others() -> None:
    assert grams(["亩均税收 GDP增长5000亿"]) == {"亩均", "均税", "税收", "gdp", "增长", "500", "000"}
    assert grams(["億元"]) == {"亿元"}


@given(st.lists(st.integers(0, LARGEST)))
def test_numbers_survive_as_characters(numbers: list[int]) -> None:
    text = pack(numbers)
    assert unpack(text) == numbers
    assert json.loads(json.dumps(text, ensure_ascii=False).encode()) == text
    assert len(json.dumps(text, ensure_ascii=False)) == len(text) + 2, "no character needs an escape"


def test_what_does_not_fit_is_refused() -> None:
    with pytest.raises(ValueError, match="character"):
        pack([LARGEST + 1])
    with pytest.raises(ValueError, match="files of rows"):
        steps([LARGEST + 1])


def test_what_is_loaded_at_first_hardly_grows(extracts: list[Any], shared: dict[str, Any], tmp_path: Path) -> None:
    """The table's own file and the first rows: ten times the plans, far less than twice the bytes."""
    sizes = {}
    for times in (20, 200):
        site = tmp_path / str(times)
        rows = explorer.gather(copies(extracts, times), shared, site)
        for table, count in rows.items():
            assert count == times * sum(plan[table]["rows"] for plan in extracts)
            files = (f"{table}.json", f"parts/{table}/rows/0.json")
            sizes[table, times] = sum(len(gzip.compress((site / "explore" / name).read_bytes())) for name in files)
    for table in explorer.TABLES:
        assert sizes[table, 200] < min(60_000, 1.7 * sizes[table, 20]), sizes
