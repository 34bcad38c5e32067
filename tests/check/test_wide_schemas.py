"""A wide table's schema must say truly where its columns come from; nobody writes a wide table by hand."""

from __future__ import annotations

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from checkout import PLAN, Checkout

from zoneledger.catalogue import load_schemas
from zoneledger.check.wide_schemas import faults

Tables = dict[str, Any]


@pytest.fixture(scope="module")
def sound(root: Path) -> Tables:
    return {name: schema.descriptor for name, schema in load_schemas(root / "schemas").items()}


def column(tables: Tables, table: str, name: str) -> dict[str, Any]:
    found: dict[str, Any] = next(field for field in tables[table]["fields"] if field["name"] == name)
    return found


def set_column(name: str, table: str = "targets_wide", **keys: object) -> Callable[[Tables], None]:
    return lambda tables: column(tables, table, name).update(keys)


FAULTS: dict[str, tuple[Callable[[Tables], None], tuple[str, str]]] = {
    "of no table": (lambda tables: tables["duties_wide"].update(of="nothing"), ("duties_wide", "of")),
    "of a shared list": (lambda tables: tables["duties_wide"].update(of="units"), ("duties_wide", "of")),
    "a plain table of another": (lambda tables: tables["units"].update(of="targets"), ("units", "of")),
    "a path in a plain table": (set_column("value", "targets", path=["value"]), ("targets", "fields.value")),
    "a joined column in a plain table": (set_column("value", "targets", derived="join"), ("targets", "fields.value")),
    "no origin": (lambda tables: column(tables, "targets_wide", "city_zh").pop("derived"), ("targets_wide", "fields.city_zh")),
    "no path": (lambda tables: column(tables, "targets_wide", "city_zh").pop("path"), ("targets_wide", "fields.city_zh")),
    "a path as text": (set_column("city_zh", path="plan_id"), ("targets_wide", "fields.city_zh")),
    "a path through no key": (set_column("city_zh", path=["value", "name_zh"]), ("targets_wide", "fields.city_zh")),
    "a path to no column": (set_column("city_zh", path=["plan_id", "name"]), ("targets_wide", "fields.city_zh")),
    "a path for what is computed": (set_column("base_value", path=["value"]), ("targets_wide", "fields.base_value")),
    "a label of no code": (set_column("strength_zh", path=["printed", "zh"]), ("targets_wide", "fields.strength_zh")),
    "a label of no language": (set_column("strength_zh", path=["strength", "fr"]), ("targets_wide", "fields.strength_zh")),
    "another type": (set_column("city_zh", type="number"), ("targets_wide", "fields.city_zh")),
    "another rule than the column it repeats": (
        set_column("strength", "targets", description="别的。"), ("targets_wide", "fields.strength"),
    ),
    "other codes than the column it is taken from": (
        lambda tables: column(tables, "indicators", "dimension")["labels"].update(new={"zh": "新", "en": "new"}),
        ("targets_wide", "fields.dimension"),
    ),
}  # fmt: skip


def test_the_projects_own_are_sound(sound: Tables) -> None:
    assert [table for table, schema in sound.items() if schema["group"] == "wide"] == ["duties_wide", "targets_wide"]
    assert list(faults(sound)) == []


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_found_where_it_is(sound: Tables, fault: str) -> None:
    plant, place = FAULTS[fault]
    broken = copy.deepcopy(sound)
    plant(broken)
    assert place in {found[:2] for found in faults(broken)}
    assert all(found[3].count("|") == 1 for found in faults(broken))


def test_check_says_so(small: Checkout) -> None:
    small.schema("targets_wide", lambda schema: schema.update(of="plans"))
    code, found, output = small.check()
    assert code == 1
    assert {(finding.file, finding.code) for finding in found} == {("schemas/targets_wide.json", "schema-descriptor")}, output


def test_a_wide_table_is_not_a_contributors_file(small: Checkout) -> None:
    (small.root / PLAN / "targets_wide.csv").write_text("id\n", encoding="utf-8")
    code, found, _ = small.check()
    assert code == 1
    assert "file-unknown" in {finding.code for finding in found}
