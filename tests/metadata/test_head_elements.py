"""The elements of a head say what they should, and nothing in a title can leave its place."""

from __future__ import annotations

import json

import pytest
from lxml import html

from zoneledger.site.breadcrumbs import breadcrumbs
from zoneledger.site.head import File, Head, Image, columns, preview_address, render, script_json, tab_title

HOSTILE = '</script><script>x()</script><!-- <script> \u2028\u2029 & " \' ]]>'


def a_head(**changes: object) -> Head:
    given: dict[str, object] = {
        "lang": "zh",
        "address": "https://x.example/plans/a/",
        "title": "赣州方案",
        "description": "34个目标。",
        "image": Image("https://x.example/social/plans/a.zh.png", "赣州方案：34个目标"),
    }
    return Head(**(given | changes))  # type: ignore[arg-type]


def test_a_shared_link_has_its_card() -> None:
    tree = html.fromstring(f"<head>{render(a_head(article=True))}</head>")
    found = {meta.get("property"): meta.get("content") for meta in tree.xpath("//meta[@property]")}
    assert found == {
        "og:type": "article",
        "og:site_name": "开发区目标责任台账",
        "og:title": "赣州方案",
        "og:description": "34个目标。",
        "og:url": "https://x.example/plans/a/",
        "og:locale": "zh_CN",
        "og:locale:alternate": "en_GB",
        "og:image": "https://x.example/social/plans/a.zh.png",
        "og:image:type": "image/png",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": "赣州方案：34个目标",
    }
    assert tree.xpath("string(//meta[@name='twitter:card']/@content)") == "summary_large_image"
    bare = html.fromstring(f"<head>{render(a_head(image=None))}</head>")
    assert bare.xpath("string(//meta[@name='twitter:card']/@content)") == "summary"


def test_files_are_named_but_not_taken_for_another_language() -> None:
    files = [File("https://x.example/a.zip", "application/zip"), File("https://x.example/d.json", "application/json", True)]
    tree = html.fromstring(f"<head>{render(a_head(files=files))}</head>")
    assert [(link.get("rel"), link.get("type")) for link in tree.xpath("//link[@type]")] == [
        ("alternate ", "application/zip"),
        ("describedby", "application/json"),
    ]


def test_nothing_leaves_its_place() -> None:
    graph = [{"@type": "Thing", "name": HOSTILE}]
    document = render(a_head(title=HOSTILE, description=HOSTILE, graph=graph))
    tree = html.fromstring(f"<html><head>{document}</head><body><p id='end'>x</p></body></html>")
    (block,) = tree.xpath("//script")
    assert json.loads(block.text) == {"@context": "https://schema.org", "@type": "Thing", "name": HOSTILE}
    assert not any(char in block.text for char in "<>&\u2028\u2029")
    assert tree.xpath("string(//meta[@property='og:title']/@content)") == HOSTILE
    assert tree.xpath("//p[@id='end']")


def test_several_things_become_a_graph() -> None:
    (block,) = html.fromstring(f"<head>{render(a_head(graph=[{'a': 1}, {'b': 2}]))}</head>").xpath("//script")
    assert json.loads(block.text) == {"@context": "https://schema.org", "@graph": [{"a": 1}, {"b": 2}]}
    assert script_json({"a": "<&>"}) == '{"a":"\\u003c\\u0026\\u003e"}'


@pytest.mark.parametrize(
    ("title", "lang", "shown"),
    [
        ("赣州方案", "zh", "赣州方案 - 开发区目标责任台账"),
        ("Ganzhou plan", "en", "Ganzhou plan - ZoneLedger"),
        ("ZoneLedger: what was promised", "en", "ZoneLedger: what was promised"),
        ("x" * 48, "en", "x" * 48),
        ("x" * 47, "en", "x" * 47 + " - ZoneLedger"),
    ],
)
def test_a_tab_says_the_page_first_and_the_site_where_there_is_room(title: str, lang: str, shown: str) -> None:
    assert tab_title(title, lang) == shown


def test_columns_and_addresses() -> None:
    assert columns("a中（") == 5
    assert preview_address("", "zh") == "social/index.zh.png"
    assert preview_address("plans/a/", "en") == "social/plans/a.en.png"


def test_a_trail_is_what_the_page_shows() -> None:
    body = (
        '<nav class="zl-breadcrumbs" aria-label="位置"><ol>\n<li><a href="../../">首页</a></li>\n'
        '<li><a href="../../plans/">计划 &amp; 方案</a></li><li><span aria-current="page"><b>甲</b></span></li></ol></nav>'
    )
    assert breadcrumbs(body, "https://x.example/en/plans/a/") == {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": 1, "name": "首页", "item": "https://x.example/en/"},
            {"@type": "ListItem", "position": 2, "name": "计划 & 方案", "item": "https://x.example/en/plans/"},
            {"@type": "ListItem", "position": 3, "name": "甲"},
        ],
    }
    assert breadcrumbs("<p>x</p>", "https://x.example/") is None
