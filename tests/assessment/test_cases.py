"""Every branch of the rule, one case a line: what the target and the figure change, and what follows.

The base case: zones of the city together, at least 1200 (亿元) by 2023; reported for them, 1230 in 2023.
"""

from __future__ import annotations

import pytest
from promise import Cells, Promise

T003 = {"id": "anshi-2021-t003", "scope_type": "named_zones"}  # binds qingshi-etdz
T004 = {"id": "anshi-2021-t004", "scope_type": "named_zones"}  # binds qingshi-etdz and baihe-hidz
RANK = {"indicator_id": "assessment-rank", "value_type": "rank", "unit_id": "rank"}
COUNT = {"indicator_id": "large-enterprises", "value_type": "count", "unit_id": "enterprise"}
NEUTRAL = {"indicator_id": "primary-industries", "value_type": "count", "unit_id": "enterprise"}
MULTIPLE = {"value_type": "multiple", "unit_id": "percent", "value": 2}
RATE = {"value_type": "growth_rate", "unit_id": "percent", "value": 8}
SUM = {"value_type": "cumulative", "effective_from": "2021"}
EXACT = {"comparator": "eq"}

WORTH: dict[str, list[tuple[Cells, Cells, str]]] = {
    "at least": [
        ({}, {"comparator": "eq"}, "met"),
        ({"value": 1230}, {"comparator": "eq"}, "met"),
        ({"value": 1231}, {"comparator": "eq"}, "not_met"),
        ({"value": 1230}, {"comparator": "ge"}, "met"),
        ({"value": 1230}, {"comparator": "gt"}, "met"),
        ({"value": 1231}, {"comparator": "gt"}, "bound_too_weak"),
        ({"value": 1231}, {"comparator": "ge"}, "bound_too_weak"),
        ({"value": 1231}, {"comparator": "le"}, "not_met"),
        ({"value": 1230}, {"comparator": "le"}, "bound_too_weak"),
        ({"value": 1230}, {"comparator": "lt"}, "not_met"),
        ({}, {"comparator": "approx"}, "bound_too_weak"),
        ({}, {"comparator": "between", "value_max": 1300}, "met"),
        ({"value": 1250}, {"comparator": "between", "value_max": 1300}, "bound_too_weak"),
        ({"value": 1301}, {"comparator": "between", "value_max": 1300}, "not_met"),
    ],
    "more than": [
        ({"comparator": "gt", "value": 1230}, {"comparator": "eq"}, "not_met"),
        ({"comparator": "gt", "value": 1230}, {"comparator": "gt"}, "met"),
        ({"comparator": "gt", "value": 1230}, {"comparator": "ge"}, "bound_too_weak"),
        ({"comparator": "gt", "value": 1230}, {"comparator": "le"}, "not_met"),
    ],
    "exactly": [
        ({**EXACT, "value": 1230}, {"comparator": "eq"}, "met"),
        ({**EXACT, "value": 1231}, {"comparator": "eq"}, "not_met"),
        ({**EXACT, "value": 1230}, {"comparator": "gt"}, "beyond_exact_figure"),
        ({**EXACT, "value": 1230}, {"comparator": "ge"}, "bound_too_weak"),
        ({**EXACT, "value": 1200}, {"comparator": "eq"}, "beyond_exact_figure"),
        ({**EXACT, "value": 1300}, {"comparator": "gt"}, "bound_too_weak"),
        ({**RANK, **EXACT, "value": 2}, {**RANK, "comparator": "le", "value": 3}, "bound_too_weak"),
        ({**RANK, **EXACT, "value": 2}, {**RANK, "comparator": "eq", "value": 3}, "not_met"),
        ({**RANK, **EXACT, "value": 2}, {**RANK, "comparator": "eq", "value": 1}, "beyond_exact_figure"),
        ({**NEUTRAL, **EXACT, "value": 1}, {**NEUTRAL, "comparator": "eq", "value": 2}, "not_met"),
        ({**NEUTRAL, **EXACT, "value": 1}, {**NEUTRAL, "comparator": "gt", "value": 1}, "not_met"),
        ({**NEUTRAL, **EXACT, "value": 1}, {**NEUTRAL, "comparator": "ge", "value": 1}, "bound_too_weak"),
    ],
    "a range": [
        ({**COUNT, "comparator": "between", "value": 3, "value_max": 5}, {**COUNT, "comparator": "eq", "value": 5}, "met"),
        ({**COUNT, "comparator": "between", "value": 3, "value_max": 5}, {**COUNT, "comparator": "eq", "value": 2}, "not_met"),
        ({**COUNT, "comparator": "between", "value": 3, "value_max": 5}, {**COUNT, "comparator": "eq", "value": 6}, "beyond_exact_figure"),
        ({**COUNT, "comparator": "between", "value": 3, "value_max": 5}, {**COUNT, "comparator": "ge", "value": 3}, "bound_too_weak"),
    ],
    "about, at most, below": [
        ({"comparator": "approx", "value": 1230}, {"comparator": "eq"}, "met"),
        ({"comparator": "approx", "value": 10}, {"comparator": "eq"}, "bound_too_weak"),
        ({**RANK, "comparator": "le", "value": 20}, {**RANK, "comparator": "le", "value": 20}, "met"),
        ({**RANK, "comparator": "le", "value": 20}, {**RANK, "comparator": "eq", "value": 21}, "not_met"),
        ({**RANK, "comparator": "le", "value": 20}, {**RANK, "comparator": "le", "value": 50}, "bound_too_weak"),
        ({**RANK, "comparator": "lt", "value": 20}, {**RANK, "comparator": "eq", "value": 20}, "not_met"),
    ],
}  # fmt: skip

