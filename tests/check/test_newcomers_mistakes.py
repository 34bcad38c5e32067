"""Mistakes that people make on their first day, and that what they are told leads to the right cell and the right value."""

from __future__ import annotations

import pytest
from checkout import Checkout

from zoneledger import check
from zoneledger.check.pattern_examples import examples
from zoneledger.problems import Problem


def told(checkout: Checkout, code: str) -> Problem:
    (problem,) = (problem for problem in check.run(checkout.root)[1].problems if problem.rule.code == code)
    return problem


@pytest.mark.parametrize(("after", "column"), [("，level,", "industry_id"), (",,level,", "value_type")])
def test_a_row_out_of_step_is_told_where(small: Checkout, after: str, column: str) -> None:
    small.edit("targets", lambda text: text.replace(",level,", after, 1))
    fix = told(small, "row-width").fix
    assert f"column {column} " in fix.en, fix.en
    assert f"从 {column} 一列" in fix.zh


def test_full_width_brackets_of_a_locator(small: Checkout) -> None:
    """Told at the measure that has them, not at the duties that point there rightly."""
    (column,) = (place for place, name in enumerate(small.read("measures")[0]) if name == "locator")
    row = next(number for number, cells in enumerate(small.read("measures")) if "(" in cells[column])
    right = small.read("measures")[row][column]
    small.cell("measures", row, locator=right.replace("(", "（").replace(")", "）"))
    problem = told(small, "cell-pattern")
    assert (problem.place.file.endswith("measures.csv"), problem.fix.en) == (True, f"Write {right}")


def test_the_end_of_an_id_is_completed(small: Checkout) -> None:
    small.cell("targets", 1, measure_id="m01")
    assert told(small, "cell-pattern").fix.en == "Write anshi-2021-m01"


def test_a_body_of_another_city_is_not_proposed(small: Checkout) -> None:
    """Its name is the same, or like it; it is another body all the same."""
    small.append(
        "organizations",
        id="beihe-audit",
        name_zh="北河市审计局",
        short_zh="市审计局",
        name_en="Beihe Audit Bureau",
        jurisdiction_code="990200",
    )
    small.append("jurisdictions", code="990200", name_zh="北河市", name_en="Beihe")
    for typed in ("市审计局", "北河市审计局", "安石市审计局"):
        small.cell("organization_aliases", 1, organization_id=typed)
        assert "beihe" not in told(small, "cell-pattern").fix.en


def test_a_word_that_is_only_near_is_asked(small: Checkout) -> None:
    small.cell("targets", 1, strength="very firm")
    assert told(small, "cell-enum").fix.en == "Write firm?"


@pytest.mark.parametrize("mark", ["、", "｜", "| "])
def test_aliases_of_a_zone_are_parted_by_a_bar(small: Checkout, mark: str) -> None:
    small.cell("zones", 1, zone_type="economic", aliases=f"青石园区{mark}青石新区")
    told_of = [problem for problem in check.run(small.root)[1].problems if problem.place.column == "aliases"]
    assert [problem.fix.en for problem in told_of] == ["Write 青石园区|青石新区"]


@pytest.mark.parametrize(
    ("pattern", "shown"),
    [
        (r"[a-z0-9]+(?:-[a-z0-9]+)*-o\d{3,}", ("beihe-2023-o001",)),
        (r"[a-z0-9]+(?:-[a-z0-9]+)*-m\d{2,}", ("beihe-2023-m01",)),
        (r"(?:\d{4}|\d{3}X)(?:-\d\d)?", ("2022", "2022-06")),
        (r"https?://\S+", ("https://www.example.gov.cn/a.html",)),
        (r"[^|]+(?:\|[^|]+)*", ()),
    ],
)
def test_patterns_are_shown_by_example(pattern: str, shown: tuple[str, ...]) -> None:
    assert examples(pattern, "beihe-2023") == shown
