"""Jurisdictions and zones are found by code, name or alias; what is not there yet gets the line that registers it."""

from __future__ import annotations

from pathlib import Path

import pytest
from newcomer import PLAN, Newcomer

from zoneledger.catalogue import load
from zoneledger.new_plan.reference import find, register


@pytest.mark.parametrize(
    ("table", "typed", "key"),
    [
        ("jurisdictions", "赣州", "360700"),
        ("jurisdictions", "赣州市", "360700"),
        ("jurisdictions", "360700", "360700"),
        ("jurisdictions", "Ganzhou", "360700"),
        ("jurisdictions", "贵州", "520000"),
        ("zones", "东湖高新区", "wuhan-donghu-hidz"),
        ("zones", "wuhan-donghu-hidz", "wuhan-donghu-hidz"),
    ],
)
def test_real_lists(root: Path, table: str, typed: str, key: str) -> None:
    assert find(load(root), table, typed).key == key


def test_a_near_name_is_offered_not_taken(root: Path) -> None:
    match = find(load(root), "jurisdictions", "赣洲")
    assert match.key == ""
    assert "360700 赣州市" in match.near


def test_a_name_of_several_is_left_to_the_person(newcomer: Newcomer) -> None:
    match = find(load(newcomer.root), "zones", "区")
    assert match.key == ""
    assert len(match.near) == 2


def test_an_alias_finds_the_zone(newcomer: Newcomer) -> None:
    assert newcomer.new_plan(zone="青石经开区").exit_code == 0
    assert load(newcomer.root).plan_files[PLAN]["zone"] == "qingshi-etdz"


def test_an_unknown_zone_gets_its_line(newcomer: Newcomer) -> None:
    result = newcomer.new_plan(zone="不知名开发区")
    assert result.exit_code == 2
    (line,) = (word for word in result.output.split() if word.startswith("<id>,"))
    assert line.startswith("<id>,不知名开发区,<name_en>,<national|provincial|other|unknown>,")
    assert line.count(",") == len(load(newcomer.root).schemas["zones"].columns) - 1


def test_an_unknown_code_is_taken_and_its_error_foretold(newcomer: Newcomer) -> None:
    result = newcomer.new_plan(jurisdiction="990200")
    assert result.exit_code == 0
    assert "key-unknown" in result.output
    assert "zoneledger check now has 1 error, listed above" in result.output
    assert "add to datasets/reference/jurisdictions.csv: 990200,<name_zh>" in result.output
    checked = newcomer.run("check")
    assert (checked.exit_code, "1 error, 0 warnings." in checked.output) == (1, True)
    register(
        load(newcomer.root),
        "jurisdictions",
        {"code": "990200", "name_zh": "北河市", "name_en": "Beihe", "level": "prefecture", "parent_code": "990000"},
    )
    assert newcomer.run("check").exit_code == 0


@pytest.mark.parametrize(("code", "line"), [("100001", 2), ("990001", 3), ("999999", 4)])
def test_registering_touches_no_other_line(newcomer: Newcomer, code: str, line: int) -> None:
    file = newcomer.root / "datasets" / "reference" / "jurisdictions.csv"
    before = file.read_text(encoding="utf-8").splitlines()
    cells = {"code": code, "name_zh": "甲,乙", "name_en": 'A "B"', "level": "county", "parent_code": "990000"}
    register(load(newcomer.root), "jurisdictions", cells)
    after = file.read_text(encoding="utf-8").splitlines()
    assert after[line] == f'{code},"甲,乙","A ""B""",county,990000'
    assert after[:line] + after[line + 1 :] == before
    assert "canonical" not in newcomer.run("check").output
    assert file.stat().st_mode & 0o044 == 0o044
