"""Promise against result as a reader meets it: the hub, a plan's section, each target's row; the same neutral words."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest
from page_reader import PageReader

PLAN = "anshi-2021"
OUTCOME = "operating-revenue,,,level,gt,1230,,yi-yuan,once,2023"
each_language = pytest.mark.parametrize(("lang", "prefix"), [("zh", ""), ("en", "en/")])

#: Words that rate, praise or blame. A name of an indicator may speak of ranks, so that word is not among them.
JUDGEMENT = {
    "zh": "失败|失信|落空|未兑现|食言|优秀|优异|出色|可喜|遗憾|不力|落后|领先|最好|最差|表现|问责|好于|差于|达标",
    "en": r"fail|success|broken|disappoint|impress|poor|excell|best|worst|blame|guilty|lagg|underperform|laudab|only \d",
}
WORDS = {
    "zh": ("达到", "未达到", "无法判断", "不可比"),
    "en": ("Met", "Not met", "Cannot be judged", "Not comparable"),
}


@pytest.fixture(scope="module")
def planted(small_root: Path, write: Callable[..., Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a copy in which the one decisive figure falls short."""
    root = tmp_path_factory.mktemp("planted")
    shutil.copytree(small_root, root, dirs_exist_ok=True)
    file = root / "datasets" / "plans" / PLAN / "outcomes.csv"
    text = file.read_text(encoding="utf-8")
    assert text.count(OUTCOME) == 1
    file.write_text(text.replace(OUTCOME, OUTCOME.replace("gt,1230", "eq,1140")), encoding="utf-8")
    return write(root)


def plan_html(site: Path, prefix: str) -> str:
    return (site / prefix / "plans" / PLAN / "index.html").read_text(encoding="utf-8")


def section(site: Path, prefix: str) -> str:
    """The plan's section on results."""
    return plan_html(site, prefix).split('<h2 id="results">')[1].split("<h2 ")[0]


def hub(site: Path, prefix: str) -> str:
    html = (site / prefix / "results" / "index.html").read_text(encoding="utf-8")
    return html.split("</h1>")[1].split("</article>")[0]


def numbers(html: str) -> dict[str, str]:
    """The row of big numbers, by label."""
    stats = html.split('<dl class="zl-stats">')[1].split("</dl>", maxsplit=1)[0]
    return {label: text_of(value) for label, value in re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", stats)}


def text_of(html: str) -> str:
    """What a piece of a page says; a piece may end in the middle of an element."""
    return " ".join(unescape(re.sub(r"<[^>]*>", "", html)).split())


def row_of(html: str, row_id: str) -> str:
    return text_of(html.split(f'id="{row_id}">')[1].split("</tr>", maxsplit=1)[0])


@each_language
def test_what_cannot_be_judged_stands_beside_what_was_met(site: Path, lang: str, prefix: str) -> None:
    met, not_met, open_ones, _ = WORDS[lang]
    for html in (hub(site, prefix), section(site, prefix)):
        found = numbers(html)
        assert (found[met], found[not_met], found[open_ones]) == ("1 11%", "0 0%", "8 89%")


@each_language
def test_a_planted_figure_changes_the_verdict_everywhere(site: Path, planted: Path, lang: str, prefix: str) -> None:
    met, not_met, _, _ = WORDS[lang]
    for html in (hub(planted, prefix), section(planted, prefix)):
        assert (numbers(html)[met], numbers(html)[not_met]) == ("0 0%", "1 11%")
    result = "结果：" if lang == "zh" else "Result: "
    assert f"{result}{met.lower()}" in row_of(plan_html(site, prefix), f"{PLAN}-t001")
    changed = row_of(plan_html(planted, prefix), f"{PLAN}-t001")
    assert f"{result}{not_met.lower()}" in changed
    assert (
        "公布：全市开发区营业收入1140亿元（2023年）" if lang == "zh" else "operating revenue: 114 billion yuan (2023)"
    ) in changed
    gap = "比目标少60亿元（5%）" if lang == "zh" else "6 billion yuan below (5%)"
    assert gap in row_of(plan_html(planted, prefix), f"{PLAN}-o001")
    assert gap in text_of(hub(planted, prefix))


@each_language
def test_a_figure_shows_gap_source_grade_date_and_that_it_is_context(site: Path, lang: str, prefix: str) -> None:
    html = plan_html(site, prefix)
    first, second = (row_of(html, f"{PLAN}-o00{n}") for n in (1, 2))
    expected = {
        "zh": (("比目标多30亿元以上（2.5%）", "官方", "副本", "2024年1月20日", "突破1230亿元"),
               ("不可比", "对象不同", "整个行政区域的数字，仅供参考", "媒体", "2023年2月")),
        "en": (("more than 3 billion yuan above (2.5%)", "official", "a copy or repost", "20 January 2024"),
               ("Not comparable", "the scope differs", "for the whole jurisdiction, context only", "press", "February 2023")),
    }[lang]  # fmt: skip
    for row, parts in zip((first, second), expected, strict=True):
        for part in parts:
            assert part in row
    assert 'href="https://example.org/report-2024"' in html


@each_language
def test_every_target_says_what_became_of_it(site: Path, lang: str, prefix: str) -> None:
    html, mark = plan_html(site, prefix), "结果：" if lang == "zh" else "Result: "
    for number in range(1, 11):
        assert row_of(html, f"{PLAN}-t{number:03d}").count(mark) == 1
    assert WORDS[lang][2].lower() in row_of(html, f"{PLAN}-t002")


@each_language
def test_reasons_lead_to_their_explanation(site: Path, rendered: Path, lang: str, prefix: str) -> None:
    anchors = set(PageReader.of(rendered / prefix / "methodology" / "index.html").ids)
    found = re.findall(r'methodology/#([\w-]+)"', hub(site, prefix) + section(site, prefix))
    assert len(found) > 6
    assert set(found) <= anchors


@each_language
def test_the_ways_in(site: Path, lang: str, prefix: str) -> None:
    home = (site / prefix / "index.html").read_text(encoding="utf-8").split("<h1")[1]
    assert 'href="./results/"' in home.split("<h2")[0], "above the first heading"
    assert f'href="../plans/{PLAN}/#results"' in hub(site, prefix)
    assert 'href="../../results/"' in section(site, prefix)


@each_language
def test_no_word_judges(site: Path, planted: Path, root: Path, lang: str, prefix: str) -> None:
    pattern = re.compile(JUDGEMENT[lang], re.IGNORECASE)
    words = (root / "site" / "theme" / "words" / f"{lang}.yml").read_text(encoding="utf-8")
    texts = [text_of(html) for one in (site, planted) for html in (hub(one, prefix), section(one, prefix))]
    texts.append(words.split("\nresults:\n")[1].split("\nproof:\n")[0])
    for text in texts:
        assert len(text) > 200
        assert not pattern.findall(text)
    assert pattern.search("这个区表现最差" if lang == "zh" else "the worst failure"), "the pattern itself works"


@each_language
def test_a_plan_without_figures_says_so(
    small_root: Path, write: Callable[..., Path], tmp_path: Path, lang: str, prefix: str
) -> None:
    shutil.copytree(small_root, tmp_path / "bare")
    (tmp_path / "bare" / "datasets" / "plans" / PLAN / "outcomes.csv").unlink()
    site = write(tmp_path / "bare")
    assert ("没有查到与本计划的目标有关的公布数字" if lang == "zh" else "No reported figure on the targets") in section(
        site, prefix
    )
    assert numbers(hub(site, prefix))[WORDS[lang][2]] == "9 100%"
