"""The comparison's files: all targets and leads of a plan, in base units, every key with a name."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from zoneledger import compare
from zoneledger.catalogue import Catalogue, load


@pytest.fixture(scope="module")
def catalogue(root: Path) -> Catalogue:
    return load(root)


@pytest.fixture(scope="module")
def folder(catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = tmp_path_factory.mktemp("compare")
    compare.write(catalogue, site)
    return site / "compare"


@pytest.fixture(scope="module")
def names(folder: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((folder / "names.json").read_text("utf-8"))
    return loaded


@pytest.fixture(scope="module")
def plans(folder: Path, names: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {
        plan["id"]: json.loads((folder / "plans" / f"{plan['id']}.json").read_text("utf-8")) for plan in names["plans"]
    }


def test_every_plan_has_its_file_with_all_its_targets(catalogue: Catalogue, plans: dict[str, dict[str, Any]]) -> None:
    assert list(plans) == list(catalogue.plan_files)
    for plan_id, content in plans.items():
        assert [target["id"] for target in content["targets"]] == [
            row["id"] for row in catalogue.rows("targets", plan_id)
        ]


def test_money_is_in_yuan_with_the_factor_that_led_there(plans: dict[str, dict[str, Any]]) -> None:
    target = next(one for one in plans["ganzhou-2020"]["targets"] if one["id"] == "ganzhou-2020-t002")
    assert (target["unit"], target["factor"]) == ("yuan", ["1亿", "100 million"])
    assert target["base"] == ["超过5000亿元", "more than 500 billion yuan"]


def test_the_leads_of_a_function_are_counted_by_measure(catalogue: Catalogue, plans: dict[str, dict[str, Any]]) -> None:
    compared = 0
    for plan_id, content in plans.items():
        led: dict[tuple[str, str], set[str]] = {}
        for duty in catalogue.rows("responsibilities", plan_id):
            body = catalogue.row("organizations", duty["organization_id"])
            if duty["role"] == "lead" and body is not None and body["agency_type_id"]:
                key = str(body["agency_type_id"]), str(body["id"])
                led.setdefault(key, set()).add(str(duty["measure_id"]))
        written = {
            (kind, lead["id"]): lead["measures"]
            for kind, function in content["functions"].items()
            for lead in function["leads"]
        }
        assert written == {key: len(measures) for key, measures in led.items()}
        compared += len(written)
    assert compared > 20


def test_every_key_has_a_name_in_both_languages(names: dict[str, Any], plans: dict[str, dict[str, Any]]) -> None:
    for content in plans.values():
        for target in content["targets"]:
            assert all(names["indicators"][target["indicator"]]) and all(names["kinds"][target["kind"]])
            assert all(names["strengths"][target["strength"]]) and all(target["claim"])
        for kind in content["functions"]:
            assert all(names["agency_types"][kind])
        for group, keys in content["has"].items():
            assert keys == [] or all(all(names[group][key]) for key in keys), group


def test_a_plan_alone_gives_what_it_gives_among_all(root: Path, catalogue: Catalogue, tmp_path: Path) -> None:
    for plan_id in catalogue.plan_files:
        alone, file = load(root, plans=[plan_id]), f"compare/plans/{plan_id}.json"
        entry = compare.write_plan(catalogue, plan_id, tmp_path / "all")
        assert compare.write_plan(alone, plan_id, tmp_path / "alone") == entry == json.loads(json.dumps(entry))
        assert (tmp_path / "all" / file).read_bytes() == (tmp_path / "alone" / file).read_bytes()
        assert compare.extract_shared(alone) == compare.extract_shared(catalogue)


def test_very_many_plans_are_listed_apart(catalogue: Catalogue, tmp_path: Path) -> None:
    """What is loaded before a choice says how many there are; the lists say the same of each plan as its line would."""
    expected = [compare.write_plan(catalogue, plan_id, tmp_path) for plan_id in catalogue.plan_files]
    shared = compare.extract_shared(catalogue)
    compare.gather(expected, shared | {"listed": len(expected) - 1}, tmp_path)
    names = json.loads((tmp_path / "compare" / "names.json").read_text("utf-8"))
    assert names == {"listed": len(expected), **shared["names"]}
    for place, lang in enumerate(("zh", "en")):
        listed = json.loads((tmp_path / "compare" / f"plans.{lang}.json").read_text("utf-8"))
        lines = [
            {"id": key, "title": title, "place": listed["places"][city], "period": listed["periods"][years]}
            for key, title, city, years in zip(
                listed["ids"], listed["titles"], listed["place"], listed["period"], strict=True
            )
        ]
        assert lines == [
            {"id": line["id"], **{name: line[name][place] for name in ("title", "place", "period")}}
            for line in expected
        ]


def test_an_unknown_plan_is_refused(catalogue: Catalogue, tmp_path: Path) -> None:
    with pytest.raises(KeyError, match="no-such"):
        compare.write_plan(catalogue, "no-such", tmp_path)
