"""Several figures give one verdict, in the documented order, and everything about it is told."""

from __future__ import annotations

import pytest
from promise import Cells, Promise

from zoneledger.assessment import past_due
from zoneledger.views.explanation import explain

EARLY: Cells = {"period": "2020", "value": 1300}
HALFWAY: Cells = {"period": "2022", "value": 1300}
SHORT: Cells = {"comparator": "eq", "value": 1100}
CITY: Cells = {"scope_type": "jurisdiction"}


@pytest.mark.parametrize(
    ("reported", "expected", "deciding"),
    [
        ([], "no_evidence", []),
        ([EARLY, HALFWAY, {}], "met", ["003"]),
        ([EARLY, HALFWAY, SHORT], "not_met", ["003"]),
        ([{}, SHORT], "conflicting_evidence", ["001", "002"]),
        ([EARLY, HALFWAY], "exceeded_before_start", ["001"]),
        ([HALFWAY, CITY], "on_track", ["001"]),
        ([CITY, {"indicator_id": "tax-per-mu"}], "other_indicator", ["002"]),
        ([{"indicator_id": "tax-per-mu"}, CITY], "other_indicator", ["001"]),
        ([{**CITY, "period": "2022"}, CITY], "other_scope", ["002"]),
    ],
)
def test_order(promise: Promise, reported: list[Cells], expected: str, deciding: list[str]) -> None:
    found = promise.assess({}, *reported)
    assert (found.reason or found.verdict) == expected
    assert [row.text("id")[-3:] for row in found.evidence] == deciding
    assert len(found.findings) == len(reported)


@pytest.mark.parametrize(
    ("cells", "reason"),
    [({"note_basis": "suspected"}, "suspected"), ({"due": "20XX"}, "redacted"), ({"due": None}, "no_deadline")],
)
def test_a_target_that_cannot_be_judged_says_so_without_evidence_too(
    promise: Promise, cells: Cells, reason: str
) -> None:
    assert promise.assess(cells).reason == reason


def test_an_outcome_of_another_target_is_refused(promise: Promise) -> None:
    from zoneledger.assessment import assess

    with pytest.raises(ValueError, match="o002"):
        assess(promise.aim, [promise.outcome(id="o002", target_id="anshi-2021-t002")], promise.catalogue)


def test_it_is_told_in_both_languages(promise: Promise) -> None:
    found = promise.assess({}, {})
    assert explain(promise.catalogue, found).zh == (
        "计划：全市开发区（合计）：营业收入不低于1200亿元，到2023年（确保）。"
        "公布：全市开发区营业收入超过1230亿元（2023年）。判断：达到。"
    )
    assert explain(promise.catalogue, found).en == (
        "Promised: Zones of the city (together): operating revenue, at least 120 billion yuan by 2023 (firm). "
        "Reported: zones of the city, operating revenue: more than 123 billion yuan (2023). Verdict: met."
    )
    assert (found.verdict_label.en, found.reason_label.en) == ("met", "")
    other = promise.assess({"indicator_id": "large-enterprises"}, {"indicator_id": "industrial-enterprises"})
    assert other.reason_label.zh == "指标不同"
    assert "只计营业收入超过门槛的企业" in explain(promise.catalogue, other).zh
    assert "Counts only enterprises whose revenue passes the threshold" in explain(promise.catalogue, other).en
    added = promise.assess({}, {"value_type": "increment", "qualifier": "新增", "qualifier_en": "new"})
    assert "营业收入（新增）增加超过1230亿元" in explain(promise.catalogue, added).zh
    assert "operating revenue (new): an increase of more than 123 billion yuan" in explain(promise.catalogue, added).en
    ranked = promise.assess({}, {"value_type": "rank", "unit_id": "rank", "comparator": "le", "value": 3})
    assert "前3名" in explain(promise.catalogue, ranked).zh
    assert "among the first 3" in explain(promise.catalogue, ranked).en


@pytest.mark.parametrize(
    ("due", "as_of", "over"),
    [
        ("2023", "2023-12-31", False), ("2023", "2024-01-01", True), ("2023-06", "2023-06-30", False),
        ("2023-06", "2023-07-01", True), ("20XX", "2199-01-01", False), (None, "2199-01-01", False),
    ],
)  # fmt: skip
def test_past_due_goes_by_the_day_given(promise: Promise, due: str | None, as_of: str, over: bool) -> None:
    assert past_due(promise.target(due=due), as_of) is over


def test_past_due_goes_by_the_datasets_date(promise: Promise) -> None:
    assert promise.assess({}).past_due
    assert not promise.assess({}, as_of="2023-12-31").past_due
