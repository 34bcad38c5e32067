"""YAML files key by key."""

from __future__ import annotations

from collections.abc import Callable

from zoneledger.diff import Difference
from zoneledger.diff.documents import compare_documents, read_document

PLAN = "datasets/plans/anshi-2021/plan.yml"
Files = dict[str, bytes]


def changes(old: str, new: str) -> list[tuple[str, str | None, str | None]]:
    found = compare_documents("x.yml", read_document(old), read_document(new))
    return [(change.path, change.old, change.new) for change in found]


def test_values_by_path() -> None:
    old = "a: 1\nsource:\n  file: x.txt\n  sha256: '0'\nkept: no\n"
    new = "kept: 'no'  # form\nsource: {file: y.txt, sha256: '0'}\nb: 2\n"
    assert sorted(changes(old, new)) == [("a", "1", None), ("b", None, "2"), ("source.file", "x.txt", "y.txt")]


def test_entry_put_in_at_the_top_of_a_list() -> None:
    old = "notes:\n  - zh: 甲\n  - zh: 乙\n"
    new = "notes:\n  - zh: 新\n  - zh: 甲\n  - zh: 乙\n"
    assert changes(old, new) == [("notes.0.zh", None, "新")]


def test_key_that_stands_twice_is_not_lost() -> None:
    assert changes("a: 1\n", "a: 1\na: 2\n") == [("a#2", None, "2")]


def test_value_that_became_a_list() -> None:
    assert changes("a: 1\n", "a: [1]\n") == [("a", "1", '["1"]')]
    assert changes("a: []\n", "b: 1\n") == [("b", None, "1"), ("a", "[]", None)]


def test_line_is_the_head_s(files: Files, unedited: Files, differ: Callable[..., Difference]) -> None:
    files[PLAN] = files[PLAN].replace(b"2021-02-03", b"2021-02-04")
    (change,) = differ(unedited, files).documents
    assert (change.file, change.path, change.old, change.new) == (PLAN, "issued_on", "2021-02-03", "2021-02-04")
    assert files[PLAN].decode().split("\n")[change.line - 1] == "issued_on: 2021-02-04"


def test_comments_and_quotes_are_form(files: Files, unedited: Files, differ: Callable[..., Difference]) -> None:
    files[PLAN] = b"# note\n" + files[PLAN].replace(b'"990100"', b"'990100'").replace(b"\n", b"\r\n")
    assert differ(unedited, files).format_only == (PLAN,)
