"""In which language a command speaks, and that it speaks that one alone."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from zoneledger.cli import main
from zoneledger.commands.terminal import default_language
from zoneledger.rulebook import RULES

LOCALES = [
    ({}, "zh"),
    ({"LANG": "zh_CN.UTF-8"}, "zh"),
    ({"LANG": "zh-Hant-TW"}, "zh"),
    ({"LANG": "C.UTF-8"}, "zh"),
    ({"LANG": "POSIX"}, "zh"),
    ({"LANG": ""}, "zh"),
    ({"LANG": "en_GB.UTF-8"}, "en"),
    ({"LANG": "en"}, "en"),
    ({"LANG": "de_DE@euro"}, "en"),
    ({"LANG": "zh_CN.UTF-8", "LC_ALL": "en_US.UTF-8"}, "en"),
    ({"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "en_US"}, "en"),
    ({"LANG": "en_US", "LC_ALL": "zh_TW"}, "zh"),
    ({"LC_ALL": "", "LANG": "en_US"}, "en"),
]


@pytest.mark.parametrize(("environment", "lang"), LOCALES)
def test_the_environment_chooses(environment: dict[str, str], lang: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert default_language() == lang
    listed = CliRunner().invoke(main, ["explain"]).output
    assert ("Between rows and tables" in listed) is (lang == "en")


def test_the_option_beats_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    assert "模式文件本身没有错误" in CliRunner().invoke(main, ["explain", "--lang", "zh", "schema-descriptor"]).output


@pytest.mark.parametrize("code", sorted(RULES))
def test_explain_tells_every_rule(code: str) -> None:
    zh, en = (CliRunner().invoke(main, ["explain", "--lang", lang, code]) for lang in ("zh", "en"))
    assert (zh.exit_code, en.exit_code) == (0, 0)
    assert RULES[code].tip.zh in zh.output
    assert RULES[code].tip.en in en.output
    assert not re.search("错误|提醒|改法|允许|值:", en.output), en.output
    assert not re.search(r"^ *(?:allowed|fix|value):| (?:error|warning) ", zh.output, re.MULTILINE), zh.output


def test_explain_knows_what_was_meant() -> None:
    result = CliRunner().invoke(main, ["explain", "--lang", "en", "cell-enumm"])
    assert result.exit_code == 2
    assert "did you mean cell-enum?" in result.output


def test_check_writes_json_and_nothing_beside_it(small_root: Path) -> None:
    result = CliRunner().invoke(main, ["check", "--root", str(small_root), "--format", "json", "--lang", "en"])
    content = json.loads(result.output)
    assert (result.exit_code, content["version"], content["errors"]) == (0, 1, 0)
    assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", content["as_of"])