SCOPES: list[tuple[Cells, Cells, str]] = [
    ({}, {"scope_type": "jurisdiction"}, "other_scope"),
    ({}, {"jurisdiction_code": "990000"}, "other_scope"),
    ({}, {"scope_mode": "each"}, "other_scope"),
    ({"scope_mode": "each"}, {}, "other_scope"),
    ({"scope_mode": "each"}, {"scope_mode": "each"}, "met"),
    ({}, {"scope_type": "named_zones", "zone_id": "qingshi-etdz", "jurisdiction_code": None}, "part_of_scope"),
    ({}, {"scope_type": "named_zones", "zone_id": "far-zone", "jurisdiction_code": None}, "other_scope"),
    ({"scope_type": "zone_class", "zone_class": "national"}, {"scope_type": "zone_class", "zone_class": "national"}, "met"),
    ({"scope_type": "zone_class", "zone_class": "national"}, {"scope_type": "zone_class", "zone_class": "provincial"}, "other_scope"),
    ({"scope_type": "zone_class", "zone_class": "national"}, {"scope_type": "named_zones", "zone_id": "qingshi-etdz"}, "part_of_scope"),
    ({"scope_type": "zone_class", "zone_class": "national"}, {"scope_type": "named_zones", "zone_id": "baihe-hidz"}, "other_scope"),
    (T003, {"scope_type": "named_zones", "zone_id": "qingshi-etdz", "jurisdiction_code": None}, "met"),
    (T003, {"scope_type": "named_zones", "zone_id": "baihe-hidz", "jurisdiction_code": None}, "other_scope"),
    (T003, {}, "other_scope"),
    (T004, {"scope_type": "named_zones", "zone_id": "qingshi-etdz", "jurisdiction_code": None}, "part_of_scope"),
    (T004, {"scope_type": "named_zones", "zone_id": "far-zone", "jurisdiction_code": None}, "other_scope"),
    ({"scope_type": "jurisdiction"}, {"scope_type": "jurisdiction"}, "met"),
    ({"scope_type": "jurisdiction"}, {}, "other_scope"),
    ({"scope_type": "industry", "industry_id": "graphene"}, {"scope_type": "industry", "industry_id": "graphene"}, "met"),
    ({"scope_type": "industry", "industry_id": "graphene"}, {"scope_type": "industry", "industry_id": "new-materials"}, "other_scope"),
    ({"scope_type": "institution"}, {"scope_type": "institution"}, "met"),
    ({"scope_type": "institution"}, {"scope_type": "institution", "scope_printed": "another"}, "other_scope"),
    ({"scope_type": "enterprises"}, {"scope_type": "enterprises", "zone_id": "qingshi-etdz", "jurisdiction_code": None}, "other_scope"),
]  # fmt: skip

MEASURES: list[tuple[Cells, Cells, str]] = [
    ({}, {"indicator_id": "tax-per-mu"}, "other_indicator"),
    ({"qualifier": "主营"}, {}, "other_indicator"),
    ({"qualifier": "主营"}, {"qualifier": "主营"}, "met"),
    ({}, {"qualifier": "主营"}, "other_indicator"),
    ({}, {"industry_id": "graphene"}, "other_indicator"),
    ({}, {"value_type": "increment"}, "other_value_type"),
    ({"value_type": "count"}, {"value_type": "increment"}, "other_value_type"),
    ({**MULTIPLE, "baseline": "2020"}, {}, "baseline_missing"),
    (MULTIPLE, {**MULTIPLE, "baseline": "2020"}, "baseline_missing"),
    (MULTIPLE, MULTIPLE, "baseline_missing"),
    ({**MULTIPLE, "baseline": "2020"}, {**MULTIPLE, "baseline": "2019"}, "baseline_missing"),
    ({**MULTIPLE, "baseline": "2020"}, {**MULTIPLE, "baseline": "2020"}, "met"),
    (RATE, RATE, "met"),
    (RATE, {}, "baseline_missing"),
    ({**RATE, "baseline": "2021"}, RATE, "baseline_missing"),
    ({"benchmark": "全省平均"}, {}, "baseline_missing"),
    ({**RANK, "benchmark": "全省", "comparator": "le", "value": 20}, {**RANK, "comparator": "eq", "value": 3}, "met"),
    ({}, {"unit_id": "yuan", "value": 123_000_000_000}, "met"),
    ({}, {"unit_id": "yuan", "value": 119_000_000_000, "comparator": "eq"}, "not_met"),
    ({}, {"unit_id": "percent"}, "other_unit"),
    ({}, {"unit_id": "unlisted"}, "other_unit"),
    ({"unit_id": "unlisted"}, {"unit_id": "unlisted"}, "met"),
]

