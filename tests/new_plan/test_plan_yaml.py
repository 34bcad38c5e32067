"""``plan.yml`` reads back as it was entered, whatever was entered, by this reader and by any other."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from newcomer import PLAN, Newcomer

from zoneledger.catalogue import load
from zoneledger.catalogue.yaml_files import read_yaml
from zoneledger.new_plan.plan_yaml import dumps

HOSTILE = [
    "标题：\"引号\" 与 '单引号'",
    "a: b # c",
    "- 一",
    "? 二",
    "{{ x }} {% raw %}",
    "{a: b}",
    "[1, 2]",
    "no",
    "null",
    "~",
    "2020-05-17",
    "0o17",
    "1e3",
    "360700",
    "!!python/object:os.system x",
    "&a *b",
    "%TAG",
    "@x `y`",
    "| 竖线",
    "> 大于",
    "<script>alert(1)</script>",
    "\\n \\x41",
    "x" * 500,
    "…—“”",
    "=",
    "<<",
]
LINES = [
    "一\n二",
    "a\r\nb",
    "# a\n- b: c\n",
    "\n",
    "a\u2028b",
    "a\u0085b",
    "\tx",
    " x ",
    "",
    "\u202e",
    "\ufeffx",
    "😀\U0010ffff",
]
#: What a file in UTF-8 can hold.
texts = st.text(st.characters(exclude_categories=["Cs"])) | st.sampled_from([*HOSTILE, *LINES])


def read_back(text: str, root: Path) -> object:
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "plan.yml"
        path.write_text(text, encoding="utf-8", newline="\n")
        free = Path(name) / "any.json"
        free.write_text("{}", encoding="utf-8")
        content, problems = read_yaml(path, "plan.yml", Path(name), free)
        assert not [p for p in problems if p.rule.severity.value == "error"], (text, problems)
        return content


@given(texts, texts, st.lists(texts, min_size=1, max_size=3))
def test_any_text_reads_back(root: Path, first: str, second: str, several: list[str]) -> None:
    content = {"title": {"zh": first, "en": second}, "completeness": several, "issuers": [{"zh": second, "en": first}]}
    text = dumps(content)
    assert yaml.safe_load(text) == content
    assert read_back(text, root) == content


@pytest.mark.parametrize("title", HOSTILE)
def test_a_hostile_title_through_the_command(newcomer: Newcomer, title: str) -> None:
    assert newcomer.new_plan(title_zh=title).exit_code == 0
    catalogue = load(newcomer.root)
    assert not catalogue.problems
    assert catalogue.plan_files[PLAN]["title"]["zh"] == title
    assert newcomer.run("check").exit_code == 0


@pytest.mark.parametrize("title", ["一\n二", "a\u202eb", "a\u200bb", "a\u0000b", "", "  "])
def test_what_check_would_refuse_is_refused_here(newcomer: Newcomer, title: str) -> None:
    result = newcomer.new_plan(title_zh=title)
    assert result.exit_code == 2
    assert "--title-zh" in result.output
    assert not newcomer.folder.exists()


def test_spaces_and_composition_are_tidied(newcomer: Newcomer) -> None:
    assert newcomer.new_plan(title_en="  Cafe\u0301 plan\u3000").exit_code == 0
    assert load(newcomer.root).plan_files[PLAN]["title"]["en"] == "Caf\u00e9 plan"


def test_the_form_is_that_of_the_plans_already_there(root: Path) -> None:
    """Key by key and quote by quote: written again, the real files change in nothing but their optional quotes."""
    for path in sorted((root / "datasets" / "plans").glob("*/plan.yml")):
        text = path.read_text(encoding="utf-8")
        # a plain loader: every scalar is text
        again = dumps(yaml.load(text, yaml.BaseLoader))  # noqa: S506
        assert [line.replace('"', "") for line in again.splitlines()] == [
            line.replace('"', "") for line in text.splitlines()
        ], path
