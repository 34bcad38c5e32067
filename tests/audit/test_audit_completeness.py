"""Every figure of the invented plan is carried or excluded; whatever is not, and every stale exclusion or note, is told."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from invented import PLAN, TEXT

from zoneledger import audit
from zoneledger.audit import exclusions, faults
from zoneledger.audit.exclusions import OpenFigure
from zoneledger.audit.faults import Dose
from zoneledger.audit.faults.copies import with_cell, with_records, without
from zoneledger.catalogue import Catalogue
from zoneledger.catalogue.records import Record
from zoneledger.problems import Problem, Text


def problems(catalogue: Catalogue, texts: Path) -> list[Problem]:
    return list(audit.run(catalogue, texts).report.problems)


def opened(ledger: Catalogue, old: str, new: str) -> list[OpenFigure]:
    """The open figures of the invented text with one stretch of it changed."""
    text = TEXT[TEXT.index("为促进") : TEXT.index("分享到")].replace(old, new, 1)
    assert new in text
    return exclusions.open_figures(audit.read_text(ledger, PLAN, text, text), ledger)


def with_exclusion(ledger: Catalogue, **cells: str) -> Catalogue:
    blank = dict.fromkeys(ledger.schemas["exclusions"].columns, "")
    row = {**blank, "occurrence": "1", "member": "1", "reason": "name", **cells}
    extra = Record("exclusions.csv", 99, row, PLAN)
    return with_records(ledger, "exclusions", lambda records: [*records, extra])


def first(catalogue: Catalogue, table: str) -> Record:
    return catalogue.tables[table].records[0]


def test_nothing_is_open_and_all_is_counted(ledger: Catalogue, texts: Path) -> None:
    assert audit.open_figures(ledger, texts, PLAN) == []
    figures = audit.run(ledger, texts).receipts[PLAN].figures
    assert figures.excluded == {"recurrence": 1}
    assert figures.carried == {"instruments": 1, "milestones": 1, "targets": 10}
    assert figures.found == 13
    assert figures.open == 0


def test_duties_are_counted(ledger: Catalogue, texts: Path) -> None:
    duties = audit.run(ledger, texts).receipts[PLAN].duties
    listed = [row for row in ledger.tables["responsibilities"] if row.cells["basis"] != "text"]
    assert duties.found == duties.carried == len(listed)
    less = without(ledger, first(ledger, "responsibilities"), "responsibilities")
    assert audit.run(less, texts).receipts[PLAN].duties.carried == len(listed) - 1
    assert not audit.run(less, texts).receipts[PLAN].complete


def test_a_figure_without_a_row_is_open_and_the_line_to_add_closes_it(ledger: Catalogue, texts: Path) -> None:
    spoilt = without(ledger, first(ledger, "exclusions"), "exclusions")
    found = [problem for problem in problems(spoilt, texts) if problem.rule.code == "figure-open"]
    assert [problem.value for problem in found] == ["一"]
    assert "市工信局每年报告一次" in found[0].message.en
    assert found[0].place.column.startswith("二/(一)")
    figure = audit.open_figures(spoilt, texts, PLAN)[0]
    assert figure.line == "二/(一),一次,1,1,,,"
    assert figure.line in found[0].fix.zh
    assert figure.line in found[0].fix.en
    names = dict(zip(ledger.schemas["exclusions"].columns, figure.line.split(","), strict=True))
    assert problems(with_exclusion(spoilt, **{**names, "reason": "recurrence"}), texts) == []


DELETED = [("targets", 1, "1200亿"), ("targets", 4, "20"), ("instruments", 1, "2"), ("milestones", 1, "2021年6月")]


@pytest.mark.parametrize(("table", "number", "value"), DELETED)
def test_a_deleted_row_leaves_its_figure_open(ledger: Catalogue, texts: Path, table: str, number: int, value: str) -> None:
    spoilt = without(ledger, ledger.tables[table].records[number - 1], table)
    assert value in [figure.mention.text for figure in audit.open_figures(spoilt, texts, PLAN)]


def test_the_words_around_a_figure_are_few(ledger: Catalogue) -> None:
    long = "某" * 60
    figure = opened(ledger, "首位产业。", f"首位产业。{long}新增37家{long}。")[0]
    assert "37" in figure.fragment
    assert len(figure.fragment) <= 40


def test_a_threshold_is_carried_by_the_row_that_states_it(ledger: Catalogue) -> None:
    old, new = "引进项目2个。〔", "引进50亿元项目2个。〔"
    assert [figure.mention.text for figure in opened(ledger, old, new)] == ["50亿", "2"]
    anchored = with_cell(ledger, ledger.tables["targets"].records[5], "targets", "printed", "项目2个")
    assert [figure.mention.text for figure in opened(anchored, old, new)] == ["50亿"]
    stated = with_cell(anchored, anchored.tables["targets"].records[5], "targets", "qualifier", "50亿元以上")
    assert opened(stated, old, new) == []
    # a stated number carries one figure, in its own sentence, that counts the same thing
    assert len(opened(stated, old, "引进50亿元、50亿元项目2个。〔")) == 1
    assert len(opened(stated, old, "培育50亿元项目。引进项目2个。〔")) == 1
    assert len(opened(stated, old, "引进50亿吨项目2个。〔")) == 1


def test_a_date_is_carried_by_the_deadline_next_to_it_alone(ledger: Catalogue) -> None:
    earlier = opened(ledger, "到2023年,", "2023年里,到2023年,")
    assert [figure.line for figure in earlier] == ["一,2023年里,1,1,date,,"]
    later = opened(ledger, "达到12.5%。", "达到12.5%,时在2023年内。")
    assert [figure.line for figure in later] == ["一,2023年内,1,1,date,,"]
    assert [figure.mention.text for figure in opened(ledger, "到2023年,", "到2024年,")] == ["2024年"]


STALE = [
    ({"locator": "一", "printed": "1200亿元"}, "printed", "carries"),
    ({"locator": "二/(一)", "printed": "每年报告一次"}, "printed", "already"),
    ({"locator": "二/(一)", "printed": "编制图谱"}, "member", "holds 0"),
    ({"locator": "二/(一)", "printed": "编制图谱", "member": "2"}, "member", "holds 0"),
]


@pytest.mark.parametrize(("cells", "column", "says"), STALE)
def test_a_stale_exclusion_fails(ledger: Catalogue, texts: Path, cells: dict[str, str], column: str, says: str) -> None:
    found = problems(with_exclusion(ledger, **cells), texts)
    assert [(problem.rule.code, problem.place.column, problem.place.line) for problem in found] == [("exclusion-stale", column, 99)]
    assert says in found[0].message.en


def test_a_reason_must_fit(ledger: Catalogue, texts: Path) -> None:
    found = problems(with_cell(ledger, first(ledger, "exclusions"), "exclusions", "reason", "date"), texts)
    assert {(problem.rule.code, problem.place.column) for problem in found} == {("exclusion-stale", "reason"), ("figure-open", "二/(一)@34")}


@pytest.mark.parametrize(("printed", "says"), [("37家", ["exclusion-stale", "figure-open"]), ("1200亿元", [])])
def test_what_is_restated_is_a_row_elsewhere(ledger: Catalogue, printed: str, says: list[str]) -> None:
    text = TEXT[TEXT.index("为促进") : TEXT.index("分享到")].replace("首位产业。", f"首位产业。新增{printed}。")
    excluding = with_exclusion(ledger, locator="一/(一)", printed=printed, reason="restated")
    found = exclusions.check(audit.read_text(excluding, PLAN, text, text), excluding)
    assert [problem.rule.code for finding in found for problem in finding.problems] == says


def test_an_exclusion_whose_spot_is_gone_fails(ledger: Catalogue, texts: Path) -> None:
    found = problems(with_cell(ledger, first(ledger, "exclusions"), "exclusions", "printed", "报告九次"), texts)
    assert {problem.rule.code for problem in found} == {"anchor-printed", "figure-open"}


#: The third target: 1家, the first of a list.
FIRMS = 2
DIFFERING = [
    ("comparator", "le", Text("比较符：理由", "Comparator: reason")),
    ("strength", "firm", Text("力度：理由", "Strength: reason")),
    ("recurrence", "annual", Text("频次：理由", "Recurrence: reason")),
    ("unit_id", "mu", Text("单位：理由", "Unit: reason")),
    ("value", "7", Text("数值：理由", "Value: reason")),
    ("due", "2024", Text("期限：理由", "Deadline: reason")),
]


@pytest.mark.parametrize(("column", "value", "note"), DIFFERING)
def test_a_reading_note_excuses_the_column_it_names(ledger: Catalogue, texts: Path, column: str, value: str, note: Text) -> None:
    spoilt = with_cell(ledger, ledger.tables["targets"].records[FIRMS], "targets", column, value)
    named = [problem for problem in problems(spoilt, texts) if problem.place.column == column]
    assert len(named) == 1
    assert named[0].message.zh
    noted = _noted(spoilt, note, FIRMS)
    assert [problem for problem in problems(noted, texts) if problem.rule.code != "figure-open"] == []
    assert audit.run(noted, texts).receipts[PLAN].reading_notes == 1
    other = _noted(spoilt, Text("片段：理由", "Printed: reason"), FIRMS)
    assert column in {problem.place.column for problem in problems(other, texts)}


def _noted(catalogue: Catalogue, note: Text, index: int = 0) -> Catalogue:
    half = with_cell(catalogue, catalogue.tables["targets"].records[index], "targets", "reading_note_zh", note.zh)
    return with_cell(half, half.tables["targets"].records[index], "targets", "reading_note_en", note.en)


@pytest.mark.parametrize("note", [Text("力度：理由", "Strength: reason"), Text("力度、频次：理由", "Strength, recurrence: reason")])
def test_a_stale_reading_note_fails(ledger: Catalogue, texts: Path, note: Text) -> None:
    assert [problem.rule.code for problem in problems(_noted(ledger, note), texts)] == ["reading-note"]


def test_a_reading_note_is_stale_in_part(ledger: Catalogue, texts: Path) -> None:
    spoilt = with_cell(ledger, first(ledger, "targets"), "targets", "strength", "firm")
    found = problems(_noted(spoilt, Text("力度、频次：理由", "Strength, recurrence: reason")), texts)
    assert [problem.rule.code for problem in found] == ["reading-note"]
    assert "recurrence" in found[0].message.en


def test_a_reading_note_excuses_nothing_else(ledger: Catalogue, texts: Path) -> None:
    spoilt = with_cell(ledger, first(ledger, "targets"), "targets", "strength", "firm")
    worse = with_cell(spoilt, first(spoilt, "targets"), "targets", "value", "1300")
    found = problems(_noted(worse, Text("力度：理由", "Strength: reason")), texts)
    assert [problem.place.column for problem in found] == ["value"]


def test_a_wrong_marker_is_told(ledger: Catalogue, texts: Path) -> None:
    found = problems(with_cell(ledger, first(ledger, "targets"), "targets", "marker_printed", ""), texts)
    assert [(problem.place.column, problem.fix.en) for problem in found] == [("marker_printed", "Write 力争")]


def test_a_heading_without_a_measure_is_told(ledger: Catalogue, texts: Path) -> None:
    found = problems(without(ledger, ledger.tables["measures"].records[2], "measures"), texts)
    assert ("measure-missing", "二") in {(problem.rule.code, problem.value) for problem in found}


def test_an_organisation_other_than_the_one_meant_is_told(ledger: Catalogue, texts: Path) -> None:
    found = problems(with_cell(ledger, first(ledger, "responsibilities"), "responsibilities", "organization_id", "org-1"), texts)
    assert [(problem.rule.code, problem.fix.en) for problem in found] == [("organization-meant", "Write org-0")]


def test_planted_faults_are_caught_and_the_receipt_says_so(ledger: Catalogue, texts: Path) -> None:
    run = faults.run(ledger, texts, PLAN, Dose(seed=1, figures=54, cells=200))
    assert run.summary.planted["figure"] == run.summary.caught["figure"] == 54
    assert [miss for miss in run.misses if miss.reason is None] == []
    result = faults.measured(audit.run(ledger, texts), [run])
    again = audit.Receipt.from_json(result.receipts[PLAN].to_json())
    assert again.faults == run.summary
    shown = audit.Receipt.of_outline(json.loads(json.dumps(again.outline)))
    assert shown == replace(again, digests={})


def test_faults_are_not_planted_in_a_plan_that_fails(ledger: Catalogue, texts: Path) -> None:
    with pytest.raises(ValueError, match=PLAN):
        faults.run(with_cell(ledger, first(ledger, "targets"), "targets", "value", "1"), texts, PLAN)


def test_a_run_is_kept_as_long_as_the_rows_are_the_same(ledger: Catalogue, texts: Path, tmp_path: Path) -> None:
    layout = replace(ledger.layout, root=tmp_path)
    run = faults.run(ledger, texts, PLAN, Dose(figures=2, cells=2))
    audit.write_receipts(faults.measured(audit.run(ledger, texts), [run]), layout)
    audit.write_receipts(audit.run(ledger, texts), layout)
    kept = audit.load_receipt(layout, PLAN)
    assert kept and kept.faults == run.summary
    edited = with_cell(ledger, first(ledger, "targets"), "targets", "note_zh", "x")
    audit.write_receipts(audit.run(edited, texts), layout)
    kept = audit.load_receipt(layout, PLAN)
    assert kept and kept.faults is None
