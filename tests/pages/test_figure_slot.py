"""The charts' slot: caption, drawing, and the numbers as a table."""

from __future__ import annotations

import shutil
from pathlib import Path

from markupsafe import Markup
from page_reader import PageReader

from zoneledger import pages
from zoneledger.catalogue import load
from zoneledger.charts.figure import Figure, Figures
from zoneledger.problems import Text
from zoneledger.revision import Repository


def test_figures_stand_on_home_and_plan(rendered: Path, small_root: Path, tmp_path: Path) -> None:
    shutil.copytree(rendered, tmp_path, dirs_exist_ok=True)
    drawing = Markup('<svg role="img"></svg>')
    figure = Figure(
        "chart-one",
        Text("题 <b>", "Title <b>"),
        Text("说明", "Description"),
        {"zh": drawing, "en": drawing},
        (Text("名", "name"), Text("数", "number")),
        ((Text("甲", "first"), 1234.5), ("x", 2)),
    )
    context = pages.PageContext(
        Repository("https://example.org", "main", "main"), figures=Figures((figure,), {"anshi-2021": (figure,)})
    )
    pages.write(load(small_root), tmp_path, tmp_path, context, lambda _: None)
    for path, title, number in (("", "题 <b>", "1234.5"), ("en/plans/anshi-2021/", "Title <b>", "1,234.5")):
        page = PageReader.of(tmp_path / path / "index.html")
        assert page.ids.count("chart-one") == 1
        (chart,) = page.all("figure")
        assert title in chart.text
        assert number in chart.text
        assert page.all("b") == []
