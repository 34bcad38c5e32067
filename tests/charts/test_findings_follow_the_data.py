"""The newer charts: a title is what was found, so other data give another title; and the numbers are a recount."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from drawing_read import LANGUAGES, drawings, words
from small_plan import PLAN, Cells, Changed, Edit, plan_csv, read

from zoneledger.catalogue import Catalogue, load
from zoneledger.charts import (
    Figure,
    ambition,
    annual_growth,
    completeness,
    partners,
    responsibility_matrix,
    rhythm,
    shared_measures,
)
from zoneledger.charts.pairs import Pairs, gather
from zoneledger.charts.pairs import of_plan as pairs_of_plan
from zoneledger.views.open_points import open_points

Draw = Callable[[Catalogue], Figure | None]


def drawn(draw: Draw, catalogue: Catalogue) -> Figure:
    found = draw(catalogue)
    assert found
    return found


def of_plan(draw: Callable[[Catalogue, str], Figure | None]) -> Draw:
    return lambda catalogue: draw(catalogue, PLAN)


def over_all(
    draw: Callable[[Catalogue, Mapping[str, Any]], Figure | None], extract: Callable[[Catalogue, str], Any]
) -> Draw:
    return lambda catalogue: draw(catalogue, {plan: extract(catalogue, plan) for plan in catalogue.plan_files})


def rates_of(catalogue: Catalogue) -> Figure | None:
    return annual_growth.draw({plan: annual_growth.of_plan(catalogue, plan) for plan in catalogue.plan_files})


def documents(catalogue: Catalogue) -> Figure | None:
    return completeness.draw({plan: completeness.of_plan(catalogue, plan) for plan in catalogue.plan_files})


def pairs(catalogue: Catalogue) -> Pairs:
    return gather({plan: pairs_of_plan(catalogue, plan) for plan in catalogue.plan_files})


def shared(catalogue: Catalogue) -> Figure | None:
    return shared_measures.draw(catalogue, pairs(catalogue))


def partner(catalogue: Catalogue) -> Figure | None:
    return partners.draw(catalogue, "industry-it", pairs(catalogue))


def each(**cells: str) -> Edit:
    return lambda rows: [row | cells for row in rows]


def only(ending: str, **cells: str) -> Edit:
    return lambda rows: [row | cells if row["id"].endswith(ending) else row for row in rows]


#: A chart, the table that is changed, how, and what its title says before and after, in each language.
CHANGES: dict[str, tuple[Draw, str, Edit, tuple[str, str], tuple[str, str]]] = {
    "matrix": (
        of_plan(responsibility_matrix.draw),
        "responsibilities",
        only("r008", measure_id="anshi-2021-m05"),
        ("参与面最广的是发改：计划的 3 个部分中参与 2 个", "development and reform, in 2 of 3 parts"),
        ("参与面最广的是发改：计划的 2 个部分中参与 2 个", "development and reform, in 2 of 2 parts"),
    ),
    "shared": (
        shared,
        "responsibilities",
        only("r008", organization_id="anshi-tax", measure_id="anshi-2021-m05"),
        ("3 项写明单位的措施中，2 项由多类部门共担", "2 of 3 measures"),
        ("2 项写明单位的措施中，2 项由多类部门共担", "2 of 2 measures"),
    ),
    "partners": (
        partner,
        "responsibilities",
        only("r008", measure_id="anshi-2021-m04", organization_id="anshi-natural-resources"),
        ("3 类部门并列：1 项共担措施中各占 1 项", "3 agency types level, in 1 each of 1 measure"),
        ("4 类部门并列：1 项共担措施中各占 1 项", "4 agency types level, in 1 each of 1 measure"),
    ),
    "rhythm": (
        of_plan(rhythm.draw),
        "mechanisms",
        each(frequency="monthly"),
        ("每季度 1 项、每年 1 项、每年定月的任务 1 次", "1 quarterly, 1 annual and 1 in stated months"),
        ("每月 2 项、每年定月的任务 1 次", "2 monthly and 1 in stated months"),
    ),
    "ambition": (
        over_all(ambition.draw, ambition.of_plan),
        "targets",
        only("t002", value="1800"),
        ("力争高出 25%（中位数）", "the stretch 25% above the floor"),
        ("力争高出 50%（中位数）", "the stretch 50% above the floor"),
    ),
    "completeness": (
        documents,
        "targets",
        each(due="", due_basis=""),
        ("最常缺的是牵头单位", "most often missing is a lead"),
        ("最常缺的是自己的期限，写明的只有 0%", "most often missing is a date of their own, stated for 0%"),
    ),
}


@pytest.mark.parametrize("chart", CHANGES)
def test_the_title_follows_the_data(
    small: Catalogue, changed: Changed, monkeypatch: pytest.MonkeyPatch, chart: str
) -> None:
    monkeypatch.setattr(partners, "_FEWEST_MEASURES", 1)
    draw, table, edit, before, after = CHANGES[chart]
    first, second = drawn(draw, small), drawn(draw, changed(table, edit))
    for lang, was, became in zip(LANGUAGES, before, after, strict=True):
        assert was in first.title.of(lang)
        assert became in second.title.of(lang)
        assert first.title.of(lang) != second.title.of(lang)


def test_growth_names_the_highest_and_the_middle(changed: Changed) -> None:
    def rates(first: str, second: str) -> Edit:
        cells = {"value_type": "growth_rate", "unit_id": "percent", "recurrence": "annual_average", "note_basis": ""}

        def edit(rows: list[Cells]) -> list[Cells]:
            values = {"t003": first, "t004": second}
            return [
                row | cells | {"value": values[row["id"][-4:]]} if row["id"][-4:] in values else row for row in rows
            ]

        return edit

    one = drawn(rates_of, changed("targets", rates("12", "30")))
    assert one.title.zh.startswith("能说出每年增长多少的目标有 3 个：中位数 12%，最高的是")
    assert "the median is 12%, the highest ≥30%" in one.title.en
    assert [row[2] for row in one.rows] == [30, 12, 8]
    for lang in LANGUAGES:
        for drawing in drawings(one, lang):
            assert words(drawing, "totals") == ["≥30%", "≥12%", "≥8%"]


def test_a_single_growth_is_no_chart(small: Catalogue) -> None:
    assert rates_of(small) is None


def test_pairs_are_a_recount(small: Catalogue, small_root: Path) -> None:
    kinds = {row["id"]: row["agency_type_id"] for row in read(small_root / "datasets/reference/organizations.csv")}
    named: dict[str, set[str]] = {}
    for row in read(plan_csv(small_root, "responsibilities")):
        named.setdefault(row["measure_id"], set()).add(kinds[row["organization_id"]])
    expected = Counter(pair for agencies in named.values() for pair in combinations(sorted(agencies), 2))
    found = pairs(small)
    counted = found.counts
    assert {pair: count for pair, count in counted.items() if pair[0] < pair[1]} == expected
    assert all(counted[one, other] == counted[other, one] for one, other in counted)
    assert found.measures == len(named)


def test_a_place_of_the_matrix_counts_measures_and_shows_the_foremost_role(small: Catalogue) -> None:
    one = drawn(of_plan(responsibility_matrix.draw), small)
    for lang in LANGUAGES:
        for drawing in drawings(one, lang):
            assert len(words(drawing, "heads")) == 3
            # Industry leads, is printed three times in one measure, and counts once.
            assert sorted(words(drawing, "figures")) == ["1"] * 7
            assert len(words(drawing, "legend-labels")) == 3 + 3, "three roles and the names of three parts"


def test_many_parts_are_drawn_by_rank_and_never_dropped(root: Path) -> None:
    catalogue = load(root)
    for plan in catalogue.plan_files:
        one = responsibility_matrix.draw(catalogue, plan)
        if one is None:
            continue
        for drawing in drawings(one, "zh"):
            assert 2 <= len(words(drawing, "heads")) <= responsibility_matrix.COLUMNS
            assert 2 <= len(words(drawing, "labels")) <= 12
        kept = [row for row in catalogue.rows("responsibilities", plan) if row["note_basis"] != "suspected"]
        agencies = {catalogue.row("organizations", row["organization_id"]).text("agency_type_id") for row in kept}  # type: ignore[union-attr]
        assert len({row[0] for row in one.rows}) == len(agencies), plan


def test_completeness_is_what_the_list_of_gaps_says(small: Catalogue) -> None:
    (row,) = drawn(documents, small).rows
    points = open_points(small, PLAN)
    total = len(points.gaps)
    assert row[2] == total
    assert row[5] == total - points.lacking("deadline")
    assert row[-2] == points.complete


def test_nothing_to_draw_gives_no_figure(small: Catalogue, changed: Changed) -> None:
    assert partner(small) is None, "too few measures"
    bare = changed("responsibilities", lambda rows: [])
    assert shared(bare) is None
    assert responsibility_matrix.draw(bare, PLAN) is None
