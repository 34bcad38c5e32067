"""A plan's page tells a story: its parts in order, each row in one place, nothing that is empty."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from markupsafe import Markup
from page_reader import PageReader

from zoneledger.charts.figure import Figure
from zoneledger.pages.plan import placed
from zoneledger.problems import Text

PLAN = "anshi-2021"
ORDER = (
    "headline",
    "outline",
    "deadlines",
    "steering",
    "judging",
    "provisions",
    "results",
    "rejected-evidence",
    "open",
    "oddities",
    "audit",
    "targets",
    "duties",
    "document",
    "data",
    "cite",
)
#: What other pages and older links lead to.
FOLDS = ("mechanisms", "instruments", "projects", "industries", "references", "exclusions", "relations", "targets-scale")

each_language = pytest.mark.parametrize("prefix", ["", "en/"])


def html(site: Path, prefix: str) -> str:
    return (site / prefix / "plans" / PLAN / "index.html").read_text(encoding="utf-8")


def lines(page: PageReader, part: str) -> list[str]:
    return [element.text for element in page.elements if element.attributes.get("role") == part]


@each_language
def test_parts_in_order(site: Path, prefix: str) -> None:
    page = PageReader.of(site / prefix / "plans" / PLAN / "index.html")
    parts = [element.attributes["id"] for element in page.all("h2") if "id" in element.attributes]
    assert tuple(parts) == ORDER
    assert set(FOLDS) <= set(page.ids)


@each_language
def test_each_id_once_and_each_fragment_leads_somewhere(site: Path, prefix: str) -> None:
    page = PageReader.of(site / prefix / "plans" / PLAN / "index.html")
    assert [name for name, times in Counter(page.ids).items() if times > 1] == []
    fragments = {link.attributes["href"][1:] for link in page.all("a") if link.attributes.get("href", "")[:1] == "#"}
    assert fragments - {"", *page.ids} == set()


def test_firm_and_stretch_stand_on_one_line(site: Path) -> None:
    page = PageReader.of(site / "plans" / PLAN / "index.html")
    rows = lines(page, "row")
    (pair,) = [row for row in rows if "t001" in row]
    assert "不低于1200亿元" in pair
    assert "超过1500亿元" in pair
    assert "t002" in pair
    assert rows.index(next(row for row in rows if "到2023年" in row)) < rows.index(pair)


def test_the_head_answers_four_questions(site: Path) -> None:
    zh, en = (PageReader.of(site / prefix / "plans" / PLAN / "index.html") for prefix in ("", "en/"))
    answers = zh.text[zh.text.index("承诺了什么") : zh.text.index("目标章节里的")]
    for said in ("10 个量化目标，其中确保 1、力争 2。", "期限从2021年6月到2023年。", "6 个单位承担 9 项责任", "市发改委（2）"):
        assert said in answers, said
    assert "10 quantified targets, of these firm 1, stretch 2." in en.text
    assert "6 organisations carry 9 duties" in en.text
    assert "targets are past due" in en.text


@each_language
def test_the_calendar_has_what_recurs(site: Path, prefix: str) -> None:
    page = html(site, prefix)
    calendar = page[page.index('class="zl-rhythm"') : page.index("</dl>", page.index('class="zl-rhythm"'))]
    intervals = re.findall(r"<dt>(.*?)</dt>", calendar)
    assert intervals == (["每季度", "每年"] if not prefix else ["Quarterly", "Annual"]), "from often to rarely"
    assert re.findall(r'href="#anshi-2021-(\w+)"', calendar) == ["g001", "g002", "s002"]
    assert ("每年3月底前" if not prefix else "by the end of March") in calendar


@each_language
def test_the_outline_says_who_leads(site: Path, prefix: str) -> None:
    page = html(site, prefix)
    unit = page[page.index(f'id="{PLAN}-m04"') :]
    summary = re.sub(r"<[^>]*>", "", unit[: unit.index("</summary>")])
    assert summary.count("市工信局" if not prefix else "Bureau of Industry") == 1, "once, though it has three duties"
    assert ("牵头：市工信局" if not prefix else "lead") in summary
    assert ("责任 6" if not prefix else "duties 6") in summary


def test_a_plan_without_objectives_deadlines_or_duties(
    small_root: Path, write: Callable[..., Path], tmp_path: Path
) -> None:
    """What has no content is not there, or says so."""
    root = tmp_path / "bare"
    shutil.copytree(small_root, root)
    folder = root / "datasets" / "plans" / PLAN
    kept = {"measures.csv", "targets.csv", "organization_aliases.csv", "plan.yml"}
    for file in folder.iterdir():
        if file.name not in kept:
            file.unlink()
    measures = folder / "measures.csv"
    measures.write_text(measures.read_text(encoding="utf-8").replace(",objective,", ",action,"), encoding="utf-8")
    page = PageReader.of(write(root) / "plans" / PLAN / "index.html")
    parts = {element.attributes["id"] for element in page.all("h2") if "id" in element.attributes}
    assert parts.isdisjoint({"steering", "judging", "provisions", "duties", "rejected-evidence"})
    assert "没有写明由谁负责。" in page.text
    assert "下面是全文的 10 个目标" in page.text


def test_figures_stand_where_they_belong() -> None:
    def figure(name: str) -> Figure:
        words = Text("图", "figure")
        return Figure(f"{PLAN}-{name}", words, words, {"zh": Markup(), "en": Markup()}, (), ())

    places = placed(PLAN, [figure(name) for name in ("rhythm", "strengths", "matrix", "duties", "unheard-of")])
    found = {place: [one.id.removeprefix(f"{PLAN}-") for one in some] for place, some in places.items() if some}
    assert found == {
        "headline": ["strengths"],
        "outline": ["matrix"],
        "steering": ["rhythm"],
        "duties": ["duties"],
        "targets": ["unheard-of"],
    }


def test_every_part_that_takes_figures_shows_them(root: Path) -> None:
    templates = root / "site" / "theme" / "templates"
    text = "".join(file.read_text(encoding="utf-8") for file in (templates / "plan.html", *templates.glob("plan/*.html")))
    for place in placed(PLAN, ()):
        assert f"row.figures(figures.{place})" in text, place
