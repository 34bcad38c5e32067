"""Faults planted in the invented plan's tables are caught, each by its rule, at its cell, with what to type."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from invented import PLAN

from zoneledger import audit
from zoneledger.audit import AuditResult
from zoneledger.audit.faults.copies import with_cell, with_records, without
from zoneledger.catalogue import Catalogue
from zoneledger.catalogue.records import Record
from zoneledger.problems import Problem

Audit = Callable[[Catalogue], list[Problem]]


@pytest.fixture
def problems(texts: Path) -> Audit:
    def found(catalogue: Catalogue) -> list[Problem]:
        return list(audit.run(catalogue, texts).report.problems)

    return found


def record(catalogue: Catalogue, table: str, number: int) -> Record:
    return catalogue.tables[table].records[number - 1]


def test_the_invented_plan_is_clean(ledger: Catalogue, texts: Path) -> None:
    result: AuditResult = audit.run(ledger, texts)
    assert result.report.problems == ()
    assert result.proved == {PLAN}
    assert result.receipts[PLAN].complete
    assert result.receipts[PLAN].anchors["targets"] == 11
    assert result.receipts[PLAN].anchors["responsibilities"] == len(ledger.tables["responsibilities"].records)


# table, row, column, planted value, rule, column named, something the fix must say
FAULTS = [
    ("targets", 1, "printed", "1300亿元", "anchor-printed", "printed", "1200亿元"),
    ("targets", 1, "value", "1300", "value-printed", "value", ""),
    ("targets", 1, "value", "12000", "value-printed", "value", ""),
    ("targets", 1, "unit_id", "percent", "value-printed", "unit_id", ""),
    ("targets", 1, "printed", "200亿元", "anchor-whole-figure", "printed", "1200"),
    ("targets", 1, "printed", "1200億元", "anchor-printed", "printed", "1200亿元"),
    ("targets", 1, "printed", "网页抬头", "anchor-printed", "printed", ""),
    ("targets", 1, "locator", "二/(一)", "anchor-locator", "locator", "一"),
    ("targets", 1, "locator", "一/(九)", "anchor-locator", "locator", "一"),
    ("targets", 1, "marker_printed", "确保", "marker-printed", "marker_printed", ""),
    ("targets", 1, "scope_printed", "全市開发区", "name-printed", "scope_printed", "全市开发区"),
    ("targets", 1, "due", "2032", "deadline-read", "due", ""),
    ("targets", 2, "value_max", "6", "value-printed", "value_max", ""),
    ("targets", 2, "value_max", "", "value-printed", "value_max", ""),
    ("targets", 2, "printed", "5个", "anchor-whole-figure", "printed", "3-5"),
    ("targets", 3, "member", "2", "value-printed", "member", "1"),
    ("targets", 4, "member", "3", "anchor-member", "member", "2"),
    ("targets", 5, "value", "12.6", "value-printed", "value", ""),
    ("targets", 6, "locator", "二/(二)/1/重点方向", "anchor-measure", "locator", ""),
    ("targets", 8, "occurrence", "2", "occurrence-order", "occurrence", "1"),
    ("targets", 9, "occurrence", "1", "occurrence-order", "occurrence", "2"),
    ("targets", 9, "occurrence", "3", "anchor-occurrence", "occurrence", "2"),
    ("targets", 11, "member", "2", "anchor-member", "member", "1"),
    ("instruments", 1, "value", "3", "value-printed", "value", ""),
    ("milestones", 1, "due", "2021-09", "date-printed", "due", ""),
    ("milestones", 1, "due", "2020-06", "date-printed", "due", ""),
    ("measures", 4, "title_zh", "做大产业", "measure-title", "title_zh", "做强产业"),
    ("measures", 4, "number_printed", "(二)", "measure-title", "number_printed", "(一)"),
    ("measures", 4, "title_basis", "editorial", "measure-title", "title_basis", "printed"),
    ("measures", 4, "locator", "二/(三)", "anchor-locator", "locator", ""),
    ("measures", 4, "position", "9", "measure-order", "position", ""),
    ("responsibilities", 1, "printed", "市科技局", "duty-list", "printed", ""),
    ("responsibilities", 1, "role", "responsible", "duty-list", "printed", ""),
    ("responsibilities", 1, "basis", "line", "duty-list", "basis", ""),
    ("responsibilities", 1, "anchor_locator", "二/(二)", "duty-list", "anchor_locator", "二/(一)"),
    ("responsibilities", 1, "position", "2", "duty-list", "position", "1"),
    ("responsibilities", 1, "list_open", "true", "duty-list", "list_open", "false"),
    ("responsibilities", 1, "occurrence", "2", "duty-list", "occurrence", "1"),
    ("responsibilities", 3, "list_open", "false", "duty-list", "list_open", "true"),
    ("responsibilities", 6, "manner", "", "duty-list", "manner", "by_division"),
    ("responsibilities", 8, "manner", "by_division", "duty-list", "manner", ""),
    ("responsibilities", 5, "occurrence", "3", "duty-text", "occurrence", "2"),
    ("responsibilities", 5, "printed", "各开发区", "duty-text", "printed", ""),
    ("organization_aliases", 1, "printed", "市工业局", "name-printed", "printed", "市工信局"),
]


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: "-".join(map(str, fault[:4])))
def test_a_planted_fault_is_caught(ledger: Catalogue, problems: Audit, fault: tuple[str, int, str, str, str, str, str]) -> None:
    table, number, column, value, rule, named, fix = fault
    spoilt = record(ledger, table, number)
    found = problems(with_cell(ledger, spoilt, table, column, value))
    at_rule = [problem for problem in found if problem.rule.code == rule and problem.place.column == named]
    assert at_rule, [(problem.rule.code, problem.place) for problem in found]
    assert at_rule[0].place.file == spoilt.file
    assert fix in at_rule[0].fix.zh
    assert fix in at_rule[0].fix.en
    assert at_rule[0].message.zh
    assert at_rule[0].message.en


def test_a_deleted_row_of_a_list_is_missed(ledger: Catalogue, problems: Audit) -> None:
    found = problems(without(ledger, record(ledger, "responsibilities", 4), "responsibilities"))
    assert [(p.rule.code, p.value) for p in found] == [("duty-list", "各开发区")]
    assert "2, 各开发区" in found[0].fix.en


def test_a_list_without_any_row_is_missed(ledger: Catalogue, problems: Audit) -> None:
    found = problems(without(ledger, record(ledger, "responsibilities", 8), "responsibilities"))
    assert [(p.rule.code, p.value) for p in found] == [("duty-list", "二/(二)/1/(2)")]
    assert "市统计局" in found[0].fix.zh


def test_swapped_positions_are_caught(ledger: Catalogue, problems: Audit) -> None:
    first, second = record(ledger, "responsibilities", 1), record(ledger, "responsibilities", 2)
    swapped = with_cell(with_cell(ledger, first, "responsibilities", "position", "2"), second, "responsibilities", "position", "1")
    assert {p.rule.code for p in problems(swapped)} == {"duty-list"}


def test_a_row_that_no_list_prints_is_caught(ledger: Catalogue, problems: Audit) -> None:
    last = record(ledger, "responsibilities", 2)
    extra = Record(last.file, 99, {**last.cells, "id": "x", "position": "3", "printed": "市公安局"}, last.plan_id)
    found = problems(with_records(ledger, "responsibilities", lambda records: [*records, extra]))
    assert [(p.rule.code, p.place.line) for p in found] == [("duty-list", 99)]


def test_a_cell_of_the_wrong_type_is_a_problem_not_a_crash(ledger: Catalogue, texts: Path) -> None:
    result = audit.run(with_cell(ledger, record(ledger, "targets", 1), "targets", "value", "viele"), texts)
    assert [p.rule.code for p in result.report.problems] == ["audit-tables"]
    assert result.receipts == {}
