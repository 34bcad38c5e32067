"""A dataset's structured data has what search engines require; each planted fault is found."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest
from structured_data import faults

from zoneledger.catalogue import Catalogue
from zoneledger.packages.write import Download
from zoneledger.problems import Text
from zoneledger.schema_org import Publication, Term, catalog, plan, term_set, website, whole
from zoneledger.schema_org.dataset import interval, span

TOP = "https://x.example/sub/"
DOWNLOADS = [
    Download("all.zip", None, "zip", "csv", None, Text("全部", "All"), 1200, 9, "0" * 64),
    Download("plans/a.zip", "a", "zip", "csv", None, Text("一个", "One"), 1200, 9, "a" * 64),
]


@pytest.fixture(params=["zh", "en"])
def lang(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def dataset(published: Catalogue, lang: str) -> dict[str, Any]:
    facts = Text("8个计划、412个量化目标、1032项责任。", "8 plans, 412 targets and 1,032 duties.").of(lang)
    periods = ["2020/2022", "2019/20XX"]
    return whole(Publication(TOP, published.dataset, lang), facts, periods, DOWNLOADS)


def test_the_whole_dataset_is_described_in_full(dataset: dict[str, Any], lang: str) -> None:
    assert list(faults(dataset)) == []
    assert [one["contentUrl"] for one in dataset["distribution"]] == [f"{TOP}data/all.zip"]
    assert dataset["temporalCoverage"] == "2019/2022"
    assert dataset["@id"] == f"{TOP}data/#dataset"
    assert dataset["url"] == TOP + {"zh": "data/", "en": "en/data/"}[lang]


def test_each_plan_is_a_part_of_it(published: Catalogue, lang: str) -> None:
    publication = Publication(TOP, published.dataset, lang)
    assert len(published.plan_files) >= 8
    for plan_id, content in published.plan_files.items():
        node = plan(publication, content, "34个量化目标、229项责任、35条措施。", "赣州市", DOWNLOADS[1:])
        assert list(faults(node)) == [], plan_id
        assert node["isPartOf"] == {"@id": f"{TOP}data/#dataset"}
        assert node["url"].endswith(f"plans/{plan_id}/")
        assert node["isBasedOn"]["name"] == content["title"][lang]
        assert ("temporalCoverage" in node) == ("period" in content)


def _drop(field: str) -> Callable[[dict[str, Any]], None]:
    return lambda node: node.pop(field)


def _put(field: str, value: object) -> Callable[[dict[str, Any]], None]:
    return lambda node: node.update({field: value})


@pytest.mark.parametrize(
    "fault",
    [
        *(_drop(field) for field in ("name", "description", "license", "creator", "distribution", "dateModified")),
        _put("description", "太短"),
        _put("description", "长" * 5001),
        _put("dateModified", "2026-11"),
        _put("temporalCoverage", "2018/20XX"),
        _put("temporalCoverage", ".."),
        _put("license", "CC-BY-4.0"),
        _put("distribution", []),
        _put("unknown", "x"),
        lambda node: node["distribution"][0].update(sha256="x"),
        lambda node: node["distribution"][0].update(contentUrl="data/all.zip"),
        lambda node: node["distribution"][0].update(encodingFormat="application/octet-stream"),
    ],
)
def test_a_planted_fault_is_found(dataset: dict[str, Any], fault: Callable[[dict[str, Any]], None]) -> None:
    planted = copy.deepcopy(dataset)
    fault(planted)
    assert list(faults(planted)) != []


@pytest.mark.parametrize(
    ("period", "shown"),
    [("2020/2022", "2020/2022"), ("2018/20XX", "2018/.."), ("20XX/2025-06", "../2025-06"), ("20XX/20XX", ""), ("20XX", "")],
)
def test_a_blanked_end_is_open(period: str, shown: str) -> None:
    assert interval(period) == shown


def test_years_span_all_periods() -> None:
    assert span(["2020/2022", "2019-03/2024-12", "20XX/2030"]) == "2019/2030"
    assert span(["20XX/20XX"]) == span([]) == ""


def test_the_site_offers_no_search_address(lang: str) -> None:
    node = website(TOP, lang)
    assert "potentialAction" not in node
    assert node["name"] in ("ZoneLedger", "开发区目标责任台账")
    assert catalog(TOP, lang)["dataset"] == {"@id": f"{TOP}data/#dataset"}


def test_terms_stand_at_their_anchors() -> None:
    node = term_set("词汇", f"{TOP}glossary/", "zh", [Term("firm", "确保", "原文写明必须做到。", "firm"), Term("b", "乙")])
    assert node["hasDefinedTerm"] == [
        {
            "@type": "DefinedTerm",
            "name": "确保",
            "url": f"{TOP}glossary/#firm",
            "description": "原文写明必须做到。",
            "termCode": "firm",
        },
        {"@type": "DefinedTerm", "name": "乙", "url": f"{TOP}glossary/#b"},
    ]
