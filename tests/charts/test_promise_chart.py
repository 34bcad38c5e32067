"""Promise against result: a bar for each verdict and each reason, split by strength, from the CSV files as they are."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from drawing_read import LANGUAGES, bars, drawings, words
from small_plan import Cells, Changed, figure

from zoneledger import charts
from zoneledger.assessment import REASONS, VERDICTS, assessments
from zoneledger.assessment.labels import BRIEF
from zoneledger.catalogue import Catalogue, load
from zoneledger.charts import Figure, Figures, lettering, theme
from zoneledger.problems import Text

OPEN = Text("无法判断：", "cannot be judged: ")


def only(figures: Figures) -> Figure:
    (one,) = figures.results
    return one


def test_every_reason_has_a_brief_form_that_fits() -> None:
    assert list(BRIEF) == list(REASONS)
    for key, text in BRIEF.items():
        for lang in LANGUAGES:
            assert lettering.width(OPEN.of(lang) + text.of(lang), theme.WIDE.font) <= theme.WIDE.labels, key


@pytest.mark.parametrize("which", ["small", "real"])
def test_numbers_are_a_recount_of_the_targets_past_due(
    which: str, small: Catalogue, root: Path, request: pytest.FixtureRequest
) -> None:
    catalogue = small if which == "small" else load(root)
    one = only(request.getfixturevalue(f"{which}_figures"))
    due = [found for found in assessments(catalogue).values() if found.past_due]
    cells = Counter((found.reason or found.verdict, found.target.text("strength")) for found in due)
    label = {
        key: Text(*(f"{before}{text}" for before, text in zip(OPEN, REASONS[key], strict=True))) for key in REASONS
    }
    key_of = {text: key for key, text in {**VERDICTS, **label}.items()}
    strengths = catalogue.schemas["targets"].by_name["strength"]
    column_of = {strengths.label(key): key for key in strengths.enum}
    drawn = {
        (key_of[row[0]], column_of[column]): count
        for row in one.rows
        for column, count in zip(one.columns[1:-1], row[1:-1], strict=True)
        if count and isinstance(row[0], Text)
    }
    assert drawn == cells
    assert [row[0] for row in one.rows][:2] == [VERDICTS["met"], VERDICTS["not_met"]], "also where they are empty"
    assert sum(int(row[-1]) for row in one.rows if isinstance(row[-1], int)) == len(due)
    for lang in LANGUAGES:
        for drawing in drawings(one, lang):
            assert len(bars(drawing)) == len(cells)
            assert list(map(int, words(drawing, "totals"))) == [row[-1] for row in one.rows]
            assert not any(word.endswith("…") for word in words(drawing, "labels"))


def test_a_bar_is_as_long_as_its_number(small_figures: Figures) -> None:
    one = only(small_figures)
    numbers = [cell for row in one.rows for cell in row[1:-1] if isinstance(cell, int) and cell]
    for lang in LANGUAGES:
        for drawing in drawings(one, lang):
            drawn = bars(drawing)
            scale = sum(bar.length for bar in drawn) / sum(numbers)
            assert [bar.length for bar in drawn] == pytest.approx([number * scale for number in numbers], abs=0.1)


def test_the_title_follows_the_data(changed: Changed, small_figures: Figures) -> None:
    assert only(small_figures).title == Text(
        "9 个已到期的目标中，达到 1 个，未达到 0 个，无法判断 8 个",
        "Of 9 targets past due, 1 met, 0 not met, 8 cannot be judged",
    )

    def short(rows: list[Cells]) -> list[Cells]:
        return [row | {"comparator": "eq", "value": "1100"} if row["id"].endswith("o001") else row for row in rows]

    assert "达到 0 个，未达到 1 个" in only(charts.draw(changed("outcomes", short))).title.zh


def test_what_was_reached_early_is_said(changed: Changed) -> None:
    def before(rows: list[Cells]) -> list[Cells]:
        return [row | {"period": "2020", "reported_on": ""} if row["id"].endswith("o001") else row for row in rows]

    one = only(charts.draw(changed("outcomes", before)))
    assert one.title.zh.endswith("无法判断 8 个，另 1 个在期限前或计划前已达到")
    assert VERDICTS["exceeded_before_start"] in [row[0] for row in one.rows]


def test_the_day_is_the_datasets(small_root: Path) -> None:
    catalogue = load(small_root)
    catalogue.dataset["as_of"] = "2023-12-31"
    assert charts.draw(catalogue, plans=()).results == (), "nothing is past due"
    assert figure(charts.draw(catalogue), "strengths")
