"""The comment says what was found, and nothing a stranger wrote in it comes to life."""

from __future__ import annotations

import copy
import re
from typing import Any

import archives
import pytest
from lxml import html
from markdown_it import MarkdownIt

from zoneledger.problems import Text
from zoneledger.review import artifact, comment, markdown
from zoneledger.review.addresses import Addresses

SITE = "https://site.example/zl/"
HOST = "https://host.example"
ADDRESSES = Addresses(SITE, f"{HOST}/fork/zl/blob/{archives.SHA}", f"{HOST}/zl/zl/actions/runs/1", f"{HOST}/preview")
#: All the markup the comment itself uses.
TAGS = {"h3", "h4", "p", "ul", "li", "a", "code", "strong", "details", "summary", "div"}

HOSTILE = [
    "@someone @org/team " * 40,
    "<img src=https://evil.example/x.png onerror=alert(1)>",
    "</code></details><script>alert(1)</script>",
    "![x](https://evil.example/x.png) [y](https://evil.example)",
    "`a` ``b`` ```c",
    "`",
    "` @someone `",
    "\n\n# Heading\n\n- @someone\n\n```\n",
    "https://evil.example www.evil.example mail@evil.example",
    "fixes #1, GH-2, zl/zl#3, closes zl/zl#4",
    "*a* _b_ ~~c~~ | d | e |",
    "&lt;b&gt; &#64;someone &commat;someone",
    "\u202e\u2066\u200b\x00\x1b[31m",
    "\ud800",
    "<!-- zoneledger: review -->",
    "x" * 19_000,
    "\\",
    "",
    " ",
]


def composed(**changed: object) -> str:
    return comment.compose(artifact.read(archives.honest(**changed)), ADDRESSES, archives.SHA)


def rendered(text: str) -> Any:
    return html.fromstring(f"<div>{MarkdownIt('commonmark').render(text)}</div>")


def alive(text: str) -> list[str]:
    """What in a comment is more than the comment's own markup, links and text."""
    body = MarkdownIt("commonmark").render(text.removeprefix(comment.MARK))
    tree = html.fromstring(f"<div>{body}</div>")
    found = [f"tag {element.tag}" for element in tree.iter() if element.tag not in TAGS]
    found += [f"link {a}" for a in tree.xpath("//@href") if not a.startswith((SITE, HOST))]
    found += [f"attribute {a.attrname}" for a in tree.xpath("//@*") if a.attrname != "href"]
    plain = " ".join(tree.xpath("//text()[not(ancestor::code)]"))
    found += re.findall(r"@\w|#\d|GH-\d", plain)
    found += re.findall(r"[\u202a-\u202e\u2066-\u2069\u200b\ud800-\udfff\x00-\x09\x0b-\x1f]", text)
    # The host makes links of bare addresses, unless a mark of theirs is escaped.
    return found + re.findall(r"https?://\w+|www\.\w+", prose_of(text))


def prose_of(text: str) -> str:
    """The comment's source without its code spans and link targets."""
    return re.sub(r"\]\([^)]*\)", "", re.sub(r"(`+)(?!`).*?(?<!`)\1(?!`)", "", text))


def with_problem(**changed: object) -> dict[str, Any]:
    return archives.PROBLEMS | {"problems": [archives.PROBLEM | changed]}


def test_the_comment_tells_what_was_found() -> None:
    text = composed()
    assert text.startswith(comment.MARK + "\n### 数据检查：1 个错误，0 个提醒\n")
    tree = rendered(text)
    assert tree.xpath("//details/summary/text()") == ["English"]
    assert f"{SITE}rules/unit-unknown/" in tree.xpath("//@href")
    assert f"{SITE}en/rules/unit-unknown/" in tree.xpath("//@href")
    place = f"{ADDRESSES.commit}/datasets/plans/ganzhou-2020/targets.csv?plain=1#L12"
    assert tree.xpath(f"//a[@href='{place}']/code/text()") == ["datasets/plans/ganzhou-2020/targets.csv:12"] * 2
    told = "".join(tree.itertext())
    for words in (
        "单位不在清单里。",
        "The unit is not in the list.",
        "改成 yi-yuan。",
        "允许：",
        "改动 1 格",
        "Cells changed: 1; values changed in YAML: 1.",
    ):
        assert words in told, words
    assert tree.xpath("(//li[.//code='value'])[1]//li/code/text()")[1:3] == ["5000", "6000"]
    assert tree.xpath(f"//a[@href='{HOST}/preview']/text()") == ["预览网站（下载）", "Preview of the site (download)"]
    assert alive(text) == []


def test_nothing_to_say_is_said_in_few_words() -> None:
    summary = {"added": 0, "removed": 0, "cells": 0, "format_only": 0}
    text = composed(
        problems=archives.PROBLEMS | {"errors": 0, "problems": []},
        diff=archives.CHANGES | {"summary": summary, "tables": [], "documents": []},
    )
    assert "### 数据检查通过" in text and "The data pass every check" in text
    assert "数据没有改动。" in text and "The data do not change." in text
    assert len(text) < 900


