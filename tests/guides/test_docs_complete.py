"""Nothing people can type or meet is left unexplained: commands, columns, rules."""

from __future__ import annotations

import importlib
import json
import pkgutil
import re
import shutil
from collections.abc import Mapping
from html import unescape
from pathlib import Path

import pytest
from guide_text import command_table, scripts, undocumented

import zoneledger
from zoneledger.cli import main
from zoneledger.problems import Rule
from zoneledger.report.setting import page_path
from zoneledger.rulebook import RULES

TABLES = {"zh": "命令", "en": "Commands"}
PREFIX = {"zh": "", "en": "en/"}


@pytest.fixture(scope="module")
def columns(root: Path) -> set[str]:
    """Every column of every table, as ``targets.value``."""
    found = set()
    for file in sorted((root / "schemas").glob("*.json")):
        schema = json.loads(file.read_text("utf-8"))
        found |= {f"{file.stem}.{field['name']}" for field in schema.get("fields", ())}
    assert len(found) > 200
    return found


@pytest.fixture(scope="module")
def rules() -> dict[str, Rule]:
    """Every rule that any module of the program defines, listed or not."""
    modules = pkgutil.walk_packages(zoneledger.__path__, "zoneledger.")
    loaded = [importlib.import_module(module.name) for module in modules if not module.name.endswith("__main__")]
    found = {value.code: value for module in loaded for value in vars(module).values() if isinstance(value, Rule)}
    assert len(found) > 40
    return found


def unexplained(page: str, columns: set[str]) -> set[str]:
    """Columns without a row in the dictionary, or with a row whose description is empty."""
    rows = re.findall(r'<tr[^>]* id="([a-z_]+\.\w+)">.*?<td>(.*?)</td>.*?</tr>', page, re.DOTALL)
    return columns - {name for name, description in rows if description.strip()}


def undescribed(site: Path, rules: Mapping[str, Rule], lang: str) -> set[str]:
    """Codes of rules without a page in that language, or whose page does not say the rule."""
    missing = set()
    for code, rule in rules.items():
        page = site / PREFIX[lang] / page_path(code) / "index.html"
        if not page.is_file() or rule.title.of(lang) not in unescape(page.read_text("utf-8")):
            missing.add(code)
    return missing


@pytest.mark.parametrize("lang", TABLES)
def test_every_command_has_a_row_in_the_readme(root: Path, lang: str) -> None:
    table = command_table((root / "README.md").read_text("utf-8"), TABLES[lang])
    names = set(main.commands) | scripts(root)
    assert len(names) > 8
    assert undocumented(table, names) == set()


@pytest.mark.parametrize("lang", TABLES)
def test_a_command_without_a_row_is_noticed(root: Path, lang: str) -> None:
    table = command_table((root / "README.md").read_text("utf-8"), TABLES[lang])
    lines = table.splitlines()
    for name in sorted(set(main.commands) | scripts(root)):
        own = f"| `{name}" if name.startswith("scripts/") else f"| `zoneledger {name}"
        # Another row may speak of the command, as that of scripts/build does; it needs one of its own.
        rest = "\n".join(line for line in lines if not re.match(rf"{re.escape(own)}(?![\w-])", line))
        assert rest != table
        assert undocumented(rest, {name}) == {name}


@pytest.mark.parametrize("lang", TABLES)
def test_every_column_is_in_the_dictionary(built_site: Path, columns: set[str], lang: str) -> None:
    page = (built_site / "site" / PREFIX[lang] / "dictionary/index.html").read_text("utf-8")
    assert unexplained(page, columns) == set()


@pytest.mark.parametrize("lang", TABLES)
def test_a_column_that_is_missing_or_mute_is_noticed(built_site: Path, columns: set[str], lang: str) -> None:
    page = (built_site / "site" / PREFIX[lang] / "dictionary/index.html").read_text("utf-8")
    row = re.search(r'<tr[^>]* id="targets\.value">.*?</tr>', page, re.DOTALL)
    assert row is not None
    mute = re.sub(r"<td>.*?</td>", "<td> </td>", row[0], count=1, flags=re.DOTALL)
    for planted in ("", mute):
        assert unexplained(page.replace(row[0], planted), columns) == {"targets.value"}


def test_the_rulebook_knows_every_rule(rules: dict[str, Rule]) -> None:
    assert {code for code in rules if RULES.get(code) != rules[code]} == set()


@pytest.mark.parametrize("lang", TABLES)
def test_every_rule_has_a_page(built_site: Path, rules: dict[str, Rule], lang: str) -> None:
    assert undescribed(built_site / "site", rules, lang) == set()


@pytest.mark.parametrize("lang", TABLES)
def test_a_rule_without_a_page_is_noticed(built_site: Path, tmp_path: Path, lang: str) -> None:
    folder = Path(PREFIX[lang]) / "rules"
    shutil.copytree(built_site / "site" / folder, tmp_path / folder)
    rules = dict(list(RULES.items())[:3])
    lost, mute, _ = rules
    assert undescribed(tmp_path, rules, lang) == set()
    (tmp_path / PREFIX[lang] / page_path(lost) / "index.html").unlink()
    (tmp_path / PREFIX[lang] / page_path(mute) / "index.html").write_text("<h1>rule</h1>", "utf-8")
    assert undescribed(tmp_path, rules, lang) == {lost, mute}
