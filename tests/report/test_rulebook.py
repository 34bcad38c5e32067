"""The one list of rules is whole, and every rule in it says something of its own in both languages."""

from __future__ import annotations

import ast
from collections import Counter
from pathlib import Path

import pytest

from zoneledger.rulebook import RULES, STAGES, example, stage_of

#: Several forms are put right by one command.
BY_COMMAND = "zoneledger fix"


def written_rules(root: Path) -> Counter[str]:
    """The code of every ``Rule(…)`` in the package, wherever it is made and whatever it is bound to."""
    found: Counter[str] = Counter()
    for path in sorted((root / "build" / "zoneledger").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) == "Rule":
                code = node.args[0] if node.args else None
                assert isinstance(code, ast.Constant), f"{path}:{node.lineno}: a rule's code is a plain text"
                found[str(code.value)] += 1
    return found


def test_no_rule_stands_outside_the_list(root: Path) -> None:
    assert set(written_rules(root)) == set(RULES)


def test_codes_are_unique(root: Path) -> None:
    assert [code for code, number in written_rules(root).items() if number > 1] == []
    listed = [rule.code for stage in STAGES for rule in stage.rules]
    assert len(listed) == len(set(listed)) == len(RULES)


@pytest.mark.parametrize("code", sorted(RULES))
def test_both_languages_are_filled_and_each_is_itself(code: str) -> None:
    rule = RULES[code]
    for text in (rule.title, rule.tip, rule.why):
        if text == ("", ""):
            assert text is rule.why
            continue
        assert any("\u4e00" <= char <= "\u9fff" for char in text.zh), text
        # Printed words such as 力争 are quoted in English; a sentence in Chinese is not English.
        chinese = sum("\u4e00" <= char <= "\u9fff" for char in text.en)
        assert chinese < len(text.en) / 4, text
        assert not set("。；") & set(text.en), text


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_two_rules_share_a_sentence(lang: str) -> None:
    said = Counter(
        text.of(lang)
        for rule in RULES.values()
        for text in (rule.title, rule.tip, rule.why)
        if text.of(lang) and BY_COMMAND not in text.of(lang)
    )
    assert [text for text, number in said.items() if number > 1] == []


def test_every_stage_explains_itself() -> None:
    assert stage_of("cell-enum").key == "cells"
    assert stage_of("printed-value").key == "between"
    assert stage_of("anchor-printed").key == "audit"
    with pytest.raises(KeyError):
        stage_of("cell-enumm")


def test_most_rules_have_an_example() -> None:
    assert sum(example(rule) is not None for rule in RULES.values()) >= 60
