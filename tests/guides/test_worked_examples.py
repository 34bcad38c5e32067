"""The examples of “How to code a target” are rows of the ledger, to the cell, and cover what the page promises."""

from __future__ import annotations

from pathlib import Path

import pytest
from worked_examples import Example, examples, faults, rows_of

LANGUAGES = ("zh", "en")

#: What a contributor must be able to look up, each as a cell that some example has.
COVERED = {
    "a range": ("comparator", "between"),
    "a rank": ("value_type", "rank"),
    "doubling": ("value_type", "multiple"),
    "every year": ("recurrence", "annual"),
    "on average": ("recurrence", "annual_average"),
    "a firm value": ("strength", "firm"),
    "its stretch": ("relation", "stretch_of"),
    "a part": ("relation", "part_of"),
    "a list": ("member", "2"),
    "a stated deadline": ("due_basis", "stated"),
    "the horizon": ("due_basis", "plan_horizon"),
    "a derived deadline": ("due_basis", "derived"),
    "a redacted year": ("due", "20XX"),
    "a suspected misprint": ("note_basis", "suspected"),
    "a duty in brackets": ("basis", "bracket"),
    "a duty in the text": ("basis", "text"),
    "a yearly date": ("rrule", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=-1"),
    "an exclusion": ("reason", "threshold"),
}


def page(root: Path, lang: str) -> str:
    return (root / f"site/pages/{lang}/coding.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_examples_are_rows_of_the_ledger(root: Path, lang: str) -> None:
    found = examples(page(root, lang))
    assert len(found) > 25
    assert page(root, lang).count("](site:") == len(found), "a line is no example, though it links to a row"
    assert [fault for example in found for fault in faults(root, example, lang)] == []


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("what", COVERED)
def test_what_people_look_up_has_an_example(root: Path, lang: str, what: str) -> None:
    column, value = COVERED[what]
    assert [example.label for example in examples(page(root, lang)) if example.cells.get(column) == value]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_examples_come_from_many_plans_and_tables(root: Path, lang: str) -> None:
    found = examples(page(root, lang))
    assert len({example.plan for example in found}) >= 6
    tables = {rows_of(root, example)[0][0] for example in found}
    assert tables >= {"targets", "target_relations", "target_zones", "responsibilities", "milestones", "exclusions"}


def test_both_languages_show_the_same_rows(root: Path) -> None:
    zh, en = ([(e.label, e.address, e.printed) for e in examples(page(root, lang))] for lang in LANGUAGES)
    assert zh == en


@pytest.mark.parametrize("lang", LANGUAGES)
def test_printed_stretches_are_short(root: Path, lang: str) -> None:
    assert [example.label for example in examples(page(root, lang)) if len(example.printed) > 40] == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("`value=60`", "`value=61`"),
        ("`strength=firm`", "`strength=stretch`"),
        (" `due=2020`", ""),
        ("`unit_id=percent`", "`unit_id=percent` `value_max=70`"),
        ("| 60% |", "| 61% |"),
        ("[ganzhou-2020-t050]", "[ganzhou-2020-t999]"),
        ("/#ganzhou-2020-t050", "/#ganzhou-2020-t051"),
    ],
)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_example_that_has_drifted_is_noticed(root: Path, lang: str, before: str, after: str) -> None:
    (line,) = [line for line in page(root, lang).splitlines() if line.startswith("| [ganzhou-2020-t050]")]
    assert before in line
    (sound,), (planted,) = examples(line), examples(line.replace(before, after))
    assert faults(root, sound, lang) == []
    assert faults(root, planted, lang) != []


@pytest.mark.parametrize(
    ("cells", "rows"),
    [
        ({"from_target_id": "nanchang-2019-t004", "relation": "stretch_of"}, 1),
        ({"from_target_id": "nanchang-2019-t004", "relation": "part_of"}, 0),
        ({"relation": "stretch_of"}, 2),
    ],
)
def test_a_row_without_an_id_is_told_by_its_cells(root: Path, cells: dict[str, str], rows: int) -> None:
    found = rows_of(root, Example("nanchang-2019 target_relations", "plans/nanchang-2019/#relations", "", cells))
    assert min(len(found), 2) == rows
