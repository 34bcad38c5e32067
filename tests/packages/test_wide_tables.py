"""The wide tables hold what a reader would join by hand."""

from __future__ import annotations

import csv
from pathlib import Path

import two_plans
from publishing import Published, publish

from zoneledger.catalogue import load_schemas


def rows(folder: Path, table: str) -> list[dict[str, str]]:
    with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_a_target_has_its_names_and_base_units(small: Published) -> None:
    first, second, third = rows(small.data / "all", "targets_wide")
    assert (first["plan_id"], first["id"]) == ("alpha-2020", "alpha-2020-t001")
    assert (first["plan_title_zh"], first["plan_title_en"]) == ("计划", "Plan")
    assert (first["city_code"], first["city_zh"]) == ("360700", "某物")
    assert (first["value"], first["unit_zh"]) == ("5000", "亿元")
    assert (first["base_value"], first["base_unit_id"], first["base_unit_zh"]) == ("500000000000", "yuan", "元")
    assert (second["base_value"], second["base_value_max"]) == ("250000000", "")
    assert (first["industry_zh"], second["industry_zh"]) == ("芯片", "")
    assert (third["zone_ids"], third["zones_zh"]) == ("west-zone", "某物")
    assert (first["assessment"], first["assessment_zh"], first["assessment_en"]) == (
        "not_assessable",
        "无法判断",
        "cannot be judged",
    )
    # The measure names nobody; the unit above it does.
    assert (first["measure_id"], first["lead_ids"], first["lead_types"]) == ("alpha-2020-m02", "east-finance", "finance")
    assert (third["official_url"], first["official_url"]) == ("https://city.example/plan?a=1&b=<2>", "")


def test_a_duty_has_its_names(small: Published) -> None:
    (duty,) = rows(small.data / "all", "duties_wide")
    assert (duty["organization_id"], duty["agency_type_id"], duty["agency_type_zh"]) == (
        "east-finance",
        "finance",
        "财政",
    )
    assert (duty["role"], duty["role_zh"], duty["role_en"]) == ("lead", "牵头", "lead")
    assert (duty["organization_city_code"], duty["city_code"]) == ("360700", "360700")


def test_a_deadline_has_its_days_unless_digits_are_masked(breakable_root: Path, tmp_path: Path) -> None:
    schema = load_schemas(breakable_root / "schemas")["targets"]
    given = two_plans.PLANS["alpha-2020"]["targets"][0]
    ends = {"1": "2022", "2": "2022-06", "3": "20XX", "4": ""}
    targets = [{**given, "id": f"alpha-2020-t00{number}", "due": due} for number, due in ends.items()]
    two_plans.write_table(breakable_root / "datasets/plans/alpha-2020", schema, targets)
    published = publish(breakable_root, tmp_path / "data")
    found = rows(published.data / "plans" / "alpha-2020", "targets_wide")
    assert [(row["due_earliest"], row["due_latest"]) for row in found] == [
        ("2022-01-01", "2022-12-31"),
        ("2022-06-01", "2022-06-30"),
        ("", ""),
        ("", ""),
    ]


def test_every_row_of_the_tables_they_are_of_is_there_once_with_the_same_cells(published: Published) -> None:
    for folder in published.folders:
        for name, schema in published.catalogue.schemas.items():
            if schema.of:
                plain, wide = rows(folder, schema.of), rows(folder, name)
                shared = [column for column in published.catalogue.schemas[schema.of].by_name if column in schema.by_name]
                assert len(shared) > 10
                assert [[row[column] for column in shared] for row in wide] == [
                    [row[column] for column in shared] for row in plain
                ]
                assert all(row[f.name] for row in wide for f in schema.fields if f.required)
