"""A drawing may stand in any page under the strict policy, and nothing from the data breaks out of it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from drawing_read import LANGUAGES, all_drawings, drawings, words
from small_plan import Changed, figure

from zoneledger import charts
from zoneledger.catalogue import load
from zoneledger.charts import ChartError, Figure, Figures, Shelf, lettering, limit, theme
from zoneledger.charts.errors import SpecTooLarge
from zoneledger.charts.rendered import bars, render, sheets

COLOR = re.compile(r"none|var\(--(?:chart-[a-z0-9]+|zl-page)\)")
HOSTILE = (
    '</text></svg><script>alert(1)</script><a href="javascript:x" style="x" onclick=\'y\'>&amp;\x01\u202e\n{{ 7*7 }}'
)


def every(figures: Figures) -> list[Figure]:
    return list(figures.every())


def test_nothing_the_policy_forbids_is_in_a_drawing(small_figures: Figures, real_figures: Figures) -> None:
    for drawing in all_drawings([*every(small_figures), *every(real_figures)]):
        for element in drawing.iter():
            assert element.tag.split("}")[1] in {"svg", "g", "path", "line", "text", "title", "desc"}
            assert not {"style", "href", "font-family", "filter", "clip-path"} & set(element.attrib)
            assert not any(name.startswith("on") for name in element.attrib)
            for name in ("fill", "stroke"):
                assert COLOR.fullmatch(element.get(name, "none")), "a colour of its own would not follow the palette"


def test_no_drawing_names_a_host(real_figures: Figures) -> None:
    for one in every(real_figures):
        for lang in LANGUAGES:
            assert re.findall(r"https?://[^\"<]+", one.svg[lang]) == ["http://www.w3.org/2000/svg"] * len(theme.SIZES)


def test_ids_are_unique_over_the_whole_site(small_figures: Figures, real_figures: Figures) -> None:
    found = [one.id for one in [*small_figures.plans["anshi-2021"], *every(real_figures)]]
    for drawing in all_drawings([*small_figures.plans["anshi-2021"], *every(real_figures)]):
        found += [element.attrib["id"] for element in drawing.iter() if "id" in element.attrib]
    assert len(found) == len(set(found)) > 20


def test_a_drawing_says_what_it_is(real_figures: Figures) -> None:
    for one in every(real_figures):
        for lang in LANGUAGES:
            for drawing in drawings(one, lang):
                by_id = {element.get("id"): element.text for element in drawing}
                assert drawing.get("role") == "img"
                assert by_id[drawing.get("aria-labelledby")] == one.title.of(lang)
                assert by_id[drawing.get("aria-describedby")] == one.description.of(lang)


def test_each_language_and_size_has_its_drawing(real_figures: Figures) -> None:
    for one in every(real_figures):
        assert set(one.svg) == set(LANGUAGES)
        for lang in LANGUAGES:
            classes = [drawing.get("class") for drawing in drawings(one, lang)]
            assert classes == ["zl-chart zl-chart--wide", "zl-chart zl-chart--narrow"]


def test_hostile_names_are_text(changed: Changed) -> None:
    catalogue = changed("agency_types", lambda rows: [row | {"name_zh": HOSTILE, "name_en": HOSTILE} for row in rows])
    one = figure(charts.draw(catalogue), "duties")
    for drawing in all_drawings([one]):
        assert {element.tag.split("}")[1] for element in drawing.iter()} <= {
            "svg",
            "g",
            "path",
            "line",
            "text",
            "title",
            "desc",
        }
        assert words(drawing, "labels")[0].startswith("</text></svg><script>")
        assert words(drawing, "labels")[0].endswith("…")
        assert not re.search(r"[\x00-\x08\u202e\n]", words(drawing, "labels")[0])
    assert "<script" not in one.svg["zh"]


def test_long_names_stay_inside(changed: Changed) -> None:
    name = "很长的部门名称" * 12
    catalogue = changed("agency_types", lambda rows: [row | {"name_zh": name} for row in rows])
    for drawing, size in zip(drawings(figure(charts.draw(catalogue), "duties"), "zh"), theme.SIZES, strict=True):
        for label in words(drawing, "labels"):
            assert label.endswith("…")
            assert lettering.width(label, size.font) <= (size.labels or size.width)


@pytest.mark.parametrize(
    "text", ["", "a", "科技", "2020年5月", "human resources and social security", "赣州开发区三年倍增方案(2020—2022)"]
)
def test_shortening_keeps_what_fits(text: str) -> None:
    assert lettering.shorten(text, lettering.width(text, 13), 13) == text
    assert len(lettering.shorten(text * 9, 40, 13)) <= 9


def test_specs_are_small(real_figures: Figures, monkeypatch: pytest.MonkeyPatch, root: Path) -> None:
    """No spec of a curated plan is above the limit; what is above it looks the same, and has no live form."""
    assert all(limit.fits(json.dumps(spec, ensure_ascii=False, separators=(",", ":"))) for one in every(real_figures) for spec in one.live.values())
    catalogue = load(root)
    usual = charts.plan_figures(catalogue, "lianyungang-2022")
    monkeypatch.setattr(limit, "SPEC_LIMIT", 100)
    with pytest.raises(SpecTooLarge):
        draw_of({"mark": "bar", "data": {"values": [{"a": 1}] * 50}, "encoding": {"x": {"field": "a"}}})
    large = charts.plan_figures(catalogue, "lianyungang-2022")
    assert [figure.svg for figure in large] == [figure.svg for figure in usual]
    assert any(figure.live for figure in usual)
    assert not any(figure.live for figure in large)
    assert all(figure.filed for figure in large)


def draw_of(spec: Mapping[str, object]) -> str:
    return render.svg(spec, "key", Shelf())[0]


@pytest.mark.parametrize(
    ("found", "mark"),
    [
        ("<image>", {"type": "image", "url": "data:image/png;base64,AA==", "width": 5, "height": 5}),
        ("<a>", {"type": "bar", "href": "https://example.org/"}),
        ("fill=", {"type": "bar", "color": {"gradient": "linear", "stops": [{"offset": 0, "color": "red"}]}}),
        ("style=", {"type": "bar", "blend": "multiply"}),
        ("clip-path=", {"type": "bar", "clip": True}),
    ],
)
def test_what_is_not_known_to_be_harmless_stops_the_build(found: str, mark: dict[str, object]) -> None:
    spec = {
        "config": theme.config(),
        "data": {"values": [{"a": 1}]},
        "mark": mark,
        "encoding": {"x": {"field": "a", "type": "quantitative", "axis": None}},
    }
    with pytest.raises(ChartError, match=f"页面不允许的内容：{found}.*must not: {found}"):
        draw_of(spec)


def test_two_series_differ_in_more_than_colour(real_figures: Figures) -> None:
    for drawing in all_drawings(every(real_figures)):
        legend = [group for group in drawing.iter() if group.get("class") == "zl-chart__legend"]
        for swatches in legend:
            looks = [(one.get("fill-opacity", "1"), one.get("stroke-dasharray", "")) for one in swatches]
            assert len(looks) == len(set(looks))


def test_the_fonts_of_the_machine_do_not_matter(
    monkeypatch: pytest.MonkeyPatch, small_figures: Figures, changed: Changed
) -> None:
    """Nothing is placed by measured text, so the build needs no Chinese font and differs on no machine."""
    catalogue = changed("targets", lambda rows: rows)
    for font in ("Noto Sans CJK SC", "DejaVu Sans Mono"):
        monkeypatch.setattr(theme, "NO_FONT", font)
        _forget_forms()
        drawn = charts.draw(catalogue)
        assert [one.svg for one in drawn.every()] == [one.svg for one in small_figures.every()]
    _forget_forms()


def _forget_forms() -> None:
    for form in (bars._form, sheets._form):
        form.cache_clear()


def test_another_process_draws_the_same_bytes(small_root: Path, small_figures: Figures) -> None:
    code = (
        "import sys; from pathlib import Path; from zoneledger.catalogue import load; from zoneledger import charts\n"
        "drawn = charts.draw(load(Path(sys.argv[1])))\n"
        "sys.stdout.buffer.write(repr(drawn).encode())"
    )
    environment = {**os.environ, "PYTHONHASHSEED": "7", "PYTHONUTF8": "1"}
    again = subprocess.run(
        [sys.executable, "-c", code, str(small_root)], capture_output=True, check=True, env=environment
    ).stdout
    assert again.decode() == repr(small_figures)
