"""Applies a table's difference, as a reader of it would, and makes tables to compare."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from hypothesis import strategies as st

from zoneledger.diff.difference import TableDifference
from zoneledger.diff.rows import compare_rows
from zoneledger.diff.sheets import Sheet, SheetRow

PLACE = ("targets", "anshi-2021", "datasets/plans/anshi-2021/targets.csv")
COLUMNS = ("id", "value", "note")
Content = Counter[tuple[tuple[str, str], ...]]


def sheet(rows: Sequence[Sequence[str]], header: Sequence[str] = COLUMNS) -> Sheet:
    """A sheet whose first row is on line 2."""
    lines = enumerate(rows, 2)
    return Sheet(tuple(header), tuple(SheetRow(line, dict(zip(header, row, strict=True))) for line, row in lines))


def compared(base: Sheet, head: Sheet, key: Sequence[str] = ("id",)) -> TableDifference:
    return compare_rows(base, head, key, PLACE)


def content(sheet: Sheet) -> Content:
    """The rows without their order; an empty cell says as much as a missing column."""
    return Counter(_content(row.cells) for row in sheet.rows)


def applied(base: Sheet, difference: TableDifference) -> Content:
    """The content after the difference; every statement of it must fit the base, or this fails."""
    names = {rename.old: rename.new for rename in difference.renamed_columns}
    rows = {row.line: {names.get(name, name): cell for name, cell in row.cells.items()} for row in base.rows}
    for gone in difference.removed:
        assert _content(rows.pop(gone.line)) == _content(gone.cells)
    for moved in difference.id_changes:
        assert rows[moved.base_line][moved.column] == moved.old
        rows[moved.base_line][moved.column] = moved.new
    for edit in difference.changed:
        for cell in edit.cells:
            assert rows[edit.base_line].get(cell.column, "") == cell.old
            rows[edit.base_line][cell.column] = cell.new
    added = [row.cells for row in difference.added]
    return Counter(_content(cells) for cells in (*rows.values(), *added))


def _content(cells: object) -> tuple[tuple[str, str], ...]:
    assert hasattr(cells, "items")
    return tuple(sorted((name, cell) for name, cell in cells.items() if cell))


_CELL = st.sampled_from(["", "1", "2", "5000", "确保", "=1+1", "a\nb"])
_ID = st.sampled_from(["", "t1", "t2", "t3", "t4", "t5"])


@st.composite
def sheets(draw: st.DrawFn, unique: bool = False) -> Sheet:
    """Tables with few distinct keys, so that keys meet, repeat and go missing; or with none of that."""
    row = st.tuples(st.sampled_from(["t1", "t2", "t3", "t4", "t5"]) if unique else _ID, _CELL, _CELL)
    rows = draw(st.lists(row, max_size=8, unique_by=(lambda row: row[0]) if unique else None))
    order = draw(st.permutations(range(3)))
    names = draw(st.sampled_from([COLUMNS, ("id", "amount", "note")]))
    return sheet([[row[place] for place in order] for row in rows], [names[place] for place in order])
