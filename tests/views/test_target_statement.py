"""Targets as sentences, one case a kind of value, comparator and scope."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from zoneledger.catalogue import Catalogue, Row, load
from zoneledger.views.statement import statement
from zoneledger.views.target import target

ALL_ZH, ALL = "全市开发区（合计）：", "Zones of the city (together):"
CASES = {
    "t001": (
        f"{ALL_ZH}营业收入不低于1200亿元，到2023年（确保）",
        f"{ALL} operating revenue, at least 120 billion yuan by 2023 (firm)",
    ),
    "t003": (
        "青石经开区：营业收入不低于700亿元，到2023年",
        "Qingshi zone: operating revenue, at least 70 billion yuan by 2023",
    ),
    "t005": (
        "全市开发区：规模以上工业企业年均增长不低于8%（以2020年为基期），到2023年",
        "Zones of the city: industrial enterprises above designated size, growth of at least 8% a year on average (from 2020) by 2023",
    ),
    "t006": (f"{ALL_ZH}高新技术企业每年增加30家", f"{ALL} high-tech enterprises, an increase of 30 every year"),
    "t007": (
        "省级开发区（各自）：亩均税收不低于12.5万元/亩，到2023年",
        "Provincial zones (each): tax revenue per mu, at least 125,000 yuan per mu by 2023",
    ),
    "t008": (
        "省级开发区（各自）：考核排名进入前20名（参照：全省），到2023年",
        "Provincial zones (each): place in the assessment, among the first 20 (measured against the province) by 2023",
    ),
    "t009": (
        "新型材料：大型企业（营业收入超50亿元）12家，到2023年",
        "New materials: large enterprises (revenue over 5 billion yuan), 12 by 2023",
    ),
    "t010": (
        "全市开发区：闲置土地降幅为2.5%，自2021年起，到2023年（力争）",
        "Zones of the city: reduction of idle land, 2.5%, from 2021 on by 2023 (stretch)",
    ),
}


@pytest.fixture(scope="module")
def catalogue(small_root: Path) -> Catalogue:
    return load(small_root)


def row(catalogue: Catalogue, short: str, **changed: object) -> Row:
    found = catalogue.row("targets", f"anshi-2021-{short}")
    assert found is not None
    return replace(found, values={**found.values, **changed})  # type: ignore[arg-type]


@pytest.mark.parametrize("short", CASES)
def test_statement(catalogue: Catalogue, short: str) -> None:
    assert statement(catalogue, row(catalogue, short)) == CASES[short]


@pytest.mark.parametrize(
    ("changed", "zh", "en"),
    [
        (
            {"value_type": "multiple", "unit_id": "times", "value": 2, "comparator": "eq", "baseline": "2020"},
            "：营业收入为2020年的2",
            "2 the 2020 level",
        ),
        (
            {"value_type": "count", "unit_id": "enterprise", "value": 0, "comparator": "gt"},
            "营业收入实现零的突破",
            "a first one",
        ),
        (
            {
                "value_type": "share",
                "unit_id": "percent",
                "value": 0,
                "comparator": "gt",
                "benchmark": "全省平均",
                "benchmark_en": "the provincial average",
            },
            "营业收入高于全省平均，",
            "above the provincial average by",
        ),
        (
            {"value_type": "multiple", "unit_id": "times", "value": 2},
            "全市开发区：营业收入不低于原有水平的2",
            "at least 2 the starting level",
        ),
        ({"value_type": "rank", "unit_id": "rank", "value": 2, "comparator": "eq"}, "第2名，", "place 2 by"),
        ({"value_type": "increment", "unit_id": "rank", "value": 1}, "增加不少于1位，", "an increase of at least 1 by"),
        ({"value_type": "share", "unit_id": "percent", "value": 100}, "营业收入达到100%，", "revenue, 100% by"),
        (
            {"value_type": "growth_rate", "unit_id": "percent", "value": 100},
            "增长不低于100%",
            "growth of at least 100%",
        ),
        ({"scope_printed": "各开发区", "scope_en": "Each zone"}, "各开发区：", "Each zone: "),
        ({"unit_id": "wan-yuan-per-mu"}, "全市开发区：", "Zones of the city: "),
        (
            {"value_type": "increment", "qualifier": "净增", "qualifier_en": "net increase"},
            "（净增）不低于1200亿元",
            "(net increase), at least 120 billion yuan",
        ),
        (
            {"value_type": "increment", "qualifier": "新引进企业增加值", "qualifier_en": "value added of new firms"},
            "增加值）增加不低于1200亿元",
            "an increase of at least 120 billion yuan",
        ),
        ({"value_type": "count", "unit_id": "enterprise", "value": 5}, "营业收入不少于5家", "at least 5"),
        ({"comparator": "between", "value": 3, "value_max": 5}, "营业收入为3—5亿元", "300 million to 500 million yuan"),
        ({"comparator": "eq"}, "营业收入为1200亿元", "operating revenue, 120 billion yuan"),
        ({"scope_mode": "each", "scope_printed": "各开发区"}, "各开发区：营业收入", ": operating revenue"),
        ({"due": "20XX"}, "到20XX年", "by 20XX"),
    ],
)
def test_wording(catalogue: Catalogue, changed: dict[str, object], zh: str, en: str) -> None:
    found = statement(catalogue, row(catalogue, "t001", **changed))
    assert zh in found.zh
    assert en in found.en


def test_view_resolves_names(catalogue: Catalogue) -> None:
    view = target(catalogue, row(catalogue, "t003"))
    assert [zone.name.zh for zone in view.zones] == ["青石经济技术开发区"]
    assert (view.symbol, view.figure.zh, view.unit.en) == ("≥", "700", "100 million yuan")
    assert view.amount == ("700亿元", "70 billion yuan")
    ranked = target(catalogue, row(catalogue, "t008"))
    assert (ranked.symbol, ranked.figure, ranked.unit.zh) == ("", ("前20名", "among the first 20"), "")
    assert view.provenance.note is None
    assert target(catalogue, row(catalogue, "t004")).provenance.note is not None