TIMES: list[tuple[Cells, Cells, str]] = [
    ({"note_basis": "suspected"}, {}, "suspected"),
    ({"due": "20XX"}, {}, "redacted"),
    ({"due": None}, {}, "no_deadline"),
    ({}, {"period": "20XX"}, "other_period"),
    ({}, {"period": "2025"}, "late"),
    ({}, {"period": "2022"}, "on_track"),
    ({}, {"period": "2022", "value": 900, "comparator": "eq"}, "not_yet_due"),
    ({}, {"period": "2022", "value": 900}, "bound_too_weak"),
    ({}, {"period": "2020"}, "exceeded_before_start"),
    ({}, {"period": "2020", "value": 900, "comparator": "eq"}, "before_start"),
    ({}, {"period": "2021/2023"}, "other_period"),
    ({}, {"period": "2023-07/2023-12"}, "other_period"),
    ({"value_type": "count"}, {"value_type": "count", "period": "2023-12"}, "met"),
    ({"due": "2023-06"}, {"period": "2023"}, "late"),
    ({"due": "2023-06", "value_type": "count"}, {"value_type": "count", "period": "2023-06"}, "met"),
    ({"due": "2023-06", "value_type": "count"}, {"value_type": "count", "period": "2023-06", "reported_on": "2023-06-30"}, "met"),
    ({}, {"reported_on": "2023-12-22"}, "on_track"),
    ({}, {"reported_on": "2023-12-22", "value": 900, "comparator": "eq"}, "not_yet_due"),
    (SUM, {"value_type": "cumulative", "period": "2021/2023"}, "met"),
    (SUM, {"value_type": "cumulative", "period": "2021/2023", "value": 900, "comparator": "eq"}, "not_met"),
    (SUM, {"value_type": "cumulative", "period": "2021"}, "on_track"),
    (SUM, {"value_type": "cumulative", "period": "2023", "value": 900, "comparator": "eq"}, "not_yet_due"),
    (SUM, {"value_type": "cumulative", "period": "2019/2023"}, "other_period"),
    (SUM, {"value_type": "cumulative", "period": "2021/2024"}, "late"),
    ({"value_type": "cumulative"}, {"value_type": "cumulative", "period": "2021/2023"}, "baseline_missing"),
    ({"value_type": "cumulative", "baseline": "2020"}, {"value_type": "cumulative", "period": "2021/2023"}, "met"),
    ({"recurrence": "annual_average"}, {}, "other_recurrence"),
    ({}, {"recurrence": "annual_average"}, "other_recurrence"),
]  # fmt: skip


def cases() -> list[tuple[Cells, Cells, str]]:
    return [case for group in WORTH.values() for case in group] + SCOPES + MEASURES + TIMES


@pytest.mark.parametrize(("promised", "reported", "expected"), cases())
def test_one_figure(promise: Promise, promised: Cells, reported: Cells, expected: str) -> None:
    found = promise.assess(promised, reported)
    assert (found.reason or found.verdict) == expected
    assert (found.verdict == "not_assessable") == bool(found.reason)
    assert [row["id"] for row in found.evidence] == ["anshi-2021-o001"]


AVERAGE = {"recurrence": "annual_average", "value_type": "growth_rate", "unit_id": "percent", "value": 8}
OF_AVERAGE = {**AVERAGE, "comparator": "eq", "value": 9}


