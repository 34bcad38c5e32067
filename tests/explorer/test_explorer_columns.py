"""The explorer's files: every row of the datasets is in them, in a form a browser can filter without parsing."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from zoneledger import explorer
from zoneledger.assessment import assessments
from zoneledger.catalogue import Catalogue, load
from zoneledger.explorer.block import block
from zoneledger.explorer.columns import NONE_KEY, Column
from zoneledger.explorer.whole import encode
from zoneledger.problems import Text

DATASET = {"title": {"zh": "甲", "en": "A"}, "version": "1", "as_of": "2026-01-01", "licence": "CC-BY-4.0"}


@pytest.fixture(scope="module")
def catalogue(root: Path) -> Catalogue:
    return load(root)


@pytest.fixture(scope="module")
def files(catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    site = tmp_path_factory.mktemp("explorer")
    explorer.write(catalogue, site)
    return {name: json.loads((site / "explore" / f"{name}.json").read_text("utf-8")) for name in explorer.TABLES}


def decoded(content: dict[str, Any], name: str) -> list[Any]:
    """A column's cells, as keys or words."""
    column = next(column for column in content["columns"] if column["id"] == name)
    if column["kind"] in ("key", "number"):
        return list(column["values"])
    if column["kind"] == "choices":
        return [{column["values"][place][0] for place in column["sets"][code]} for code in column["codes"]]
    values = [value if column["kind"] == "text" else value[0] for value in column["values"]]
    return [values[code] for code in column["codes"]]


def test_every_target_is_there_with_its_own_cells(catalogue: Catalogue, files: dict[str, dict[str, Any]]) -> None:
    content, rows = files["targets"], catalogue.rows("targets")
    assert decoded(content, "id") == [row["id"] for row in rows]
    assert decoded(content, "plan") == [row["plan_id"] for row in rows]
    assert decoded(content, "indicator") == [row["indicator_id"] for row in rows]
    assert decoded(content, "strength") == [row["strength"] for row in rows]
    assert decoded(content, "value") == [row["value"] for row in rows]
    years = [(row["due"] or NONE_KEY)[:4] for row in rows]
    assert decoded(content, "due_year") == [NONE_KEY if "X" in year else year for year in years]
    assert decoded(content, "industry") == [row["industry_id"] or NONE_KEY for row in rows]
    named = {(link["target_id"], link["zone_id"]) for link in catalogue.rows("target_zones")}
    zones = [{zone for target, zone in named if target == row["id"]} for row in rows]
    assert decoded(content, "zone") == [found or {NONE_KEY} for found in zones]
    judged = assessments(catalogue)
    assert decoded(content, "assessment") == [judged[str(row["id"])].verdict for row in rows]


def test_every_duty_is_there_with_its_own_cells(catalogue: Catalogue, files: dict[str, dict[str, Any]]) -> None:
    content, rows = files["duties"], catalogue.rows("responsibilities")
    assert decoded(content, "id") == [row["id"] for row in rows]
    assert decoded(content, "role") == [row["role"] for row in rows]
    assert decoded(content, "organization") == [row["organization_id"] or NONE_KEY for row in rows]
    assert [zh for zh, _ in decoded(content, "printed")] == [row["printed"] for row in rows]


def test_a_target_is_filed_under_whoever_answers_for_its_measure(
    catalogue: Catalogue, files: dict[str, dict[str, Any]]
) -> None:
    """Duties of the measure itself, recounted from the tables; a unit without any takes those of the one above."""
    filed = dict(zip(decoded(files["targets"], "id"), decoded(files["targets"], "lead_type"), strict=True))
    own: dict[object, set[str]] = {}
    for duty in catalogue.rows("responsibilities"):
        body = catalogue.row("organizations", duty["organization_id"])
        if duty["role"] == "lead" and body is not None and body["agency_type_id"]:
            own.setdefault(duty["measure_id"], set()).add(str(body["agency_type_id"]))
    compared = 0
    for target in catalogue.rows("targets"):
        measure = catalogue.row("measures", target["measure_id"])
        while measure is not None and measure["id"] not in own:
            measure = catalogue.row("measures", measure["parent_id"])
        expected = own[measure["id"]] if measure is not None else {NONE_KEY}
        assert filed[str(target["id"])] == expected, target["id"]
        compared += expected != {NONE_KEY}
    assert compared > 40


def test_a_facet_lists_only_values_that_occur_and_names_each_in_both_languages(
    files: dict[str, dict[str, Any]],
) -> None:
    facets = [(name, column) for name, content in files.items() for column in content["columns"] if column["facet"]]
    assert {column["id"] for _, column in facets} >= {
        "plan", "city", "dimension", "agency_type", "role", "strength", "due_year", "assessment",
    }  # fmt: skip
    for name, column in facets:
        used = set(column["codes"]) if "sets" not in column else {place for cell in column["sets"] for place in cell}
        assert used == set(range(len(column["values"]))), (name, column["id"])
        assert all(zh and en for _, zh, en in column["values"]), (name, column["id"])


def encoded(columns: list[Column], rows: int) -> dict[str, Any]:
    """A file of one plan's rows, which are empty but for their number."""
    empty: list[Any] = [None] * rows
    shared = {"dataset": DATASET, "tables": {"t": [column.shared() for column in columns]}}
    return encode("t", shared, [block(columns, empty)])


def given(*cells: Any) -> Any:
    """The cells of a column, whatever the rows are."""
    return lambda rows: list(cells)


def test_what_has_no_value_is_named_and_comes_last() -> None:
    named = {"b": Text("乙", "B"), "a": Text("甲", "A")}
    columns = [
        Column("id", "key", Text("号", "No."), given("1", "2", "3")),
        Column("kind", "choice", Text("类", "Kind"), given("a", NONE_KEY, "b"), named),
        Column("kinds", "choices", Text("类", "Kinds"), given(("b", "a"), (), ("a", "b")), named),
    ]
    content = encoded(columns, 3)
    assert [value[0] for value in content["columns"][1]["values"]] == ["b", "a", NONE_KEY]
    # A combination is written once, whatever its order.
    assert content["columns"][2]["codes"] == [0, 1, 0]


@pytest.mark.parametrize("cells", [["a", "c"], ["a"]])
def test_unknown_values_and_columns_of_other_lengths_are_refused(cells: list[str]) -> None:
    columns = [
        Column("id", "key", Text("号", "No."), given("1", "2")),
        Column("kind", "choice", Text("类", "Kind"), given(*cells), {"a": Text("甲", "A")}),
    ]
    with pytest.raises(ValueError, match="kind"):
        encoded(columns, 2)
