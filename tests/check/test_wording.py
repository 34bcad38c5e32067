"""What messages say: the right line, words instead of constraint names, and the value that was meant."""

from __future__ import annotations

import re

import pytest
from breaks import yaml
from checkout import PLAN, Checkout

from zoneledger import check
from zoneledger.problems import Problem


def found(checkout: Checkout, code: str) -> list[Problem]:
    return [problem for problem in check.run(checkout.root)[1].problems if problem.rule.code == code]


# what is done to plan.yml: before, after → line, key, words of the message, words of the fix
PLAN_FAULTS = [
    ("script: hans", "script: Hans", 28, "script", "There is no such value", "Write hans"),
    ("status: expired", "statuss: expired", 29, "statuss", "no such key", "Write status"),
    ("status: expired\n", "", 1, "status", "Key status is missing", "Add a line “status: …”"),
    ("  last_words: 做强产业 市工信局\n", "", 20, "source.last_words", "Key last_words is missing", "last_words"),
    ("period: 2021/2023", "period: 2021-2023", 19, "period", "does not fit the pattern", ""),
    ("  - complete\n", "  []\n", 26, "completeness", "Nothing stands here", "Fill it in"),
    ("  - complete\n", "  - complete\n  - complete\n", 26, "completeness", "more than once: complete", "repeated"),
    ("  - complete\n", "  complete\n", 26, "completeness", "should be a list", "- "),
    ("    basis: coding", "    basis: codings", 36, "notes.0.basis", "no such value", "Write coding"),
    (
        "  first_words: 安石市人民政府办公室关于印发",
        "  first_words: 安石",
        23,
        "source.first_words",
        "Here are 2 characters",
        "",
    ),
]


@pytest.mark.parametrize("fault", PLAN_FAULTS)
def test_a_fault_of_plan_yml_is_told_in_words(fault: tuple[str, str, int, str, str, str], small: Checkout) -> None:
    before, after, line, key, message, fix = fault
    yaml(small, before, after)
    told = [problem for problem in found(small, "yaml-content") if problem.place.column == key]
    assert len(told) == 1, found(small, "yaml-content")
    assert told[0].place.line == line
    assert message in told[0].message.en
    assert fix in told[0].fix.en
    assert not re.search("[A-Za-z]{4,} [a-z]{2,} [a-z]{2,}", told[0].message.zh), told[0].message.zh


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("script: hans", "script: &a hans\nx: *a", "alias"),
        ("script: hans", "script: hans: hant", "“: ” is out of place"),
        ("script: hans", "script: 'hans", "quote is not closed"),
        ("script: hans", "script:\n\thans", "tab"),
        ("script: hans", "script: hans\nscript: hant", "same key stands twice"),
        ("script: hans", "script: @hans", "must be quoted"),
        ("script: hans", "script: !x hans", "tag"),
    ],
)
def test_broken_yaml_is_explained_in_both_languages(before: str, after: str, said: str, small: Checkout) -> None:
    yaml(small, before, after)
    (problem,) = found(small, "yaml-syntax")
    assert said in problem.message.en
    assert not re.search("[A-Za-z]{4,}", problem.message.zh.replace("YAML", ""))


@pytest.mark.parametrize(
    ("table", "cells", "fix"),
    [
        ("responsibilities", {"organization_id": "市工信局"}, "Write anshi-industry-it"),
        ("responsibilities", {"organization_id": "安石市税务局"}, "Write anshi-tax"),
        ("responsibilities", {"organization_id": "anshi-taxx"}, "Write anshi-tax?"),
        ("targets", {"unit_id": "亿元"}, "Write yi-yuan"),
        ("target_zones", {"zone_id": "青石经开区"}, "Write qingshi-etdz"),
        ("targets", {"measure_id": "目标"}, "Write anshi-2021-m01"),
        ("targets", {"unit_id": "zzzzzz"}, "Write an id that exists, or first add the row it points at."),
    ],
)
def test_a_name_where_an_id_belongs_is_turned_into_the_id(
    table: str, cells: dict[str, str], fix: str, small: Checkout
) -> None:
    small.cell(table, 1, **cells)
    (problem,) = [*found(small, "key-unknown"), *found(small, "cell-pattern")]
    assert problem.fix.en == fix


