"""The quick ways of reading give what the strict ones give, or leave the text to them."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from checkout import Checkout

from zoneledger.catalogue import load, load_plans, load_shared, yaml_loader
from zoneledger.catalogue.folder import contents
from zoneledger.catalogue.parsing import parse, split
from zoneledger.catalogue.records import Record, Table
from zoneledger.catalogue.yaml_screen import screen

DOCUMENT = """id: a-b
title:
  zh: 标题(2020)
  en: "Title: x, \\"y\\" and z"
issuers:
  - zh: 甲
    en: It's
  - zh: '乙''s'
    en: B
note: long
  second line

  third
"""
GLYPHS = [
    *" \n:-'\",.#&*!|>?{}[]%@`~\t",
    "  ",
    "\n  ",
    "\n- ",
    ": ",
    "- ",
    "a",
    "中",
    "key:",
    "\n\n",
    "...",
    "---",
    "<<: ",
    "\x85",
    "\ufeff",
    '\\"',
    "\\",
]
GLYPHS_OF_CSV = ['"', '""', ",", "\n", "a", "中 ", '"a,b"', "\t"]


def test_yaml_is_read_quickly_only_where_both_parsers_agree() -> None:
    rng, accepted = random.Random(20261122), 0
    for _ in range(1_500):
        text = DOCUMENT
        for _ in range(rng.randint(1, 4)):
            at = rng.randrange(len(text))
            text = text[:at] + rng.choice(["", *GLYPHS]) + text[at + rng.choice((0, 0, 1, 3)) :]
        quick = yaml_loader.quick(text)
        if quick is not None:
            accepted += 1
            assert yaml_loader.parse(text)[1] == quick, text
    assert 150 < accepted < 1_400


@pytest.mark.parametrize(
    "text", ["a: *b", "a: &b c", "a: !!int 1", "a: {b: c}", "a: [b]", "a: |\n  b", 'a: "\\x41"', "a: 1\na: 2", "", 'a: "\\\\"', 'a: "\\ud800"']
)
def test_what_is_more_than_plain_is_left_to_the_strict_parser(text: str) -> None:
    assert yaml_loader.quick(text) is None


def test_the_plans_of_the_repository_are_read_quickly(root: Path) -> None:
    plans = sorted((root / "datasets" / "plans").glob("*/plan.yml"))
    quick = {path.parent.name: yaml_loader.quick(path.read_text(encoding="utf-8")) for path in plans}
    accepts = screen((root / "schemas" / "plan.schema.json").read_text(encoding="utf-8"))
    assert all(content is not None and accepts(content) for content in quick.values())
    assert quick == load(root).plan_files


def test_a_schema_that_is_not_known_accepts_nothing() -> None:
    assert screen('{"type": "object", "minProperties": 1}')({"a": "b"}) is False
    assert screen('{"type": "object", "title": "t"}')({"a": "b"}) is True
    assert screen('{"$ref": "#"}')({}) is False
    assert screen('{"format": "date"}')("2021-02-30") is False
    assert screen('{"properties": {"a": {"enum": ["b"]}}, "additionalProperties": false}')({"c": "b"}) is False


@pytest.mark.parametrize(
    "text", ["a,b\n1,2\n", 'a,b\n"1,2",3\n', 'a,b\n"1\n2",3\n', 'a\n"b', "a\n" + "b" * 30_000 + "\n", ""]
)
def test_lines_are_split_quickly_only_where_a_record_is_a_line(text: str) -> None:
    told, faults = parse(text, "x.csv")
    one_line_each = not faults and text.count("\n") == len(told)
    assert quickly(text) == (told if one_line_each else [])


def quickly(text: str) -> list[tuple[int, list[str]]]:
    return [(line, list(cells)) for line, cells in zip(*split(text), strict=True)]


def test_lines_are_split_quickly_as_the_library_splits_them() -> None:
    rng, accepted = random.Random(20261122), 0
    for _ in range(5_000):
        text = "".join(rng.choices(GLYPHS_OF_CSV, (2, 1, 6, 5, 6, 3, 3, 1), k=rng.randint(1, 24)))
        told, faults = parse(text, "x.csv")
        if quick := quickly(text):
            accepted += 1
            assert (quick, []) == (told, faults), text
        else:
            assert faults or not told or len(told) < text.count("\n") + (not text.endswith("\n")), text
    assert 1_000 < accepted < 4_500


def test_a_folder_is_read_without_following_anything(tmp_path: Path) -> None:
    (tmp_path / "b.csv").write_bytes(b"b")
    (tmp_path / "a.csv").write_bytes(b"a" * 200_000)
    (tmp_path / "c.csv").symlink_to(tmp_path / "b.csv")
    (tmp_path / "d").mkdir()
    found = contents(tmp_path)
    assert list(found.items()) == [("a.csv", b"a" * 200_000), ("b.csv", b"b"), ("c.csv", None), ("d", None)]
    assert contents(tmp_path / "none") == {}


def test_a_table_is_the_same_by_files_and_by_records(small: Checkout) -> None:
    by_files, by_records = load(small.root), load(small.root)
    for name, table in by_records.tables.items():
        assert [dict(record.cells) for record in table.records] == [dict(r.cells) for r in by_files.tables[name]]
        again = Table(table.schema, [Record(r.file, r.line, dict(r.cells), r.plan_id) for r in table.records])
        assert again.rows == by_files.tables[name].rows
        assert [list(read.rows) for read in again.files] == [list(read.rows) for read in by_files.tables[name].files]


def test_plans_are_read_beside_shared_lists_as_all_at_once(small: Checkout) -> None:
    shared, folders = load_shared(small.root)
    some, whole = load_plans(shared, folders), load(small.root)
    assert {name: table.rows for name, table in some.tables.items()} == {n: t.rows for n, t in whole.tables.items()}
    assert some.plan_files == whole.plan_files
    assert {table.schema.group for table in some.own} == {"plan", "plan_file"}
    assert not load_plans(shared, []).plan_files
