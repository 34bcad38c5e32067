"""The README reads as it should, and nothing in a dataset can become markup in it."""

from __future__ import annotations

import re

import pytest
import two_plans
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from publishing import Published

from zoneledger.packages.plain_text import markdown, markdown_address, one_line

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])

PIECES = st.sampled_from(
    [
        *r"""\`*_{}[]()#+-.!|~<>&"'=:/@^$""",
        *("1.", "1)", "<b>", "&amp;", "https://a.example", "www.a.example", "](x)", "```", "---", "===", "![", "<!--"),
        *("\n", "\t", "\r", " ", "  ", "\u202e", "\u200b", "\x00", "目标", "a"),
    ]
)
TEXTS = st.lists(st.one_of(PIECES, st.text(max_size=3)), max_size=12).map("".join)


def inline(tokens: list[Token]) -> list[Token]:
    return [child for token in tokens for child in token.children or []]


def shown(tokens: list[Token]) -> str:
    return "".join(child.content for child in inline(tokens))


@settings(deadline=None)
@given(TEXTS)
def test_escaped_text_shows_as_itself_in_a_paragraph(text: str) -> None:
    tokens = READER.parse(markdown(text))
    assert {token.type for token in tokens} <= {"paragraph_open", "inline", "paragraph_close"}
    assert {child.type for child in inline(tokens)} <= {"text", "text_special"}
    assert shown(tokens) == one_line(text)


@settings(deadline=None)
@given(TEXTS)
def test_escaped_text_shows_as_itself_in_a_list_and_in_a_table(text: str) -> None:
    listed = READER.parse(f"- {markdown(text)}; x")
    assert [token.type for token in listed].count("inline") == 1
    assert shown(listed) == f"{one_line(text)}; x".lstrip()
    table = READER.parse(f"| A | B |\n| --- | --- |\n| x{markdown(text)} | y |")
    cells = [shown([token]) for token in table if token.type == "inline"]
    assert cells == ["A", "B", f"x{one_line(text)}", "y"]


@settings(deadline=None)
@given(TEXTS)
def test_one_line_is_one_line_of_visible_characters(text: str) -> None:
    line = one_line(text)
    assert len(line.splitlines()) <= 1
    assert not re.search("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]", line)


@pytest.mark.parametrize(
    "text", ["https://a.example", "www.a.example", "WWW.a.example", "ftp://a.example", "a@b.example"]
)
def test_nothing_is_left_for_a_reader_that_links_bare_addresses(text: str) -> None:
    assert not re.search(r"(?i)https?:|ftp:|www\.|(?<!\\)@", markdown(text))


@pytest.mark.parametrize(
    ("address", "link"),
    [
        ("https://city.example/a?b=1&c=(2)", "<https://city.example/a?b=1&c=(2)>"),
        ("https://city.example/><script>", "<https://city.example/%3E%3Cscript%3E>"),
        ("javascript:alert(1)", "javascript:alert(1)"),
        ("https://a b", "https\\://a b"),
    ],
)
def test_only_web_addresses_become_links(address: str, link: str) -> None:
    assert markdown_address(address) == link


def test_the_readme_shows_a_hostile_title_and_links_nothing_it_should_not(small: Published) -> None:
    tokens = READER.parse((small.data / "plans" / "beta-2021" / "README.md").read_text(encoding="utf-8"))
    kinds = {token.type for token in [*tokens, *inline(tokens)]}
    assert not kinds & {"html_block", "html_inline", "image", "fence", "code_block"}
    links = {str(child.attrs["href"]) for child in inline(tokens) if child.type == "link_open"}
    assert links == {
        "https://datapackage.org",
        "https://creativecommons.org/licenses/by/4.0/",
        "https://ledger.example/",
        "https://city.example/plan?a=1&b=%3C2%3E",
    }
    headings = [shown([tokens[i + 1]]) for i, token in enumerate(tokens) if token.type == "heading_open"]
    assert two_plans.HOSTILE_TITLE in headings
    assert {"内容", "怎样读取", "Contents", "Reading the tables", "Licence and citation"} <= set(headings)


def test_the_readme_lists_every_file_with_its_rows_in_both_languages(published: Published) -> None:
    for folder in published.folders:
        text = (folder / "README.md").read_text(encoding="utf-8")
        zh, en = text.split("\n\n---\n\n")
        for part, of in ((zh, "zh"), (en, "en")):
            for name, schema in published.catalogue.schemas.items():
                rows = published_rows(published, folder.name, name)
                assert f"| `{name}.csv` | {schema.title.of(of)} | {rows} |" in part
            listed = set(re.findall(r"^\| `([^`]+)` \|", part, re.MULTILINE))
            assert listed == {path.name for path in folder.iterdir()} - {"README.md"}


def published_rows(published: Published, folder: str, table: str) -> int:
    wanted = None if folder == "all" else folder
    return next(d.rows for d in published.downloads if (d.plan_id, d.table) == (wanted, table))


def test_the_readme_warns_of_raw_cells_and_tells_what_overrides_the_figures(small: Published) -> None:
    plan = (small.data / "plans" / "alpha-2020" / "README.md").read_text(encoding="utf-8")
    whole = (small.data / "all" / "README.md").read_text(encoding="utf-8")
    for said in (
        "没有为电子表格软件转义",
        "not escaped for spreadsheets",
        "以下达任务为准。",
        "Assigned tasks prevail.",
    ):
        assert said in plan
        assert said in whole
    # What is odd in a plan's text is told in its own package alone.
    assert "有错字。" in plan
    assert "Misprints occur." in plan
    assert "有错字。" not in whole


def test_the_citation_names_title_version_date_address_and_licence(small: Published) -> None:
    zh, en = (small.data / "all" / "CITATION.txt").read_text(encoding="utf-8").strip().split("\n\n")
    assert zh == (
        "ZoneLedger 贡献者（2026）。两个计划［数据集］，版本 1.2.3，数据截至 2026-11-21。https://ledger.example/。许可：CC-BY-4.0。"
    )
    assert en == (
        "ZoneLedger contributors (2026). Two plans [Data set], version 1.2.3, as of 2026-11-21. "
        "https://ledger.example/. Licence: CC-BY-4.0."
    )
    plan = (small.data / "plans" / "alpha-2020" / "CITATION.txt").read_text(encoding="utf-8")
    assert "Plan of City A — ZoneLedger [Data set]" in plan


def test_the_licence_notice_gives_the_licences_address_in_both_languages(published: Published) -> None:
    for folder in published.folders:
        text = (folder / "LICENSE.txt").read_text(encoding="utf-8")
        assert "知识共享 署名 4.0 国际许可协议" in text
        assert "Creative Commons Attribution 4.0 International" in text
        assert "https://creativecommons.org/licenses/by/4.0/legalcode" in text