@pytest.mark.parametrize("value", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("key", ["code", "file", "column", "value", "message", "allowed", "fix"])
def test_nothing_in_a_problem_comes_to_life(key: str, value: str) -> None:
    planted: object = {"zh": value, "en": value} if isinstance(archives.PROBLEM[key], dict) else value[:300]
    assert alive(composed(problems=with_problem(**{key: planted}))) == []


@pytest.mark.parametrize("value", HOSTILE, ids=range(len(HOSTILE)))
def test_nothing_in_a_change_comes_to_life(value: str) -> None:
    changes = copy.deepcopy(archives.CHANGES)
    row = changes["tables"][0]["changed"][0]
    row["key"] = {value[:50]: value}
    row["file"] = value[:300]
    row["cells"] = [{"column": value[:300], "old": value, "new": value}]
    changes["tables"][0]["table"] = value[:300]
    changes["tables"][0]["added"] = changes["tables"][0]["removed"] = [{"key": {"id": value}, "file": "a", "line": 1}]
    row["anchor"] = {"locator": value, "printed": value}
    ids = {"column": value[:300], "old": value, "new": value, "file": value[:300], "line": 1}
    changes["tables"][0]["id_changes"] = [ids]
    changes["summary"][value[:50]] = 1
    changes["documents"] = [{"file": value[:300], "path": value[:300], "old": value, "new": None}]
    text = composed(diff=changes)
    assert "####" in text
    assert alive(text) == []


@pytest.mark.parametrize(
    "planted",
    ["@someone", "see #1", "<b>x</b>", "[x](https://evil.example)", "\u202ex", "https://evil.example", "<!-- x -->"],
)
def test_the_tests_would_see_it(planted: str) -> None:
    assert alive(f"{comment.MARK}\n{planted}\n") != []


@pytest.mark.parametrize("value", HOSTILE, ids=range(len(HOSTILE)))
def test_a_code_span_is_the_value_to_the_letter(value: str) -> None:
    tree = html.fromstring(f"<div>{MarkdownIt('commonmark').render('x ' + markdown.code(value, 10_000) + ' y')}</div>")
    (shown,) = tree.xpath("//code")
    if value.strip() and value.isprintable() and len(value) < 10_000:
        assert shown.text == value
    assert "".join(tree.itertext()).strip().startswith("x ")


@pytest.mark.parametrize(
    ("file", "led"),
    [
        ("datasets/plans/a b/目标.csv", True),
        ("../../../evil", False),
        ("datasets/../x", False),
        ("/etc/passwd", False),
        ("https://evil.example", False),
        ("a)b](https://evil.example", False),
        ("a//b", False),
        ("", False),
    ],
)
def test_links_to_files_stay_inside_the_commit(file: str, led: bool) -> None:
    address = ADDRESSES.line(file, 3)
    assert bool(address) is led
    assert not led or re.fullmatch(re.escape(ADDRESSES.commit) + r"/[\w%./-]+\?plain=1#L3", address)


@pytest.mark.parametrize("code", ["../x", "a b", "A", "a-", "x" * 61, "a/b", "javascript:x", ""])
def test_only_a_rule_has_a_page(code: str) -> None:
    assert ADDRESSES.rule(code, "zh") == ""


def test_the_longest_comment_fits() -> None:
    long = {"zh": "长" * 600, "en": "*" * 600}
    problem = archives.PROBLEM | {"value": "v" * 5_000, "message": long, "allowed": long, "fix": long}
    row = archives.CHANGED | {"cells": [{"column": "c" * 300, "old": "`" * 4_000, "new": "n"}] * 100}
    changes = copy.deepcopy(archives.CHANGES)
    changes["tables"][0]["changed"] = [row] * 10
    text = composed(problems=archives.PROBLEMS | {"problems": [problem] * 300, "errors": 9_000}, diff=changes)
    assert 20_000 < len(text) <= comment.MAX_COMMENT
    listed = text.partition("<details>")[0].count("- **错误**")
    assert f"另有 {9_000 - listed} 项未列出" in text
    assert "- 改动 `targets`" in text
    assert text.endswith("\n</details>\n")
    assert alive(text) == []


def test_many_of_one_kind_hide_no_other() -> None:
    rare = archives.PROBLEM | {"code": "rare", "line": 99}
    text = composed(problems=archives.PROBLEMS | {"problems": [archives.PROBLEM] * 100 + [rare], "errors": 101})
    assert "rules/rare/" in text
    assert "另有 61 项未列出" in text


def test_what_cannot_be_read_is_named() -> None:
    text = composed(problems=b"{", diff=None)
    assert "检查没有留下可用的结果" in text and "The check left no usable result" in text
    assert "`problems.json` 未能读取：不是合格的 JSON。" in text
    assert "`diff.json` could not be read: it is missing." in text
    whole = comment.unusable(Text("不是完好的 zip 文件", "is not a sound zip file"), ADDRESSES, archives.SHA)
    assert "`review.zip` 未能读取：不是完好的 zip 文件。" in whole
    assert alive(text) == alive(whole) == []
