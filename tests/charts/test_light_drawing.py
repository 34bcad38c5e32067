"""The drawing of our own is the renderer's, to the byte: every chart here, odd layouts, and hostile words."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import pytest
from small_plan import PLAN, Changed

from zoneledger import charts
from zoneledger.catalogue import Catalogue, load
from zoneledger.catalogue.restriction import Restrictions
from zoneledger.charts import LIGHT, RENDERED, Figures, light, publication, theme
from zoneledger.charts.placed import Sheet, Symbol
from zoneledger.charts.stacked_bars import Series, StackedBars
from zoneledger.charts.tally import Tally
from zoneledger.problems import Text

HOSTILE = '</text></svg><script>alert(1)</script>&amp;"\x01\u202e'


def test_every_chart_is_the_same_to_the_byte(root: Path, real_figures: Figures) -> None:
    drawn = {one.id: one for one in charts.draw(load(root), pen=LIGHT).every()}
    for one in real_figures.every():
        other = drawn.pop(one.id)
        assert other.svg == one.svg, one.id
        assert (other.title, other.description, other.columns, other.rows) == (
            one.title,
            one.description,
            one.columns,
            one.rows,
        )
        assert (other.filed, other.live) == (False, {})
    assert not drawn


def test_a_plan_alone_is_drawn_as_among_others(root: Path, real_figures: Figures) -> None:
    restrictions = Restrictions(load(root))
    for plan, figures in real_figures.plans.items():
        alone = charts.plan_figures(restrictions.to([plan]), plan, LIGHT)
        assert [one.svg for one in alone] == [one.svg for one in figures]
        assert all("CC BY 4.0" in one.credit.zh for one in alone)


def test_an_extract_needs_its_plan_alone(root: Path, real_figures: Figures) -> None:
    whole = load(root)
    restrictions = Restrictions(whole)
    alone = {plan: charts.extract(restrictions.to([plan]), plan) for plan in whole.plan_files}
    extracts = json.loads(json.dumps(alone))
    assert charts.overview(restrictions.to([]), extracts, LIGHT) == charts.overview(whole, pen=LIGHT)
    assert [one.svg for one in charts.overview(whole, extracts, LIGHT).home] == [one.svg for one in real_figures.home]


@pytest.mark.parametrize("size", theme.SIZES, ids=lambda size: size.name)
@pytest.mark.parametrize("count", [0, 1, 7, 1234, 200_000])
def test_bars_of_any_length_are_the_same(count: int, size: theme.Size) -> None:
    """Also those narrower than the gap between two, without words, with a legend in several lines."""
    styles = (theme.solid(1), theme.tinted(2), theme.hollow(3), theme.dashed(4))
    series = [Series(f"s{n}", Text(f"系列{n}" * (3 * n + 1), f"series {n}"), style) for n, style in enumerate(styles)]
    rows = {"a": (count, 1, 3, 0), "b": (0, 0, 0, 1), "c": (count, 0, 0, 0), "d": (1, 2, count, 97)}
    labels = [Text(word, word) for word in ("", HOSTILE, "很长的名字" * 20, "x")]
    bars = StackedBars(Tally(tuple(one.key for one in series), rows), labels, series, Text(HOSTILE, "unit"))
    for lang in ("zh", "en"):
        assert LIGHT.bars(bars, lang, size, "key") == RENDERED.bars(bars, lang, size, "key")


def test_marks_anywhere_are_the_same() -> None:
    sheet = Sheet(321.4, 99.6)
    for number, style in enumerate((theme.solid(1), theme.dashed(2), theme.hollow(2))):
        for place, shape in enumerate(("square", "circle", "diamond")):
            sheet.mark((33.333 * place, 7.77 * number), Symbol(shape, 5.5 + 7.3 * number, style))
        sheet.box((-3.25, 50), (0.04 + 17.01 * number, 15 + number), style, HOSTILE, "|a|")
    sheet.line((3, 4), (3, 99.9))
    sheet.line((0.5, 4), (300.1, 4))
    sheet.legend([(HOSTILE, "square", theme.solid(1)), ("长" * 30, "circle", theme.tinted(2))], 20)
    for kind in ("labels", "notes", "heads", "figures", "totals", "unit"):
        sheet.word(kind, (1.26, 9.99), HOSTILE)
        sheet.word(kind, (-1.26, 0), "", theme.PAGE)
    assert LIGHT.sheet(sheet, "key") == RENDERED.sheet(sheet, "key")
    assert "<script" not in light.sheet(sheet)[0]


def test_hostile_names_are_text(changed: Changed) -> None:
    catalogue = changed("agency_types", lambda rows: [row | {"name_zh": HOSTILE, "name_en": HOSTILE} for row in rows])
    light_ones, rendered = (charts.plan_figures(catalogue, PLAN, pen) for pen in (LIGHT, RENDERED))
    assert [one.svg for one in light_ones] == [one.svg for one in rendered]
    assert all("<script" not in svg for one in light_ones for svg in one.svg.values())


def test_light_figures_leave_no_files(small: Catalogue, small_figures: Figures, tmp_path: Path) -> None:
    publication.write_figures(charts.plan_figures(small, PLAN, LIGHT), small, tmp_path)
    assert list(tmp_path.rglob("*")) == []
    filed = dataclasses.replace(small_figures.plans[PLAN][0])
    publication.write_figures([filed], small, tmp_path)
    assert len(list((tmp_path / "charts").iterdir())) == 4


def test_over_many_plans_the_tables_are_bounded(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As if each curated plan came a hundred times: nothing grows with the plans, and titles add up."""
    whole = load(root)
    one_by_one = {plan: charts.extract(whole, plan) for plan in whole.plan_files}
    many = {f"{plan}-{n}": known for n in range(100) for plan, known in one_by_one.items()}
    few, drawn = (charts.overview(whole, known, LIGHT) for known in (one_by_one, many))
    by_id = {one.id: one for one in few.every()}
    for one in drawn.every():
        assert len(one.rows) <= 100, one.id
        assert len(one.svg["zh"]) < 40_000, one.id
    (strength, leads), (growth,), (ambition,), (proof,) = drawn.home, drawn.indicators, drawn.compare, drawn.proof
    assert sum(row[-1] for row in strength.rows) == 100 * sum(row[-1] for row in by_id["home-strengths"].rows)  # type: ignore[misc]
    assert leads.rows[0][1:] == tuple(100 * int(cell) for cell in by_id["home-leads"].rows[0][1:])  # type: ignore[arg-type]
    assert sum(row[-1] for row in growth.rows) == 100 * len(by_id["indicators-growth"].rows)  # type: ignore[misc]
    with_targets = 100 * len(by_id["compare-ambition"].rows)
    assert sum(row[-1] for row in ambition.rows) == with_targets  # type: ignore[misc]
    for column in range(1, 7):
        assert sum(row[column] for row in proof.rows) == with_targets  # type: ignore[misc]
    shares = by_id["compare-ambition"].title.zh.split("；")[0]
    assert ambition.title.zh.startswith(shares), "shares stay what they are"
