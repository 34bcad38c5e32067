"""Each format tells hostile findings without obeying them, and says aloud what it leaves out."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from findings import ERROR, HOSTILE, OTHER, WARNING, hostile, many, report

from zoneledger.problems import Report
from zoneledger.report import FORMATS, Setting

LANGUAGES = ("zh", "en")
SITE = "https://site.example/"


def written(form: str, found: Report, lang: str = "en", site: str = SITE) -> str:
    return "\n".join(FORMATS[form](found, Setting(lang, site, "2026-01-31")))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("form", FORMATS)
def test_nothing_unseen_is_written(form: str, lang: str) -> None:
    output = written(form, report(hostile(), hostile(WARNING)), lang)
    assert "alert(1)" in output
    assert [char for char in output if not char.isprintable() and char != "\n"] == []


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("form", ["text", "github", "markdown"])
def test_no_line_gives_the_runner_an_order_of_its_own(form: str, lang: str) -> None:
    output = written(form, report(hostile(), hostile(WARNING)), lang)
    assert "##[" not in output
    orders = [line for line in output.split("\n") if line.lstrip().startswith("::")]
    assert [order.split(" ")[0] for order in orders] == (["::error", "::warning"] if form == "github" else [])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_annotation_is_one_line_with_its_properties_escaped(lang: str) -> None:
    order = next(line for line in written("github", report(hostile()), lang).split("\n") if line.startswith("::"))
    properties, _, message = order.removeprefix("::error ").partition("::")
    names = [entry.split("=", 1)[0] for entry in properties.split(",")]
    assert names == ["file", "line", "title"]
    assert ":" not in properties
    assert re.findall("%(?!25|0A|0D|3A|2C)", order) == []
    assert "100%25 %250A" in message
    assert message.endswith(f"{SITE}{'' if lang == 'zh' else 'en/'}rules/made-error/")


def test_a_step_shows_ten_annotations_of_a_severity_and_says_how_many_it_does_not() -> None:
    found = [*many(ERROR, 300), *many(OTHER, 30, "z.csv"), *many(WARNING, 12)]
    output = written("github", report(*found)).split("\n")
    assert sum(line.startswith("::error ") for line in output) == 10
    assert sum(line.startswith("::warning ") for line in output) == 10
    notices = [line for line in output if line.startswith("::notice ")]
    assert "330 of severity error, only 10 marked" in notices[0]
    assert "12 of severity warning, only 10 marked" in notices[1]
    assert "made-warning 2." in notices[1]
    # three hundred of one kind leave room for the other
    assert sum("title=made-other" in line for line in output) == 5
    assert output[-1] == "330 errors, 12 warnings."


def outside_fences(markdown: str) -> str:
    """What a renderer would read as Markdown; fails where a fence is left open."""
    kept, fence = [], ""
    for line in markdown.split("\n"):
        opening = re.match("`{3,}", line)
        if fence:
            # Stricter than CommonMark, where nothing but space may follow on a closing line.
            fence = "" if line.startswith(fence) else fence
        elif opening:
            fence = opening[0]
        else:
            kept.append(line)
    assert not fence
    return "\n".join(kept)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_markdown_keeps_what_is_untrusted_inside_fences(lang: str) -> None:
    prose = outside_fences(written("markdown", report(hostile(), hostile(WARNING)), lang))
    for planted in ("alert", "evil.example", "@everyone", "planted", "gnp"):
        assert planted not in prose
    table = [line for line in prose.split("\n") if line.startswith("|")]
    assert len(table) == 4
    assert {line.count("|") for line in table} == {5}
    assert f"[`made-error`]({SITE}{'' if lang == 'zh' else 'en/'}rules/made-error/)" in prose


def test_a_file_named_like_a_fence_does_not_close_it() -> None:
    from dataclasses import replace

    from zoneledger.problems import Place

    fence = replace(hostile(), place=Place("````", 0, ""), message=ERROR.title)
    assert "alert" not in outside_fences(written("markdown", report(fence)))


def test_markdown_stays_below_what_github_takes() -> None:
    from dataclasses import replace

    from zoneledger.problems import Rule

    rules = [Rule(f"made-{number:03}", ERROR.title, ERROR.tip) for number in range(200)]
    large = [replace(p, value="字" * 500, fix=ERROR.tip) for rule in rules for p in many(rule, 20)]
    output = written("markdown", report(*large))
    assert len(output.encode()) < 1024 * 1024
    assert re.search(r"\*\*Too long: made-\d+ and what follows are not listed", output)
    outside_fences(output)


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_a_thousand_of_a_kind_are_summarised(form: str) -> None:
    output = written(form, report(*many(ERROR, 1000), *many(OTHER, 3, "z.csv")))
    assert output.count("error [made-error]") == 20
    assert output.count("error [made-other]") == 3
    assert "… and 980 more of made-error, not listed." in output
    assert "1003 errors, 0 warnings." in output


def test_a_long_value_is_cut_aloud() -> None:
    from dataclasses import replace

    output = written("text", report(replace(hostile(), value="长" * 900)), "zh")
    assert f"值: {'长' * 400}……（共 900 字）" in output


def test_json_has_its_documented_form() -> None:
    content = json.loads(written("json", report(hostile())))
    said = {"zh": f"中文 {HOSTILE}", "en": f"English {HOSTILE}"}
    assert content == {
        "version": 1,
        "as_of": "2026-01-31",
        "errors": 1,
        "warnings": 0,
        "held_back": False,
        "not_listed": {},
        "problems": [
            {
                "code": "made-error",
                "severity": "error",
                "file": f"datasets/{HOSTILE}.csv",
                "line": 7,
                "column": HOSTILE,
                "value": HOSTILE,
                "message": said,
                "allowed": said,
                "fix": said,
                "page": "rules/made-error/",
            }
        ],
    }


def test_json_is_stable_and_counts_what_it_leaves_out() -> None:
    found = report(*many(ERROR, 1500), *many(OTHER, 2, "z.csv"))
    output = written("json", found)
    content = json.loads(output)
    assert output == written("json", Report.of(reversed(found.problems)), "zh")
    assert (content["errors"], len(content["problems"])) == (1502, 1002)
    assert content["not_listed"] == {"made-error": 500}
    assert list(content) == sorted(content)
    assert "虚构的错误" in output


def test_json_lists_five_thousand_in_all() -> None:
    from zoneledger.problems import Rule

    rules = [Rule(f"made-{number}", ERROR.title, ERROR.tip) for number in range(8)]
    content = json.loads(written("json", report(*(p for rule in rules for p in many(rule, 1000)))))
    assert len(content["problems"]) == 5000
    assert set(content["not_listed"].values()) == {375}


@pytest.mark.parametrize("form", ["text", "github", "markdown"])
def test_rules_not_run_yet_are_told(form: str) -> None:
    held_back = Report.of(many(ERROR, 1), held_back=True)
    assert "have not run yet" in written(form, held_back)
    assert "尚未运行" in written(form, held_back, "zh")
    assert "have not run yet" not in written(form, report(*many(ERROR, 1)))


def test_a_rule_without_a_site_is_explained_offline() -> None:
    assert "zoneledger explain <rule> (made-error)" in written("text", report(hostile()), site="")
    assert "zoneledger explain made-error" in written("github", report(hostile()), site="")
    assert "`made-error`" in written("markdown", report(hostile()), site="")
