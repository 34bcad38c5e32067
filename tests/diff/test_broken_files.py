"""A file that is missing, broken or strange on one side is said and never stops the rest."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from zoneledger.diff import Difference

PLAN = "datasets/plans/anshi-2021/"
TARGETS = f"{PLAN}targets.csv"
Files = dict[str, bytes]
Compare = Callable[[Files, Files], Difference]


def test_nothing_differs_from_itself(unedited: Files, differ: Compare) -> None:
    difference = differ(unedited, unedited)
    assert not any(difference.summary.values()) and not difference.content


def test_file_on_one_side(files: Files, unedited: Files, differ: Compare) -> None:
    del files[TARGETS]
    gone, new = differ(unedited, files), differ(files, unedited)
    assert (gone.summary["removed"], new.summary["added"]) == (10, 10)
    assert [(file.file, file.change) for file in gone.files] == [(TARGETS, "removed")]
    assert [(file.file, file.change) for file in new.files] == [(TARGETS, "added")]


def test_plan_on_one_side(files: Files, unedited: Files, differ: Compare) -> None:
    files = {path: data for path, data in files.items() if not path.startswith(PLAN)}
    difference = differ(unedited, files)
    assert {table.plan for table in difference.tables} == {"anshi-2021"}
    assert "plans/anshi-2021/" in difference.pages
    assert "data/plans/anshi-2021.zip" in difference.downloads
    assert ("title.zh", None) in {(change.path, change.new) for change in difference.documents}


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b'id,value\nx,"1\n', "quoting"),
        (b'id,value\nx,"1"2\n', "quoting"),
        (b"", "empty-file"),
        (b"\xff\xfe\x00", "encoding-utf-16"),
        (b"id,value,value\nx,1,2\n", "header"),
        (b"id,value\nx,1,2\n", "row-width"),
        (b"\x81", "encoding-damaged"),
    ],
)
def test_broken_table(files: Files, unedited: Files, differ: Compare, data: bytes, code: str) -> None:
    files[TARGETS] = data
    files[f"{PLAN}measures.csv"] = files[f"{PLAN}measures.csv"].replace("壮大".encode(), "做大".encode(), 1)
    for difference in (differ(unedited, files), differ(files, unedited)):
        assert code in {trouble.code for trouble in difference.problems if trouble.file == TARGETS}
        assert difference.content


def test_unreadable_table_is_not_told_as_removed_rows(files: Files, unedited: Files, differ: Compare) -> None:
    files[TARGETS] = files[TARGETS] + b'x,"never closed\n'
    difference = differ(unedited, files)
    assert not difference.tables
    assert [(file.file, file.change) for file in difference.files] == [(TARGETS, "changed")]


def test_cell_beyond_the_header_is_not_lost(files: Files, unedited: Files, differ: Compare) -> None:
    files[TARGETS] = files[TARGETS].replace(b"\nanshi-2021-t002", b",more\nanshi-2021-t002", 1)
    difference = differ(unedited, files)
    (edit,) = difference.tables[0].changed
    assert [(cell.old, cell.new) for cell in edit.cells] == [("", "more")]


def test_row_with_an_empty_key(files: Files, unedited: Files, differ: Compare) -> None:
    files[TARGETS] += b",x" + b"," * (files[TARGETS].split(b"\n")[0].count(b",") - 1) + b"\n"
    difference = differ(unedited, files)
    assert difference.summary["added"] == 1
    assert [(trouble.code, trouble.line) for trouble in difference.problems] == [("empty-key", 12)]


@pytest.mark.parametrize(
    "data", [b"a: [", b"a: &x [1]\nb: *x\n", b"- a\n", b"", b"\xff", b"a: " + b"[" * 100, b"x" * 300_000]
)
def test_broken_document(files: Files, unedited: Files, differ: Compare, data: bytes) -> None:
    files[f"{PLAN}plan.yml"] = data
    for difference in (differ(unedited, files), differ(files, unedited)):
        assert "yaml" in {trouble.code for trouble in difference.problems}
        assert [(file.file, file.change) for file in difference.files] == [(f"{PLAN}plan.yml", "changed")]
        assert "plans/anshi-2021/" in difference.pages


@pytest.mark.parametrize("data", [b"", b"[]", b"{", b'{"tables": 1, "figures": []}', b'{"tables": {"x": null}}'])
def test_broken_receipt(files: Files, unedited: Files, differ: Compare, data: bytes) -> None:
    files["datasets/receipts/anshi-2021.json"] = data
    assert differ(unedited, files).content
    assert differ(files, unedited).content


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b'{"name": "targets", "fields": 1, "group": "plan"}'])
def test_broken_schema(files: Files, unedited: Files, differ: Compare, data: bytes) -> None:
    files["schemas/targets.json"] = data
    assert differ(unedited, files).content
    assert differ(files, unedited).content


def test_version_without_schemas_is_read_by_the_checkout_s(files: Files, unedited: Files, differ: Compare) -> None:
    base = {path: data for path, data in unedited.items() if not path.startswith("schemas/")}
    files[TARGETS] = files[TARGETS].replace(b",1500,", b",1501,")
    difference = differ(base, files)
    assert difference.summary["cells"] == 1
    assert not difference.files


def test_unknown_file(files: Files, unedited: Files, differ: Compare) -> None:
    files["datasets/reference/notes.txt"] = b"x"
    assert [(file.file, file.change) for file in differ(unedited, files).files] == [
        ("datasets/reference/notes.txt", "added")
    ]
