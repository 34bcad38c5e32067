"""``croissant.json`` describes the CSV files so that mlcroissant loads every row of them."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import mlcroissant
import pytest

from zoneledger.packages.checksums import sums
from zoneledger.packages.package import Package
from zoneledger.packages.standards.croissant import describe

ADDRESS = "https://example.org/data/all/"


@pytest.fixture(scope="module")
def described(package: Package, files: dict[str, bytes]) -> dict[str, Any]:
    return describe(package, sums(files), ADDRESS)


def loaded(description: Any, folder: Path, table: str) -> list[dict[str, Any]]:
    """Rows of a table; files come from the folder instead of the network."""
    path = folder / "croissant.json"
    path.write_text(json.dumps(description), "utf-8")
    mapping = {each["@id"]: str(folder / each["@id"]) for each in description["distribution"]}
    return list(mlcroissant.Dataset(jsonld=str(path), mapping=mapping).records(table))


def test_every_table_is_there_with_all_rows(described: dict[str, Any], package: Package, folder: Path) -> None:
    assert {each["@id"] for each in described["recordSet"]} == {table.name for table in package.tables}
    for table in package.tables:
        if table.name in ("targets", "responsibilities", "agency_types"):
            rows = loaded(described, folder, table.name)
            keys = {tuple(str(record.cells[column]) for column in table.schema.primary_key) for record in table.records}
            read = {
                tuple(row[f"{table.name}/{column}"].decode() for column in table.schema.primary_key) for row in rows
            }
            assert len(rows) == len(table.records) > 0
            assert read == keys


def test_files_are_where_they_are_served_and_as_large(described: dict[str, Any], files: dict[str, bytes]) -> None:
    for each in described["distribution"]:
        assert each["contentUrl"] == ADDRESS + each["@id"]
        assert each["contentSize"] == f"{len(files[each['@id']])} B"


DEFECTS: dict[str, Callable[[Any], object]] = {
    "a column the file does not have": lambda d: field(d)["source"]["extract"].update(column="no_such_column"),
    "a type that is none": lambda d: field(d).pop("dataType"),
    "a file that is not listed": lambda d: field(d)["source"]["fileObject"].update({"@id": "other.csv"}),
    "a file without address": lambda d: distribution(d, "targets.csv").pop("contentUrl"),
    "another file's hash": lambda d: distribution(d, "targets.csv").update(sha256="0" * 64),
}


def distribution(description: Any, name: str) -> Any:
    return next(each for each in description["distribution"] if each["@id"] == name)


def field(description: Any) -> Any:
    return next(each for each in description["recordSet"] if each["@id"] == "targets")["field"][3]


@pytest.mark.parametrize("defect", DEFECTS)
def test_a_planted_defect_is_found(described: dict[str, Any], folder: Path, defect: str) -> None:
    broken = copy.deepcopy(described)
    DEFECTS[defect](broken)
    with pytest.raises(Exception, match=r".+"):
        loaded(broken, folder, "targets")
