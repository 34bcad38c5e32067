"""Every file is as ``openapi.json`` describes it, down to the last key; and the description itself is sound."""

from __future__ import annotations

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from contract import Contract, noisy, read
from openapi_spec_validator import OpenAPIV31SpecValidator

from zoneledger import api
from zoneledger.api import paging
from zoneledger.catalogue import Catalogue, load


def test_every_file_is_as_described(contract: Contract, answers: dict[str, Any], files: dict[str, bytes]) -> None:
    assert [fault for path, document in answers.items() for fault in contract.faults(path, document)] == []
    assert contract.faults("openapi.json", read(files["openapi.json"])) == []


def test_every_file_has_one_description_and_every_description_a_file(
    contract: Contract, catalogue: Catalogue, site_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With one row to a page, so that every list goes on."""
    monkeypatch.setattr(paging, "ROWS", 1)
    routes = {path: contract.route(path) for path, _ in api.files(catalogue, site_url)}
    assert {path for path, found in routes.items() if len(found) != 1} == set()
    assert {route for found in routes.values() for route in found} == set(contract.description["paths"])


@pytest.mark.parametrize("rows", [1, 2])
def test_short_pages_are_as_described(small_root: Path, monkeypatch: pytest.MonkeyPatch, rows: int) -> None:
    monkeypatch.setattr(paging, "ROWS", rows)
    made = {path: read(content) for path, content in api.files(load(small_root), "https://example.org/")}
    contract = Contract(made["openapi.json"])
    assert sum("/pages/" in path for path in made) > 20
    assert [fault for path, document in made.items() for fault in contract.faults(path, document)] == []


def _missing_key(document: dict[str, Any]) -> None:
    del document["result"][0]["qualifier"]


def _further_key(document: dict[str, Any]) -> None:
    document["result"][0]["colour"] = None


def _wrong_null(document: dict[str, Any]) -> None:
    document["result"][0]["value"] = None


def _empty_text(document: dict[str, Any]) -> None:
    document["result"][0]["note_zh"] = ""


def _bare_date(document: dict[str, Any]) -> None:
    document["result"][0]["due"] = "2022"


def _day_that_is_none(document: dict[str, Any]) -> None:
    document["result"][0]["due"]["last_day"] = "2022-02-30"


def _unknown_code(document: dict[str, Any]) -> None:
    document["result"][0]["comparator"] = "more"


def _number_as_text(document: dict[str, Any]) -> None:
    document["result"][0]["value"] = "5000"


def _joined_list(document: dict[str, Any]) -> None:
    document["result"][0]["assessment_outcomes"] = "a-o001|a-o002"


def _no_licence(document: dict[str, Any]) -> None:
    del document["licence"]["address"]


def _no_next(document: dict[str, Any]) -> None:
    del document["links"]["next"]


@pytest.mark.parametrize(
    "plant",
    [
        _missing_key, _further_key, _wrong_null, _empty_text, _bare_date, _day_that_is_none,
        _unknown_code, _number_as_text, _joined_list, _no_licence, _no_next,
    ],
)  # fmt: skip
def test_a_planted_defect_is_found(
    contract: Contract, answers: dict[str, Any], plant: Callable[[dict[str, Any]], None]
) -> None:
    document = copy.deepcopy(answers["tables/targets.json"])
    assert contract.faults("tables/targets.json", document) == []
    plant(document)
    assert contract.faults("tables/targets.json", document) != []


def test_no_number_carries_noise(files: dict[str, bytes]) -> None:
    assert {path: found for path, content in files.items() if (found := noisy(content))} == {}
    planted = files["tables/targets.json"].replace(b'"value":2,', b'"value":2.0000000000000004,', 1)
    assert noisy(planted) == ["2.0000000000000004"]
    assert noisy(b'{"a":NaN,"b":1e3,"c":2.50,"d":2.5,"e":-3}') == ["NaN", "1e3", "2.50"]


def test_the_description_is_sound_openapi(contract: Contract) -> None:
    assert list(OpenAPIV31SpecValidator(dict(contract.description)).iter_errors()) == []
    broken = {**contract.description, "paths": {"plans.json": {"get": {"responses": {}}}}}
    assert list(OpenAPIV31SpecValidator(broken).iter_errors()) != []


def test_the_description_speaks_both_languages(contract: Contract) -> None:
    lonely = []

    def visit(value: Any, at: str) -> None:
        if isinstance(value, dict):
            text = value.get("description")
            if isinstance(text, str) and "\n\n" in text:
                zh, en = text.split("\n\n")
                if not any("一" <= char <= "鿿" for char in zh) or not en.isprintable() or not en.strip():
                    lonely.append(at)
            for name, inner in value.items():
                visit(inner, f"{at}/{name}")
        elif isinstance(value, list):
            for number, inner in enumerate(value):
                visit(inner, f"{at}/{number}")

    visit(contract.description, "")
    assert lonely == []
    operations = [item["get"] for item in contract.description["paths"].values()]
    assert len({operation["operationId"] for operation in operations}) == len(operations) > 60
    assert all(" · " in operation["summary"] and "\n\n" in operation["description"] for operation in operations)


def test_examples_are_real(contract: Contract, files: dict[str, bytes], site_url: str) -> None:
    named = [
        example["externalValue"].removeprefix(f"{site_url}api/v1/")
        for item in contract.description["paths"].values()
        for example in item["get"]["responses"]["200"]["content"]["application/json"].get("examples", {}).values()
    ]
    assert len(named) > 30 and set(named) <= files.keys()
    for name, schema in contract.description["components"]["schemas"].items():
        if name.endswith("_row"):
            table = read(files[f"tables/{name.removesuffix('_row')}.json"])
            assert schema["examples"] == table["result"][:1]
            assert schema["examples"], name


def test_plans_are_described_by_a_pattern_and_not_listed(contract: Contract) -> None:
    parameter = contract.description["components"]["parameters"]["plans_id"]
    assert "enum" not in parameter["schema"] and parameter["schema"]["pattern"]
    assert "ganzhou-2020" not in str(list(contract.description["paths"]))
