"""The order of a chart's bars: the largest first, and where there are many, the others as one honest sum."""

from __future__ import annotations

import pandas as pd

#: As many bars as a chart shows; the table under it has the rest one by one.
BARS = 12


def ranked(counts: pd.DataFrame) -> pd.DataFrame:
    """The rows with the largest sum first; equal ones stay in the order they had.

    Args:
        counts: whole numbers.
    """
    return counts.loc[counts.sum(axis=1).sort_values(ascending=False, kind="stable").index]


def largest(counts: pd.DataFrame, bars: int = BARS) -> tuple[pd.DataFrame, int]:
    """Keeps the first rows and sums up the others in a last one.

    Args:
        counts: whole numbers, the rows in the order in which they are wanted.
        bars: the most rows to return.

    Returns:
        The rows, and how many the last one stands for: 0 where all are shown.
    """
    if len(counts) <= bars:
        return counts, 0
    first, others = counts.iloc[: bars - 1], counts.iloc[bars - 1 :]
    rest = others.sum().to_frame().T.set_axis([""], axis=0)
    return pd.concat([first, rest]), len(others)