@pytest.mark.parametrize(
    ("promised", "reported", "expected"),
    [
        ({"baseline": "2020"}, {"baseline": "2020", "period": "2021/2023"}, "met"),
        ({"baseline": "2020"}, {"baseline": "2020", "period": "2021/2023", "value": 7}, "not_met"),
        ({"baseline": "2020"}, {"baseline": "2020", "period": "2021/2022", "value": 7}, "not_yet_due"),
        ({"baseline": "2020"}, {"baseline": "2020", "period": "2022/2023"}, "on_track"),
        ({}, {"period": "2021/2023"}, "baseline_missing"),
        ({"baseline": "2020", "due": None}, {"baseline": "2020", "period": "2021/2023"}, "baseline_missing"),
    ],
)
def test_yearly_average(promise: Promise, promised: Cells, reported: Cells, expected: str) -> None:
    found = promise.assess({**AVERAGE, **promised}, {**OF_AVERAGE, **reported})
    assert (found.reason or found.verdict) == expected


YEARLY = {
    "recurrence": "annual",
    "due": None,
    "due_basis": None,
    "value_type": "increment",
    "unit_id": "enterprise",
    "value": 30,
}


def year(number: int, value: int, **cells: object) -> Cells:
    return {
        "value_type": "increment",
        "unit_id": "enterprise",
        "comparator": "eq",
        "period": str(number),
        "value": value,
        **cells,
    }


@pytest.mark.parametrize(
    ("reported", "expected"),
    [
        ([year(2021, 30), year(2022, 31), year(2023, 40)], "met"),
        ([year(2021, 30), year(2022, 29), year(2023, 40)], "not_met"),
        ([year(2022, 29)], "not_met"),
        ([year(2021, 30), year(2022, 31)], "years_missing"),
        ([year(2021, 30), year(2022, 31), year(2023, 40, reported_on="2023-12-01")], "years_missing"),
        ([year(2021, 30), year(2021, 29)], "conflicting_evidence"),
        ([year(2021, 30), year(2021, 29), year(2022, 1)], "not_met"),
        ([year(2020, 30)], "exceeded_before_start"),
        ([year(2020, 29)], "before_start"),
        ([year(2020, 30), year(2021, 30)], "exceeded_before_start"),
        ([year(2024, 29)], "late"),
        ([year(2022, 30, period="2022-01/2022-06")], "on_track"),
        ([year(2022, 29, period="2022-01/2022-06")], "not_yet_due"),
        ([year(2022, 90, period="2021/2023")], "other_period"),
        ([year(2020, 90, period="2020-01/2020-06")], "other_period"),
        ([year(2022, 90, recurrence="annual_average")], "other_recurrence"),
    ],
)  # fmt: skip
def test_yearly_targets_are_judged_year_by_year(promise: Promise, reported: list[Cells], expected: str) -> None:
    found = promise.assess(YEARLY, *reported)
    assert (found.reason or found.verdict) == expected


def test_a_yearly_target_runs_until_its_plan_is_over(promise: Promise) -> None:
    years = [year(2021, 30), year(2022, 31)]
    assert promise.assess(YEARLY, *years, as_of="2023-05-01").verdict == "on_track"
    assert promise.assess(YEARLY, *years, as_of="2024-01-01").reason == "years_missing"
    later = {**YEARLY, "effective_from": "2023"}
    assert promise.assess(later, year(2023, 30)).verdict == "met"
    assert promise.assess(YEARLY, year(2022, 30), plan={"period": ""}).reason == "years_missing"
    assert promise.assess(YEARLY, year(2022, 29), plan={"period": ""}).verdict == "not_met"
    before = year(2020, 30, role="baseline")
    assert promise.assess(YEARLY, before, plan={"period": ""}).verdict == "exceeded_before_start"


def test_where_the_plans_period_is_unknown_the_role_says_what_came_before(promise: Promise) -> None:
    early: Cells = {"period": "2020"}
    unknown: Cells = {"period": ""}
    assert promise.assess({}, {**early, "role": "baseline"}, plan=unknown).verdict == "exceeded_before_start"
    assert promise.assess({}, {**early, "role": "interim"}, plan=unknown).verdict == "on_track"


def test_a_sum_in_a_plan_of_one_year_counts_from_its_start(promise: Promise) -> None:
    added: Cells = {"value_type": "increment", "period": "2023"}
    assert promise.assess({"value_type": "increment"}, added, plan={"period": "2023/2023"}).verdict == "met"
    assert promise.assess({"value_type": "increment"}, added).reason == "baseline_missing"


def test_a_figure_later_than_the_datasets_date_is_not_final(promise: Promise) -> None:
    assert promise.assess({}, {"reported_on": None}, as_of="2023-06-30").verdict == "on_track"


def test_a_plan_of_one_zone_is_about_that_zone(promise: Promise) -> None:
    own: Cells = {"zone": "qingshi-etdz"}
    target: Cells = {"scope_type": "industry", "industry_id": "graphene"}
    inside: Cells = {**target, "zone_id": "qingshi-etdz", "jurisdiction_code": None}
    assert promise.assess(target, inside, plan=own).verdict == "met"
    assert promise.assess(target, target, plan=own).reason == "other_scope"
