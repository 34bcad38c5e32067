"""Counts by two things at once: what the rows and the columns of a chart hold. The largest first, the rest as one sum."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

#: As many bars as a chart shows; the table under it has the rest one by one.
BARS = 12
#: Of more plans than this, a chart over all plans shows how they spread and no longer names each of them.
MANY = 40


@dataclass(frozen=True)
class Tally:
    """Whole numbers.

    Args:
        columns: keys of the columns.
        rows: by the row's key and in the rows' order, a number for each column.
    """

    columns: tuple[str, ...]
    rows: Mapping[str, tuple[int, ...]]

    @classmethod
    def of(cls, cells: Mapping[tuple[str, str], int], columns: Sequence[str]) -> Tally:
        """Counts laid out, the rows by their key.

        Args:
            cells: numbers by row and column; those of other columns are left out.
            columns: the columns wanted, in order.
        """
        keys = sorted({row for row, _ in cells})
        return cls(tuple(columns), {key: tuple(cells.get((key, column), 0) for column in columns) for key in keys})

    @property
    def totals(self) -> dict[str, int]:
        """Each row's sum."""
        return {key: sum(row) for key, row in self.rows.items()}

    @property
    def sums(self) -> tuple[int, ...]:
        """Each column's sum."""
        return tuple(map(sum, zip(*self.rows.values(), strict=True))) if self.rows else (0,) * len(self.columns)

    def column(self, key: str) -> dict[str, int]:
        """One column by row; zeros where there is none."""
        place = self.columns.index(key) if key in self.columns else None
        return {row: 0 if place is None else numbers[place] for row, numbers in self.rows.items()}

    def only(self, keys: Iterable[str]) -> Tally:
        """These rows in this order; zeros for one that is not there."""
        none = (0,) * len(self.columns)
        return Tally(self.columns, {key: self.rows.get(key, none) for key in keys})


def counted(cells: Iterable[tuple[str, str]], columns: Sequence[str]) -> Tally:
    """Counts pairs of a row and a column; the rows stand by their key."""
    return Tally.of(Counter(cells), columns)


def ranked(counts: Tally) -> Tally:
    """The rows with the largest sum first; equal ones stay in the order they had."""
    totals = counts.totals
    return counts.only(sorted(counts.rows, key=lambda key: -totals[key]))


def largest(counts: Tally, bars: int = BARS) -> tuple[Tally, int]:
    """Keeps the first rows and sums up the others in a last one.

    Args:
        counts: the rows in the order in which they are wanted.
        bars: the most rows to return.

    Returns:
        The rows, and how many the last one stands for: 0 where all are shown.
    """
    keys = list(counts.rows)
    if len(keys) <= bars:
        return counts, 0
    first, others = counts.only(keys[: bars - 1]), counts.only(keys[bars - 1 :])
    return Tally(counts.columns, {**first.rows, "": others.sums}), len(others.rows)
