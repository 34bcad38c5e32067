"""What is written: sound, the same again, complete, and recognisable as invented."""

from __future__ import annotations

import csv
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from zoneledger import check
from zoneledger.audit import changed_since, load_receipt
from zoneledger.catalogue import Catalogue, load
from zoneledger.layout import Layout
from zoneledger.synthesis import checkout
from zoneledger.synthesis.texts import Gazetteer

Write = Callable[[int, int], Path]

INVENTED = ("jurisdictions", "zones", "organizations")


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize("count", [1, 8, 20])
def test_check_finds_nothing(write: Write, count: int, seed: int) -> None:
    catalogue, report = check.run(write(count, seed))
    assert report.problems == ()
    assert catalogue is not None and len(catalogue.plan_files) == count


def test_the_same_seed_gives_the_same_bytes(write: Write, curated: Catalogue, tmp_path: Path) -> None:
    checkout.write(curated, 8, 1, tmp_path / "again", lambda _message: None)
    assert contents(tmp_path / "again") == contents(write(8, 1))


def test_another_seed_gives_other_plans(write: Write) -> None:
    one, other = (contents(write(8, seed) / "datasets" / "plans") for seed in (1, 2))
    targets = [name for name in one.keys() & other.keys() if name.endswith("targets.csv")]
    assert targets and all(one[name] != other[name] for name in targets)


def test_more_plans_leave_the_first_ones_as_they_are(write: Write) -> None:
    few, many = (contents(write(count, 1) / "datasets" / "plans") for count in (8, 20))
    assert few and few == {name: content for name, content in many.items() if name in few}


def test_every_plan_table_has_rows(write: Write, curated: Catalogue) -> None:
    catalogue = load(write(8, 1))
    wanted = {name for name, table in curated.tables.items() if table.schema.group == "plan" and table.records}
    assert len(wanted) > 10
    assert {name for name in wanted if catalogue.tables[name].records} == wanted


def test_every_invented_name_says_so(write: Write) -> None:
    catalogue = load(write(20, 1))
    for table in INVENTED:
        rows = [row for row in catalogue.rows(table) if row.values.get("level") != "country"]
        assert rows
        for row in rows:
            assert "示例" in row.text("name_zh") and "Sample" in row.text("name_en"), row.text("name_zh")
    for plan in catalogue.plan_files.values():
        assert plan["title"]["zh"].endswith("（合成）") and plan["title"]["en"].endswith("(synthetic)")
        assert plan["notes"][-1]["zh"].startswith("合成数据")
    assert "合成" in catalogue.dataset["title"]["zh"] and "Synthetic" in catalogue.dataset["title"]["en"]


def test_no_row_names_a_curated_place(write: Write, curated: Catalogue) -> None:
    catalogue, gazetteer = load(write(20, 1)), Gazetteer(curated)
    kept = ("agency_types", "glossary", "indicators", "indicator_relations", "industries", "units")
    searched = 0
    for name, table in catalogue.tables.items():
        for record in table.records if name not in kept else []:
            for column, cell in record.cells.items():
                blanks = [part for part in gazetteer.template(cell, "zh").parts if isinstance(part, tuple)]
                assert all(kind == "year" for kind, _ in blanks), (name, column, cell)
                searched += 1
    assert searched > 10_000


def test_no_address_leads_to_a_real_site(write: Write) -> None:
    files = contents(write(20, 1) / "datasets" / "plans")
    found = {host for text in files.values() for host in re.findall(rb"https?://([^/\s\",]+)", text)}
    assert found == {b"example.org"}


def test_the_curated_plans_are_not_in_it(write: Write, curated: Catalogue) -> None:
    catalogue = load(write(20, 1))
    assert not catalogue.plan_files.keys() & curated.plan_files.keys()
    assert not {plan["jurisdiction"] for plan in catalogue.plan_files.values()} & {
        row["code"] for row in curated.rows("jurisdictions")
    }


def test_receipts_are_of_these_rows(write: Write) -> None:
    root = write(8, 1)
    catalogue = load(root)
    assert {path.stem for path in Layout(root).receipts.iterdir()} == catalogue.plan_files.keys()
    for plan in catalogue.plan_files:
        receipt = load_receipt(catalogue.layout, plan)
        assert receipt and changed_since(receipt, catalogue, plan) == 0


def test_a_word_keeps_an_example_only_where_a_row_prints_it(write: Write) -> None:
    with (write(20, 1) / "datasets/reference/glossary.csv").open(encoding="utf-8", newline="") as file:
        examples = [row["example_id"] for row in csv.DictReader(file)]
    assert any(examples) and all(key == "" or key.startswith("synthetic-") for key in examples)


def test_what_was_there_is_replaced_whole(write: Write, curated: Catalogue, tmp_path: Path) -> None:
    out = tmp_path / "out"
    shutil.copytree(write(8, 1), out)
    checkout.write(curated, 1, 1, out, lambda _message: None)
    assert contents(out) == contents(write(1, 1))
