"""Columns that changed their names, told by what stands in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from zoneledger.diff.difference import ColumnRename
from zoneledger.diff.sheets import Sheet, SheetRow

#: So many of a hundred filled cells must be the same for two columns to be one under another name.
AGREEMENT = 80


def renamed_columns(base: Sheet, head: Sheet, key: Sequence[str]) -> tuple[ColumnRename, ...]:
    """Columns only the base has, each with the column only the head has that holds the same.

    Where the key's columns are on both sides, cells are compared row by row, else as a bag of values. A pair counts
    only if each is the other's one best match and four of five filled cells are equal; columns without any content
    prove nothing.
    """
    lost = [name for name in base.header if name not in set(head.header)]
    gained = [name for name in head.header if name not in set(base.header)]
    if not lost or not gained:
        return ()
    keyed = bool(key) and all(name in base.header and name in head.header for name in key)
    pairs = _pairs(base, head, key) if keyed else []
    scores: dict[tuple[str, str], tuple[int, int]] = {}
    for old in lost:
        for new in gained:
            scores[old, new] = _by_row(pairs, old, new) if keyed else _by_value(base, head, old, new)
    return tuple(
        ColumnRename(old, new, *scores[old, new])
        for old in lost
        for new in gained
        if _certain(scores[old, new])
        and all(_rank(scores[old, other]) < _rank(scores[old, new]) for other in gained if other != new)
        and all(_rank(scores[other, new]) < _rank(scores[old, new]) for other in lost if other != old)
    )


def with_names(sheet: Sheet, renames: Sequence[ColumnRename]) -> Sheet:
    """The base under the head's names of its columns."""
    names = {rename.old: rename.new for rename in renames}
    if not names:
        return sheet
    rows = (SheetRow(row.line, {names.get(name, name): cell for name, cell in row.cells.items()}) for row in sheet.rows)
    return Sheet(tuple(names.get(name, name) for name in sheet.header), tuple(rows), sheet.faults, sheet.readable)


def _pairs(base: Sheet, head: Sheet, key: Sequence[str]) -> list[tuple[SheetRow, SheetRow]]:
    there = {tuple(row.cells[name] for name in key): row for row in base.rows}
    found = ((there.get(tuple(row.cells[name] for name in key)), row) for row in head.rows)
    return [(old, new) for old, new in found if old is not None]


def _by_row(pairs: list[tuple[SheetRow, SheetRow]], old: str, new: str) -> tuple[int, int]:
    filled = [(row.cells[old], other.cells[new]) for row, other in pairs if row.cells[old] or other.cells[new]]
    return sum(before == after for before, after in filled), len(filled)


def _by_value(base: Sheet, head: Sheet, old: str, new: str) -> tuple[int, int]:
    before = Counter(row.cells[old] for row in base.rows if row.cells[old])
    after = Counter(row.cells[new] for row in head.rows if row.cells[new])
    return (before & after).total(), max(before.total(), after.total())


def _certain(score: tuple[int, int]) -> bool:
    equal, of = score
    return of > 0 and equal * 100 >= AGREEMENT * of


def _rank(score: tuple[int, int]) -> tuple[float, int]:
    equal, of = score
    return (equal / of if of else 0.0, equal)
