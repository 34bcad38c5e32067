"""Which rows and columns each package holds."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
import two_plans
from publishing import Published, publish

from zoneledger.catalogue import load_schemas
from zoneledger.catalogue.schemas import PLAN, WIDE

# Every row of a plan's package by its key. What only the other plan needs, or nobody, is not there.
EXPECTED = {
    "alpha-2020": {
        "plans": {("alpha-2020",)},
        "measures": {("alpha-2020-m01",), ("alpha-2020-m02",)},
        "targets": {("alpha-2020-t001",), ("alpha-2020-t002",)},
        "targets_wide": {("alpha-2020-t001",), ("alpha-2020-t002",)},
        "responsibilities": {("alpha-2020-r001",)},
        "duties_wide": {("alpha-2020-r001",)},
        "jurisdictions": {("360000",), ("360700",)},
        "units": {("yi-yuan",), ("yuan",)},
        "industries": {("chips",), ("manufacturing",)},
        "agency_types": {("finance",)},
        "zones": {("east-park",), ("east-zone",)},
        "organizations": {("east-finance",)},
        "indicators": {("revenue",), ("profit",)},
        "indicator_relations": {("revenue", "profit")},
    },
    "beta-2021": {
        "plans": {("beta-2021",)},
        "measures": {("beta-2021-m01",)},
        "targets": {("beta-2021-t001",)},
        "targets_wide": {("beta-2021-t001",)},
        "target_zones": {("beta-2021-t001", "west-zone")},
        "jurisdictions": {("410000",), ("411700",)},
        "units": {("jia",)},
        "zones": {("west-zone",)},
        "indicators": {("firms",)},
    },
}


def keys(folder: Path, published: Published) -> dict[str, set[tuple[str, ...]]]:
    """The primary keys in every CSV file of a folder, tables without rows left out."""
    found = {}
    for name, schema in published.catalogue.schemas.items():
        with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        values = {tuple(row[column] for column in schema.primary_key) for row in rows}
        assert len(values) == len(rows), f"{name} repeats a row"
        if values:
            found[name] = values
    return found


@pytest.mark.parametrize("plan_id", EXPECTED)
def test_a_plans_package_holds_its_rows_and_those_they_refer_to_and_no_others(small: Published, plan_id: str) -> None:
    assert keys(small.data / "plans" / plan_id, small) == EXPECTED[plan_id]


def test_a_row_of_another_plan_comes_along_where_a_relation_points_to_it(breakable_root: Path, tmp_path: Path) -> None:
    relations = [
        {"from_target_id": "beta-2021-t001", "to_target_id": "alpha-2020-t002", "relation": "supersedes"},
    ]
    schema = load_schemas(breakable_root / "schemas")["target_relations"]
    two_plans.write_table(breakable_root / "datasets/plans/beta-2021", schema, relations)
    published = publish(breakable_root, tmp_path / "data")
    found = keys(published.data / "plans" / "beta-2021", published)
    assert found["targets"] == found["targets_wide"] == {("beta-2021-t001",), ("alpha-2020-t002",)}
    assert found["measures"] == {("beta-2021-m01",), ("alpha-2020-m01",), ("alpha-2020-m02",)}
    assert found["plans"] == {("beta-2021",), ("alpha-2020",)}
    assert "responsibilities" not in found
    assert keys(published.data / "plans" / "alpha-2020", published) == EXPECTED["alpha-2020"]


def test_the_whole_holds_every_row_of_the_catalogue(published: Published) -> None:
    whole = keys(published.data / "all", published)
    tables = published.catalogue.tables
    expected = {
        name: {tuple(row.text(column) for column in schema.primary_key) for row in tables[schema.of or name].rows}
        for name, schema in published.catalogue.schemas.items()
        if tables[schema.of or name].rows
    }
    assert whole == expected
    assert len(whole["plans"]) == len(published.catalogue.plan_files) > 0


def test_every_package_has_every_table_with_every_column_in_order(published: Published) -> None:
    assert len(published.folders) == 1 + len(published.catalogue.plan_files)
    for folder in published.folders:
        assert {path.stem for path in folder.glob("*.csv")} == set(published.catalogue.schemas)
        for name, schema in published.catalogue.schemas.items():
            with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
                header = next(csv.reader(file))
            assert header == [field.name for field in schema.fields]
            assert (header[0] == "plan_id") == (schema.group in (PLAN, WIDE))


def test_the_plan_column_says_which_plans_folder_a_row_came_from(published: Published) -> None:
    for name, schema in published.catalogue.schemas.items():
        if schema.group != PLAN:
            continue
        with (published.data / "all" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            written = [row["plan_id"] for row in csv.DictReader(file)]
        assert written == [record.file.split("/")[2] for record in published.catalogue.tables[name].records]
