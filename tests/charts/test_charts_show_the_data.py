"""What is drawn is what the CSV files hold: every bar, its length, its sum, its sentence."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from drawing_read import LANGUAGES, all_drawings, bars, drawings, words
from small_plan import PLAN, Cells, Changed, figure, plan_csv, read

from zoneledger import charts
from zoneledger.catalogue import load
from zoneledger.charts import Figure, Figures
from zoneledger.charts.tally import Tally, largest, ranked
from zoneledger.problems import Text
from zoneledger.views.open_points import open_points

KINDS = ("strengths", "duties", "deadlines")


def sums(one: Figure) -> list[int]:
    return [int(row[-1]) for row in one.rows if not isinstance(row[-1], Text)]


def test_every_place_has_its_figures(small_figures: Figures) -> None:
    kinds = ("strengths", "matrix", "duties", "deadlines", "rhythm")
    assert [one.id for one in small_figures.plans[PLAN]] == [f"{PLAN}-{kind}" for kind in kinds]
    assert [one.id for one in small_figures.home] == ["home-strengths", "home-leads"]
    overall = ("agency_hub", "indicators", "compare", "proof")
    found = [one.id for place in overall for one in getattr(small_figures, place)]
    assert found == ["agencies-shared", "compare-ambition", "proof-completeness"], "one growth alone is no chart"


def test_only_the_plans_asked_for_are_drawn(small_figures: Figures, changed: Changed) -> None:
    unchanged = changed("targets", lambda rows: rows)
    assert charts.draw(unchanged, plans=()).plans == {}
    assert charts.draw(unchanged, plans=[PLAN]).plans == small_figures.plans


def test_targets_are_counted_by_dimension_and_strength(small_root: Path, small_figures: Figures) -> None:
    dimension = {row["id"]: row["dimension"] for row in read(small_root / "datasets/reference/indicators.csv")}
    kept = [row for row in read(plan_csv(small_root, "targets")) if row["note_basis"] != "suspected"]
    cells = Counter((dimension[row["indicator_id"]], row["strength"]) for row in kept)
    one = figure(small_figures, "strengths")
    assert sum(sums(one)) == len(kept)
    for drawing in all_drawings([one]):
        assert len(bars(drawing)) == len(cells)
        assert sorted(map(int, words(drawing, "totals"))) == sorted(sums(one))


@pytest.mark.parametrize("kind", KINDS)
def test_a_bar_is_as_long_as_its_number(small_figures: Figures, kind: str) -> None:
    one = figure(small_figures, kind)
    numbers = [int(cell) for row in one.rows for cell in row[1:-1] if isinstance(cell, int) and cell]
    for drawing in all_drawings([one]):
        drawn = bars(drawing)
        scale = sum(bar.length for bar in drawn) / sum(numbers)
        assert [bar.length for bar in drawn] == pytest.approx([number * scale for number in numbers], abs=0.1)


@pytest.mark.parametrize("kind", KINDS)
def test_labels_are_the_names_of_each_language(small_figures: Figures, kind: str) -> None:
    one = figure(small_figures, kind)
    for lang in LANGUAGES:
        expected = [row[0].of(lang) for row in one.rows if isinstance(row[0], Text)]
        for drawing in drawings(one, lang):
            assert words(drawing, "labels") == expected


def test_a_duty_printed_again_counts_once(small_root: Path, small_figures: Figures) -> None:
    printed = read(plan_csv(small_root, "responsibilities"))
    once = {(row["measure_id"], row["role"], row["organization_id"]) for row in printed}
    assert len(once) < len(printed), "the fixture must hold a duty printed twice"
    one = figure(small_figures, "duties")
    assert sum(sums(one)) == len(once)
    assert f"重复出现的 {len(printed) - len(once)} 条" in one.description.zh
    assert f"({len(printed) - len(once)} so dropped)" in one.description.en


def test_deadlines_keep_months_fill_empty_years_and_end_with_what_recurs(small_figures: Figures) -> None:
    rows = figure(small_figures, "deadlines").rows
    assert [row[0] for row in rows] == [
        Text("2021年6月", "June 2021"),
        Text("2022年", "2022"),
        Text("2023年", "2023"),
        Text("没有写到哪年", "no year given"),
    ]
    assert rows[1][1:] == (0, 0, 0, 0)


def test_own_deadlines_are_those_that_the_list_of_open_points_does_not_name(
    small_root: Path, small_figures: Figures
) -> None:
    catalogue = load(small_root)
    named = {target.id for kind in open_points(catalogue, PLAN).deadlines for target in kind.targets}
    drawn = [row for row in catalogue.rows("targets", PLAN) if row["note_basis"] != "suspected"]
    own = sum(row.text("id") not in named for row in drawn)
    rows = figure(small_figures, "deadlines").rows
    assert sum(int(row[1]) for row in rows if isinstance(row[1], int)) == own
    assert sum(int(row[2]) for row in rows if isinstance(row[2], int)) == len(drawn) - own > 0
    assert f"{own} 个有自己的期限" in figure(small_figures, "deadlines").title.zh


@pytest.mark.parametrize("table", ["targets", "responsibilities", "milestones"])
def test_suspected_rows_are_left_out_and_said_to_be(changed: Changed, table: str) -> None:
    def suspect(rows: list[Cells]) -> list[Cells]:
        note = {"note_zh": "疑", "note_en": "suspect", "note_basis": "suspected"}
        return [row | note if row["id"].endswith("001") else row for row in rows]

    kind = {"targets": "strengths", "responsibilities": "duties", "milestones": "deadlines"}[table]
    catalogue = changed(table, suspect)
    left = sum(row["note_basis"] == "suspected" for row in catalogue.rows(table, PLAN))
    one = figure(charts.draw(catalogue), kind)
    assert f"疑为有误的 {left} 条没有计入" in one.description.zh
    assert f"{left} row{'s' if left > 1 else ''} with a suspect original left out" in one.description.en
    if table == "targets":
        assert sum(sums(one)) == len(catalogue.rows(table, PLAN)) - left


def test_without_suspected_rows_nothing_is_said(changed: Changed) -> None:
    sound = changed("targets", lambda rows: [row for row in rows if row["note_basis"] != "suspected"])
    assert "疑" not in figure(charts.draw(sound), "strengths").description.zh


def test_the_title_follows_the_data(changed: Changed, small_figures: Figures) -> None:
    def all_firm(rows: list[Cells]) -> list[Cells]:
        return [row | {"strength": "firm", "marker_printed": "确保"} for row in rows]

    before = figure(small_figures, "strengths").title
    after = figure(charts.draw(changed("targets", all_firm)), "strengths").title
    assert before == Text(
        "除 2 条疑误外的 8 个目标中，5 个没有标明力度，写明“确保”或“必须”的只有 1 个",
        "Of 8 targets, leaving out 2 that are suspected corrupt, 5 carry no word of strength and 1 is firm",
    )
    assert after == Text(
        "除 2 条疑误外的 8 个目标中，写明“确保”或“必须”的有 8 个",
        "Of 8 targets, leaving out 2 that are suspected corrupt, 8 are firm",
    )


def test_the_lead_of_the_title_follows_the_data(changed: Changed, small_figures: Figures) -> None:
    assert figure(small_figures, "duties").title.zh.startswith("牵头最多的是工信：")

    def nobody_leads(rows: list[Cells]) -> list[Cells]:
        return [row | {"role": "responsible", "position": str(n)} for n, row in enumerate(rows, 1)]

    figures = charts.draw(changed("responsibilities", nobody_leads))
    assert figure(figures, "duties").title.zh == "7 项责任中，没有一项写明谁牵头；担责最多的是发改，2 项"
    assert [one.id for one in figures.home] == ["home-strengths"], "nobody leads: nothing to compare on the home page"


def test_the_deadline_of_the_title_follows_the_data(changed: Changed, small_figures: Figures) -> None:
    assert "个在2023年到期" in figure(small_figures, "deadlines").title.zh
    later = changed("targets", lambda rows: [row | {"due": row["due"] and "2025-06"} for row in rows])
    title = figure(charts.draw(later), "deadlines").title
    assert "个在2025年6月到期" in title.zh
    assert "fall due in June 2025" in title.en


def test_a_plan_without_rows_has_no_figures(changed: Changed) -> None:
    catalogue = changed("targets", lambda rows: [])
    catalogue.tables["responsibilities"].records.clear()
    catalogue.tables["milestones"].records.clear()
    catalogue.tables["mechanisms"].records.clear()
    assert charts.draw(catalogue) == Figures(home=(), plans={PLAN: ()})


def test_the_rest_is_summed_and_nothing_is_lost() -> None:
    counts = Tally(("a", "b"), {f"k{n}": (n, 1) for n in range(20)})
    shown, rest = largest(ranked(counts), bars=12)
    assert (len(shown.rows), rest) == (12, 9)
    assert list(shown.rows)[:2] == ["k19", "k18"]
    assert shown.sums == counts.sums == (190, 20)
    same, none = largest(counts, bars=20)
    assert none == 0
    assert same == counts


def test_many_agency_types_end_in_their_sum(real_figures: Figures) -> None:
    """The table goes on where the drawing sums up, and both have the same total."""
    long = [
        one
        for figures in real_figures.plans.values()
        for one in figures
        if one.id.endswith("-duties") and len(one.rows) > 12
    ]
    assert long, "no plan with many agency types"
    for one in long:
        for drawing in drawings(one, "zh"):
            labels, totals = words(drawing, "labels"), list(map(int, words(drawing, "totals")))
            assert sum(totals) == sum(sums(one))
            assert len(labels) == 12
            assert labels[-1] == f"其余 {len(one.rows) - 11} 类合计"