@pytest.mark.parametrize(
    ("cell", "fix"),
    [
        ("FIRM", "Write firm"),
        ("确保", "Write firm"),
        ("streched", "Write stretch"),
        ("zzz", "Choose one from the list."),
    ],
)
def test_the_value_meant_is_found_by_code_label_and_case(cell: str, fix: str, small: Checkout) -> None:
    small.cell("targets", 1, strength=cell)
    (problem,) = found(small, "cell-enum")
    assert problem.fix.en == fix
    assert "firm (firm)" not in problem.allowed.en
    assert "firm（确保）" in problem.allowed.zh


def test_bounds_are_words(small: Checkout) -> None:
    small.cell("targets", 1, occurrence="0", printed="长" * 700)
    told = {problem.place.column: problem for problem in found(small, "cell-bound")}
    assert told["occurrence"].allowed == ("不小于 1", "at least 1")
    assert re.fullmatch(r"至多 \d+ 字", told["printed"].allowed.zh)
    assert told["printed"].message.en == "The cell has 700 characters."


@pytest.mark.parametrize(("cell", "form"), [("2023年", "2023"), ("2023年6月", "2023-06"), ("2023/06/30", "2023-06-30")])
def test_a_date_is_named_in_the_form_that_fits(cell: str, form: str, small: Checkout) -> None:
    small.cell("targets", 1, due=cell)
    (problem,) = found(small, "cell-pattern")
    assert form in f"{problem.message.en} {problem.fix.en}".replace(".", " ").split()


def test_every_stage_counts_physical_lines(small: Checkout) -> None:
    """Two cells with line breaks come first; what follows is told where an editor shows it."""
    small.cell("measures", 1, summary_zh="一\n二\n三")
    small.cell("measures", 2, title_en="a\nb")
    small.cell("measures", 3, kind="nonsense", locator="", position="3.0", parent_id="anshi-2021-m99")
    small.cell("measures", 4, id="anshi-2021-m03")
    text = (small.root / PLAN / "measures.csv").read_text(encoding="utf-8").split("\n")
    third = next(number for number, line in enumerate(text, 1) if "nonsense" in line)
    assert third == 7
    problems = [p for p in check.run(small.root)[1].problems if p.place.file.endswith("measures.csv")]
    at_third = {(p.rule.code, p.place.column) for p in problems if p.place.line == third}
    assert {("cell-enum", "kind"), ("cell-required", "locator"), ("cell-form", "position")} <= at_third
    assert ("key-unknown", "parent_id") in at_third
    assert [p.place.line for p in problems if p.rule.code == "key-repeated"] == [third + 1]
    assert [p.message.en for p in problems if p.rule.code == "key-repeated"] == [
        f"It repeats line {third} of {PLAN}/measures.csv."
    ]


def test_what_waits_is_told_until_the_tables_are_sound(small: Checkout) -> None:
    small.cell("targets", 1, value="1300")
    assert not check.run(small.root)[1].held_back
    small.cell("targets", 1, occurrence="x")
    report = check.run(small.root)[1]
    assert report.held_back
    assert "have not run yet" in small.check()[2]
    assert {problem.rule.code for problem in report.problems} == {"cell-form"}


def test_of_two_rows_of_one_name_that_of_the_plans_area_is_meant(small: Checkout) -> None:
    small.append("jurisdictions", code="990200", name_zh="邻市", name_en="Linshi")
    small.append("zones", id="a-linshi-qingshi", jurisdiction_code="990200", aliases="青石经开区")
    rows = small.read("zones")
    small.write("zones", [rows[0], *sorted(rows[1:])])
    small.cell("target_zones", 1, zone_id="青石经开区")
    (problem,) = found(small, "cell-pattern")
    assert problem.fix.en == "Write qingshi-etdz"
