"""A plan's page shows every row of the plan, each with an anchor and a link to its line."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from page_reader import PageReader

from zoneledger.catalogue import load

PLAN = "anshi-2021"
WITH_ANCHOR = (
    "measures",
    "targets",
    "responsibilities",
    "milestones",
    "mechanisms",
    "instruments",
    "projects",
    "plan_industries",
    "references",
    "outcomes",
)

each_language = pytest.mark.parametrize("prefix", ["", "en/"])


def read(site: Path, prefix: str) -> PageReader:
    return PageReader.of(site / prefix / "plans" / PLAN / "index.html")


@each_language
def test_every_row_has_its_anchor_and_its_line(site: Path, small_root: Path, prefix: str) -> None:
    page, catalogue = read(site, prefix), load(small_root)
    html = (site / prefix / "plans" / PLAN / "index.html").read_text(encoding="utf-8")
    ids = Counter(page.ids)
    links = Counter((link.attributes.get("href", ""), *re.findall(r"\d+", link.text)) for link in page.all("a"))
    for table in WITH_ANCHOR:
        rows = catalogue.rows(table, PLAN)
        assert rows, f"the fixture has no {table}"
        for row in rows:
            assert ids[row.text("id")] == 1, row.text("id")
            # the line is named at the row; the file it is in is linked once, below
            file = row.file.rpartition("/")[2]
            whole = f"https://example.org/repository/blob/abc123/{row.file}"
            assert links[f"#{file}", str(row.line)] or f'"{whole}?plain=1#L{row.line}"' in html, row.text("id")
            assert f'"{whole}' in html, file


def test_statement_in_both_languages(site: Path) -> None:
    assert "全市开发区（合计）：营业收入不低于1200亿元" in read(site, "").text


def test_english_figures_are_multiplied_out(site: Path) -> None:
    page = (site / "en" / "plans" / PLAN / "index.html").read_text(encoding="utf-8")
    unit = '<span class="zl-amount__unit">billion yuan</span>'
    assert f'120{unit}</span> <span class="zl-meta" lang="zh">1200亿元</span></td>' in page
    assert '<span class="zl-amount">8%</span></td>' in page or '8<span class="zl-amount__unit">%</span></span></td>' in page
    assert '<span class="zl-meta">亿元</span>' not in page
    assert '<span class="zl-meta">100 million yuan</span>' not in page
    assert "Zones of the city (together): operating revenue, at least 120 billion yuan" in read(site, "en/").text


def test_english_page_marks_what_is_chinese(site: Path) -> None:
    quotes = read(site, "en/").all("q")
    assert {"1200亿元", "产业链链长制"} <= {quote.text for quote in quotes}
    assert all(quote.languages[-1] == "zh-Hans" for quote in quotes)


def test_chinese_words_in_english_text_are_marked(site: Path) -> None:
    han = re.compile("[\u4e00-\u9fff]")
    for element in read(site, "en/").elements:
        own = "".join(element.own)
        if han.search(own) and element.tag not in ("script", "title"):
            assert element.languages[-1].startswith("zh"), own


@each_language
def test_what_is_odd_is_listed(site: Path, prefix: str) -> None:
    page = read(site, prefix)
    text = page.text
    for note in (
        ("两区合计1180亿元", "“12家”可能是", "原文写“新型材料”")
        if not prefix
        else ("less than the 120 billion", "may stand for")
    ):
        assert text.count(note) == 2, f"{note}: once at its row, once in the list"


@each_language
def test_open_list_and_division(site: Path, prefix: str) -> None:
    text = read(site, prefix).text
    assert ("等（原文名单未尽）" if not prefix else "the printed list is open") in text
    assert ("按职责分工负责" if not prefix else "by division of duties") in text


@each_language
def test_outcomes_say_whether_they_compare(site: Path, prefix: str) -> None:
    text = read(site, prefix).text
    assert ("达到" if not prefix else "met") in text
    assert ("对象不同" if not prefix else "the scope differs") in text


def test_citations(site: Path) -> None:
    text = read(site, "").text
    assert (
        "安石市开发区提质行动方案：目标与责任数据[DS/OL]//ZoneLedger 贡献者. 测试用小数据集. 0.0.1版，修订 abc123-uncommitted. "
        "(2026-01-31)[引用日期]. https://example.org/plans/anshi-2021/." in text
    )
    assert "的通知: 安政办发〔2021〕7号[Z], 2021-02-03." in text
