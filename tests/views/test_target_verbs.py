"""The verb of every change in the published plans: said once, by the indicator's name or by the sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from zoneledger.catalogue import Catalogue, Row, load
from zoneledger.views.statement import claim

ROOT = Path(__file__).parents[2]
#: Indicators that are a change, or count what comes in: the figure follows their name without a verb.
SILENT = {
    "assessment-rank-gain",
    "cost-reduction-growth",
    "industrial-energy-intensity-reduction",
    "main-indicators-growth-lead",
    "new-above-scale-enterprises",
    "new-bond-issuance",
}
VERBS = {"growth_rate": ("增长", ", growth of "), "increment": ("增加", ", an increase of ")}
TELLING = {
    "nanchang-2019-t011": ("规模以上工业增加值增长约9.2%", "above designated size, growth of about 9.2%"),
    "ganzhou-2020-t055": ("新入规企业数每年不少于200家", "above designated size, at least 200 every year"),
    "lianyungang-2022-t013": (
        "主要指标增幅高于其他县区",
        "growth of the main indicators, above the growth of the other",
    ),
    "lianyungang-2022-t014": ("每年不少于1位", ", at least 1 every year"),
    "lianyungang-2022-t025": ("高新技术企业数（净增）超过400家", "(net increase), more than 400"),
    "nanchang-2019-t069": ("带来）增加100亿元", "headquarters enterprises), an increase of 10 billion yuan"),
}


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load(ROOT)


def changes(catalogue: Catalogue) -> list[Row]:
    found = [row for row in catalogue.rows("targets") if row["value_type"] in VERBS]
    assert len(found) > 25
    return found


def test_every_change_has_one_verb(catalogue: Catalogue) -> None:
    wrong = []
    for row in changes(catalogue):
        words = claim(catalogue, row)
        zh, en = VERBS[row.text("value_type")]
        # Above a benchmark without a figure, or a net increase: said by the row, not by the indicator.
        silent = row["indicator_id"] in SILENT or row["value"] == 0 or row["qualifier"] == "净增"
        behind = words.zh.replace("增加值", "").partition("：")[2]
        if (zh in behind, en in words.en) != (not silent, not silent):
            wrong.append((row["id"], words))
    assert wrong == []


@pytest.mark.parametrize("row_id", TELLING)
def test_telling_rows(catalogue: Catalogue, row_id: str) -> None:
    row = catalogue.row("targets", row_id)
    assert row is not None
    zh, en = TELLING[row_id]
    words = claim(catalogue, row)
    assert zh in words.zh
    assert en in words.en
