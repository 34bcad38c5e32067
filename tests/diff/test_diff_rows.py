"""Rows by key, and what becomes of columns, ids and keys that are not what they should be."""

from __future__ import annotations

from sheets_apply import applied, compared, content, sheet

from zoneledger.diff.difference import ColumnRename
from zoneledger.diff.sheets import Sheet


def test_composite_key() -> None:
    header = ("locator", "printed", "note")
    base = sheet([("一", "5%", "x"), ("二", "5%", "x")], header)
    head = sheet([("二", "5%", "y"), ("一", "5%", "x"), ("一", "6%", "x")], header)
    difference = compared(base, head, ("locator", "printed"))
    assert [(dict(row.key), row.line, row.base_line) for row in difference.changed] == [
        ({"locator": "二", "printed": "5%"}, 2, 3)
    ]
    assert [row.key["printed"] for row in difference.added] == ["6%"]
    assert not difference.removed
    assert difference.reordered


def test_anchor_is_the_row_s() -> None:
    header = ("id", "locator", "printed", "value")
    (edit,) = compared(sheet([("t1", "一", "5%", "5")], header), sheet([("t1", "一", "5%", "6")], header)).changed
    assert (edit.anchor.locator, edit.anchor.printed) == ("一", "5%")


def test_renamed_column_is_one_statement_not_a_change_of_every_cell() -> None:
    rows = [(f"t{n}", str(n), "") for n in range(9)]
    difference = compared(sheet(rows), sheet([*rows[:8], ("t8", "88", "")], ("id", "amount", "note")))
    assert difference.renamed_columns == (ColumnRename("value", "amount", 8, 9),)
    assert [(cell.column, cell.old, cell.new) for row in difference.changed for cell in row.cells] == [
        ("amount", "8", "88")
    ]
    assert not (difference.added_columns or difference.removed_columns or difference.added or difference.removed)


def test_renamed_key_column_still_pairs_rows() -> None:
    rows = [(f"t{n}", str(n), "") for n in range(9)]
    difference = compared(sheet(rows, ("code", "value", "note")), sheet(rows))
    assert [(rename.old, rename.new) for rename in difference.renamed_columns] == [("code", "id")]
    assert not (difference.changed or difference.added or difference.removed)


def test_columns_alike_only_by_chance_are_not_called_renamed() -> None:
    base = sheet([("t1", "1", "1"), ("t2", "1", "1")])
    head = sheet([("t1", "1", "1"), ("t2", "1", "1")], ("id", "amount", "remark"))
    difference = compared(base, head)
    assert difference.renamed_columns == ()
    assert (difference.removed_columns, difference.added_columns) == (("value", "note"), ("amount", "remark"))
    assert applied(base, difference) == content(head)


def test_column_with_other_content_is_not_called_renamed() -> None:
    base = sheet([(f"t{n}", str(n), "") for n in range(9)])
    head = sheet([(f"t{n}", str(n + 5), "") for n in range(9)], ("id", "amount", "note"))
    assert compared(base, head).renamed_columns == ()


def test_changed_id_is_told_where_it_is_certain() -> None:
    base = sheet([("t1", "1", "x"), ("t2", "2", "x")])
    difference = compared(base, sheet([("t1", "1", "x"), ("t9", "2", "x")]))
    assert [(change.old, change.new, change.line) for change in difference.id_changes] == [("t2", "t9", 3)]
    assert not (difference.added or difference.removed)


def test_changed_id_is_not_guessed() -> None:
    base = sheet([("t1", "1", "x"), ("t2", "1", "x"), ("t3", "", "")])
    difference = compared(base, sheet([("t7", "1", "x"), ("t8", "1", "x"), ("t9", "", "")]))
    assert not difference.id_changes
    assert (len(difference.removed), len(difference.added)) == (3, 3)


def test_row_with_a_repeated_key_is_never_lost() -> None:
    base = sheet([("t1", "1", ""), ("t1", "2", ""), ("t1", "3", "")])
    head = sheet([("t1", "2", ""), ("t1", "33", "")])
    difference = compared(base, head)
    assert applied(base, difference) == content(head)
    assert [(double.base, double.head, double.lines) for double in difference.duplicates] == [(3, 2, (2, 3))]
    assert [(cell.old, cell.new) for row in difference.changed for cell in row.cells] == [("1", "33")]
    assert [row.cells["value"] for row in difference.removed] == ["3"]


def test_table_without_its_key_is_compared_by_whole_rows() -> None:
    header = ("value", "note")
    difference = compared(sheet([("1", "x"), ("2", "y")], header), sheet([("2", "y"), ("3", "x")], header))
    assert [row.cells["value"] for row in difference.added] == ["3"]
    assert [row.cells["value"] for row in difference.removed] == ["1"]


def test_file_on_one_side_keeps_its_key() -> None:
    rows = sheet([("t1", "1", ""), ("t2", "2", "")])
    for difference in (compared(Sheet(), rows), compared(rows, Sheet())):
        assert [dict(row.key) for row in (*difference.added, *difference.removed)] == [{"id": "t1"}, {"id": "t2"}]
        assert not (difference.duplicates or difference.added_columns or difference.removed_columns)
