"""Mistakes that people make on their first day, and that what they are told leads to the right cell and the right value."""

from __future__ import annotations

import pytest
from checkout import PLAN, Checkout

from zoneledger import check
from zoneledger.check.pattern_examples import examples
from zoneledger.problems import Problem


def told(checkout: Checkout, code: str) -> Problem:
    (problem,) = (problem for problem in check.run(checkout.root)[1].problems if problem.rule.code == code)
    return problem


def respelt(checkout: Checkout, table: str, before: str, after: str) -> None:
    file = checkout.root / "datasets" / table
    text = file.read_text("utf-8")
    assert before in text
    file.write_text(text.replace(before, after, 1), "utf-8", newline="")


@pytest.mark.parametrize(("before", "after"), [(",level,", "，level,"), (",level,", ",,level,")])
def test_a_row_out_of_step_is_told_where(small: Checkout, before: str, after: str) -> None:
    respelt(small, f"plans/{PLAN}/targets.csv", before, after)
    fix = told(small, "row-width").fix
    column = "value_type"
    assert f"column {column} " in fix.en, fix.en
    assert f"从 {column} 一列" in fix.zh


def test_full_width_brackets_of_a_locator(small: Checkout) -> None:
    """Told at the measure that has them, not at the duties that point there rightly."""
    respelt(small, f"plans/{PLAN}/measures.csv", "/(一)", "/（一）")
    problem = told(small, "cell-pattern")
    assert problem.place.file.endswith("measures.csv")
    assert problem.fix.en.endswith("/(一)")


def test_the_end_of_an_id_is_completed(small: Checkout) -> None:
    row = small.rows("targets")[1]
    small.cell("targets", 1, measure_id=row["measure_id"].removeprefix(f"{PLAN}-"))
    assert told(small, "cell-pattern").fix.en == f"Write {row['measure_id']}"


def test_a_word_that_is_only_near_is_asked(small: Checkout) -> None:
    small.cell("targets", 1, recurrence="annually average")
    assert told(small, "cell-enum").fix.en == "Write annual_average"
    small.cell("targets", 1, recurrence="annual ave")
    assert told(small, "cell-enum").fix.en == "Write annual_average?"


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
