"""The examples on the rules' pages are what the program says today; `scripts/examples` writes them anew."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from breaks import BREAKS
from recorded import audited, broken

from zoneledger.report.json_format import dump, written
from zoneledger.rulebook import RULES, example
from zoneledger.rulebook.examples import FILE

RECORDED = json.loads(FILE.read_text(encoding="utf-8"))


@pytest.mark.parametrize("code", sorted(BREAKS))
def test_the_example_is_what_check_says(code: str, tmp_path: Path) -> None:
    assert RECORDED.get(code) == written(broken(code, tmp_path / code)), "run scripts/examples"


def test_the_examples_of_the_audit_are_what_it_says(tmp_path: Path) -> None:
    found = {problem.rule.code: written(problem) for problem in audited(tmp_path)}
    assert len(found) > 10
    assert {code: RECORDED.get(code) for code in found} == found, "run scripts/examples"
    assert set(RECORDED) == set(BREAKS) | set(found)


def test_an_example_reads_back_as_it_was_written() -> None:
    assert dump(RECORDED) + "\n" == FILE.read_text(encoding="utf-8")
    for code in RECORDED:
        problem = example(RULES[code])
        assert problem is not None
        assert written(problem) == RECORDED[code]


@pytest.mark.parametrize("code", sorted(RECORDED))
def test_it_says_what_to_type_in_both_languages(code: str) -> None:
    problem = example(RULES[code])
    assert problem is not None
    for text in (problem.message, problem.fix):
        assert text.zh
        assert text.en
        assert any("\u4e00" <= char <= "\u9fff" for char in text.zh)
