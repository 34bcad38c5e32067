"""What can be taken away of a figure: an SVG that needs no page, a CSV of its numbers, and what a live form loads."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from markupsafe import Markup
from small_plan import PLAN, Changed, figure

from zoneledger.catalogue import Catalogue
from zoneledger.charts import Figures, duty_roles, limit, plan_figures, publication, standalone, theme, write
from zoneledger.problems import Text

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, small: Catalogue, small_figures: Figures) -> Path:
    folder = tmp_path_factory.mktemp("site")
    write(small_figures, small, folder, lambda _: None)
    return folder


def test_every_figure_has_its_files(site: Path, small_figures: Figures) -> None:
    expected = {
        f"{one.id}.{lang}.{kind}" for one in small_figures.every() for lang in ("zh", "en") for kind in ("svg", "csv")
    }
    live = [one for one in small_figures.every() if one.live]
    expected |= {f"{one.id}.{lang}.{size}.json" for one in live for lang in ("zh", "en") for size in ("wide", "narrow")}
    assert {path.name for path in (site / "charts").iterdir()} == expected
    assert [one.id for one in live] == ["agencies-shared", f"{PLAN}-matrix"]


def test_the_drawing_needs_no_page(site: Path, small_figures: Figures, small: Catalogue) -> None:
    for one in small_figures.every():
        for lang in ("zh", "en"):
            written = (site / "charts" / f"{one.id}.{lang}.svg").read_text("utf-8")
            drawing = ElementTree.fromstring(written)
            shown = "".join("".join(text.itertext()) for text in drawing.iter(f"{SVG}text"))
            assert "var(" not in written
            assert 'class="zl-chart"' not in written
            assert drawing.findtext(f"{SVG}title") == one.title.of(lang)
            assert re.sub(r"\s", "", one.title.of(lang)) in re.sub(r"\s", "", shown), "the finding is in the picture"
            assert "CC BY 4.0" in shown
            assert str(small.dataset["as_of"]) in shown
            addresses = re.findall(r"https?://[^\s\"<]+", written)
            assert set(addresses) == {"http://www.w3.org/2000/svg", "https://creativecommons.org/licenses/by/4.0/"}
            wide, high = float(drawing.attrib["width"]), float(drawing.attrib["height"])
            for text in drawing.iterfind(f"{SVG}text"):
                assert 0 < float(text.attrib["y"]) < high
                assert wide > 700


def test_colours_are_the_light_palette(root: Path) -> None:
    styles = (root / "site/theme/overrides/assets/stylesheets/zoneledger.css").read_text("utf-8")
    for name, color in theme.LIGHT.items():
        found = re.search(rf"{name}: (#\w+);", styles)
        assert found, name
        assert found[1] == color, f"{name} of the light palette comes first in the stylesheet"


def test_the_numbers_are_the_table(site: Path, small_figures: Figures) -> None:
    for one in small_figures.every():
        for lang in ("zh", "en"):
            raw = (site / "charts" / f"{one.id}.{lang}.csv").read_bytes()
            assert not raw.startswith(b"\xef\xbb\xbf")
            assert b"\r" not in raw
            header, *rows = csv.reader(raw.decode("utf-8").splitlines())
            assert header == [f"{column.zh} {column.en}" for column in one.columns]
            assert rows == [
                [cell.of(lang) if isinstance(cell, Text) else str(cell) for cell in row] for row in one.rows
            ]


def test_hostile_names_stay_text(changed: Changed) -> None:
    hostile = "<script>alert(1)</script>&\u202e"
    catalogue = changed("agency_types", lambda rows: [row | {"name_zh": hostile} for row in rows])
    one = duty_roles.draw(catalogue, PLAN)
    assert one
    written = standalone.svg(one, catalogue, "zh")
    assert "<script" not in written
    assert "\u202e" not in written
    assert "<script>" in "".join(ElementTree.fromstring(written).itertext())


def test_a_live_form_has_words_and_a_choice(site: Path) -> None:
    spec = json.loads((site / "charts" / f"{PLAN}-matrix.zh.wide.json").read_text("utf-8"))
    assert spec["usermeta"]["choice"] == {
        "label": "角色",
        "options": [
            {"value": "lead", "label": "牵头"},
            {"value": "responsible", "label": "责任"},
            {"value": "cooperating", "label": "配合"},
        ],
    }
    tips = [mark["tip"] for mark in spec["datasets"]["marks"]]
    assert "工信｜二/1 做强产业：牵头 1" in tips
    assert all(mark["group"].strip("|") in ("lead", "responsible", "cooperating") for mark in spec["datasets"]["marks"])


def test_a_drawing_holds_nothing_of_its_live_form(small_figures: Figures) -> None:
    assert "做强产业：牵头" not in figure(small_figures, "matrix").svg["zh"]


def test_too_large_a_plan_has_no_live_form(small: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is drawn all the same, to the same eye, and its figure has everything else."""
    whole = next(one for one in plan_figures(small, PLAN) if one.live)
    monkeypatch.setattr(limit, "SPEC_LIMIT", 500)
    short = next(one for one in plan_figures(small, PLAN) if one.id == whole.id)
    assert whole.live and not short.live
    assert short.svg == whole.svg
    assert short.rows == whole.rows


def test_the_runtime_is_written_once_and_only_where_it_is_needed(
    site: Path, small: Catalogue, small_figures: Figures, tmp_path: Path
) -> None:
    runtime = (site / publication.RUNTIME).read_text("utf-8")
    assert runtime.endswith(";")
    assert "window.vegaEmbed=" in runtime
    write(Figures(small_figures.home, {}), small, tmp_path, lambda _: None)
    assert not (tmp_path / publication.RUNTIME).exists()


def test_figures_can_be_kept(small_figures: Figures, real_figures: Figures) -> None:
    for figures in (small_figures, real_figures, Figures(home=(), plans={})):
        assert Figures.of_json(json.loads(json.dumps(figures.as_json()))) == figures
    assert all(one.svg["zh"].__html__() == one.svg["zh"] for one in real_figures.every())
    kept = Figures.of_json(json.loads(json.dumps(small_figures.as_json())))
    assert {type(drawing) for one in kept.every() for drawing in one.svg.values()} == {Markup}
