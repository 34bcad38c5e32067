"""Rows of two versions of a table, paired by key; the order of rows says nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import zip_longest

from zoneledger.diff.columns import renamed_columns, with_names
from zoneledger.diff.difference import (
    Anchor,
    CellChange,
    Duplicate,
    EditedRow,
    IdChange,
    OneSidedRow,
    TableDifference,
)
from zoneledger.diff.sheets import Sheet, SheetRow

Key = tuple[str, ...]
Sources = Callable[[Mapping[str, str]], str]


def compare_rows(
    base: Sheet, head: Sheet, key: Sequence[str], place: tuple[str, str, str], source: Sources = lambda _: ""
) -> TableDifference:
    """Compares two versions of one table's file, in time linear in their rows.

    Args:
        base, head: both versions.
        key: the columns that name a row, by the head's names; without them whole rows are compared.
        place: the table, its plan and its file.
        source: the source of a row, from its cells.
    """
    renames = renamed_columns(base, head, key)
    base = with_names(base, renames)
    # A file that only one side has is no reason to doubt its columns.
    same = set(base.header or head.header) & set(head.header or base.header)
    key = tuple(name for name in key if name in same) or tuple(sorted(same))
    before, after = _by_key(base, key), _by_key(head, key)
    table, plan, file = place
    gone, new, edited = [], [], []
    for name in dict.fromkeys([*after, *before]):
        for old, now in _paired(before.get(name, []), after.get(name, [])):
            if now is None and old is not None:
                gone.append(old)
            elif old is None and now is not None:
                new.append(now)
            elif old is not None and now is not None and (cells := _cells(old, now, base, head)):
                named = dict(zip(key, name, strict=True))
                edited.append(EditedRow(named, file, now.line, old.line, _anchor(now, source), cells))
    moved = _id_changes(gone, new, key, file, source)
    taken = {change.base_line for change in moved}, {change.line for change in moved}

    return TableDifference(
        table,
        plan,
        file,
        added=tuple(_one_sided(new, taken[1], key, file, source)),
        removed=tuple(_one_sided(gone, taken[0], key, file, source)),
        changed=tuple(sorted(edited, key=lambda row: row.line)),
        id_changes=moved,
        renamed_columns=renames,
        added_columns=tuple(name for name in head.header if name not in same),
        removed_columns=tuple(name for name in base.header if name not in same),
        duplicates=tuple(_duplicates(before, after, key)),
        reordered=[name for name in before if name in after] != [name for name in after if name in before],
    )


def _one_sided(
    rows: list[SheetRow], without: set[int], key: Sequence[str], file: str, source: Sources
) -> Iterator[OneSidedRow]:
    """The rows that only one version has, by line; without those whose id alone changed."""
    for row in sorted(rows, key=lambda row: row.line):
        if row.line not in without:
            named = {name: row.cells[name] for name in key}
            yield OneSidedRow(named, file, row.line, _anchor(row, source), row.cells)


def _by_key(sheet: Sheet, key: Sequence[str]) -> dict[Key, list[SheetRow]]:
    found: dict[Key, list[SheetRow]] = {}
    for row in sheet.rows:
        found.setdefault(tuple(row.cells[name] for name in key), []).append(row)
    return found


def _paired(old: list[SheetRow], new: list[SheetRow]) -> Iterator[tuple[SheetRow | None, SheetRow | None]]:
    """Rows of one key by position; equal ones are taken out first, lest a repeat removed make the others look edited."""
    if len(old) <= 1 and len(new) <= 1:
        yield from zip_longest(old, new)
        return
    waiting: dict[tuple[tuple[str, str], ...], list[SheetRow]] = {}
    for row in old:
        waiting.setdefault(_content(row), []).append(row)
    left = []
    for row in new:
        alike = waiting.get(_content(row))
        if alike:
            alike.pop(0)
        else:
            left.append(row)
    remaining = {id(row) for rows in waiting.values() for row in rows}
    yield from zip_longest([row for row in old if id(row) in remaining], left)


def _content(row: SheetRow) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((name, cell) for name, cell in row.cells.items() if cell))


def _cells(old: SheetRow, new: SheetRow, base: Sheet, head: Sheet) -> tuple[CellChange, ...]:
    if old.cells == new.cells:
        return ()
    columns = dict.fromkeys([*head.header, *base.header])
    pairs = ((name, old.cells.get(name, ""), new.cells.get(name, "")) for name in columns)
    return tuple(CellChange(name, before, after) for name, before, after in pairs if before != after)


def _id_changes(
    gone: list[SheetRow], new: list[SheetRow], key: Sequence[str], file: str, source: Sources
) -> tuple[IdChange, ...]:
    """Rows that differ in their id alone; only where the rest fits exactly one row on each side."""
    if len(key) != 1 or not gone or not new:
        return ()
    column = key[0]

    def by_rest(rows: list[SheetRow]) -> dict[tuple[tuple[str, str], ...], list[SheetRow]]:
        found: dict[tuple[tuple[str, str], ...], list[SheetRow]] = {}
        for row in rows:
            rest = tuple(pair for pair in _content(row) if pair[0] != column)
            if rest and row.cells[column]:
                found.setdefault(rest, []).append(row)
        return found

    before, after = by_rest(gone), by_rest(new)
    pairs = ((rows[0], after[rest][0]) for rest, rows in before.items() if len(rows) == len(after.get(rest, ())) == 1)
    changes = (
        IdChange(column, old.cells[column], now.cells[column], file, now.line, old.line, _anchor(now, source))
        for old, now in pairs
    )
    return tuple(sorted(changes, key=lambda change: change.line))


def _duplicates(
    before: dict[Key, list[SheetRow]], after: dict[Key, list[SheetRow]], key: Sequence[str]
) -> Iterator[Duplicate]:
    for name in dict.fromkeys([*after, *before]):
        old, new = before.get(name, []), after.get(name, [])
        if len(old) > 1 or len(new) > 1:
            lines = tuple(row.line for row in new or old)
            yield Duplicate(dict(zip(key, name, strict=True)), len(old), len(new), lines)


def _anchor(row: SheetRow, source: Sources) -> Anchor:
    return Anchor(row.cells.get("locator", ""), row.cells.get("printed", ""), source(row.cells))
