"""Text, Markdown and JSON of a difference with hostile cells in it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import pytest

from zoneledger.diff import Difference
from zoneledger.diff.formats import json as as_json
from zoneledger.diff.formats import markdown, text

TARGETS = "datasets/plans/anshi-2021/targets.csv"
PLAN = "datasets/plans/anshi-2021/plan.yml"
HOSTILE = (
    "<script>alert(1)</script>@someone #1 GH-1 owner/repo#2 [x](javascript:alert(1)) ![x](https://example.org/x.png) "
    "https://example.org www.example.org | a\\|b ` `` ``` **b** _i_ ~~s~~ &lt; :tada: $x$ <!-- x --> ::set-output ##[x]"
)
HIDDEN = "\u202e\u200b\u2066\x1b[31m\x07\r\n- [ ] x\u2028\x85\ufeff\U000e0041"
Files = dict[str, bytes]

_SPAN = re.compile(r"(?<!`)(`+)(?!`)(.*?)(?<!`)\1(?!`)")


@pytest.fixture
def hostile(files: Files, unedited: Files, differ: Callable[..., Difference]) -> Difference:
    """Hostile text as an id, a cell, a column's name, a YAML key and value, and a file's name; on both sides."""
    cell = (HOSTILE + HIDDEN).replace('"', '""')
    files[TARGETS] = files[TARGETS].replace("全市开发区".encode(), f'"{cell}"'.encode(), 2)
    rows = files[TARGETS].decode().split("\n")
    width = rows[0].count(",")
    files[TARGETS] = ("\n".join(rows[:-1]) + f'\n"{cell}"' + "," * width + "\n").encode()
    files[PLAN] += f"? {json.dumps(HOSTILE + HIDDEN)}\n: {json.dumps(HOSTILE + HIDDEN)}\n".encode()
    files[f"datasets/{HOSTILE.replace('/', '')}.txt"] = b""
    files["datasets/reference/units.csv"] = files["datasets/reference/units.csv"].replace(
        b"symbol_en", f'"{cell}"'.encode(), 1
    )
    return differ(unedited, files)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_nothing_of_a_cell_stands_outside_code_spans(hostile: Difference, lang: str) -> None:
    written = markdown.write(hostile, lang)
    outside = [_SPAN.sub("", line) for line in written.split("\n")]
    assert "alert(1)" in written and "@someone" in written
    for line in outside:
        assert not set(line) & set("<>@[]`|_&\\$~"), line
        assert not re.search(r"https?:|www\.|GH-|:tada:|(?<!#)#\d|javascript", line), line


def test_unseen_characters_are_spelled_out_in_every_format(hostile: Difference) -> None:
    for written in (markdown.write(hostile, "zh"), text.write(hostile, "en"), as_json.write(hostile)):
        assert all(char.isprintable() or char == "\n" for char in written)
        assert "u202e" in written and "u001b" in written
        assert "- [ ] x" not in [line.strip() for line in written.split("\n")]


def test_json_holds_everything_and_reads_back(hostile: Difference) -> None:
    written = as_json.write(hostile)
    content = json.loads(written)
    assert json.dumps(content, indent=1, sort_keys=True).count("\n") == written.count("\n") - 1
    assert list(content) == sorted(content)
    assert content["version"] == 1
    assert content["summary"]["added"] == 1
    (row,) = next(table for table in content["tables"] if table["file"] == TARGETS)["added"]
    assert row["key"]["id"] == HOSTILE + HIDDEN.replace("\r\n", "\n")
    assert {"key", "file", "line", "anchor", "cells"} == set(row)


@pytest.mark.parametrize("value", ["`", "``a`", " a ", "a`", "", " ", "\\", "`" * 50, "\n", "a|b"])
def test_code_span_shows_the_value(value: str) -> None:
    shown = markdown.code(value)
    found = _SPAN.fullmatch(shown)
    assert found
    inner = found[2]
    if inner.startswith(" ") and inner.endswith(" ") and inner.strip():
        inner = inner[1:-1]
    assert inner == (value.replace("\n", "\\u000a") if value.strip(" ") else value or " ") or not value.strip()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_long_difference_is_cut_and_says_so(files: Files, differ: Callable[..., Difference], lang: str) -> None:
    header, first = files[TARGETS].split(b"\n")[:2]
    many = [first.replace(b"t001", f"t{number:05}".encode()) for number in range(5000)]
    base, head = dict(files), dict(files)
    base[TARGETS] = b"\n".join([header, *many, b""])
    head[TARGETS] = base[TARGETS].replace(b",1200,", "\U00020000".encode() + b",1201,")
    difference = differ(base, head)
    written = markdown.write(difference, lang)
    assert 50_000 < len(written.encode("utf-16-le")) // 2 < 60_000
    notice = {"zh": "内容未完", "en": "Incomplete"}[lang]
    assert written.count(notice) == 2
    numbers = [int(number) for number in re.findall(r"\d+", written.rstrip().split("\n")[-1])]
    lines = markdown.write(difference, lang, most=10**9).count("\n")
    assert sum(numbers) == pytest.approx(lines, abs=8)
    assert notice not in markdown.write(difference, lang, most=10**9)


def test_shape_of_the_json(files: Files, unedited: Files, differ: Callable[..., Difference]) -> None:
    files[TARGETS] = files[TARGETS].decode().replace(",1500,", ",1501,").encode("gbk")
    files[PLAN] = files[PLAN].replace(b"2021-02-03", b"2021-02-04")
    content = json.loads(as_json.write(differ(unedited, files)))
    (table,) = content["tables"]
    assert (table["table"], table["plan"], table["file"]) == ("targets", "anshi-2021", TARGETS)
    assert table["changed"] == [
        {
            "anchor": {"locator": "一", "printed": "1500亿元", "source": "anshi-2021.txt"},
            "base_line": 3,
            "cells": [{"column": "value", "new": "1501", "old": "1500"}],
            "file": TARGETS,
            "key": {"id": "anshi-2021-t002"},
            "line": 3,
        }
    ]
    assert content["documents"] == [
        {"file": PLAN, "line": 16, "new": "2021-02-04", "old": "2021-02-03", "path": "issued_on"}
    ]
    assert content["problems"] == [
        {
            "code": "encoding-gb18030",
            "file": TARGETS,
            "line": 0,
            "message": {"en": "Read as GBK.", "zh": "按 GBK 读取。"},
            "side": "head",
        }
    ]
    assert {"plans/anshi-2021/", ""} <= set(content["pages"])
    assert content["downloads"] == ["data/all.zip", "data/plans/anshi-2021.zip"]


def test_nothing_to_tell(unedited: Files, differ: Callable[..., Difference]) -> None:
    same = differ(unedited, unedited)
    assert text.write(same, "zh") == "内容没有差别。\n"
    assert "No differences in content." in markdown.write(same, "en")
