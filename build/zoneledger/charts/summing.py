"""Sums over very many plans: what each plan counted, put into one frame and added up by one thing or by two.

Of a single plan there is too little for a frame to be worth loading pandas; over all plans it is what pandas is for.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

COUNT = "count"


def frame(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> pd.DataFrame:
    """Counts as a frame.

    Args:
        columns: what each row is about, without the count.
        rows: a key for each of these columns, and the count.
    """
    import pandas as pd  # noqa: PLC0415 - only charts over all plans need it

    return pd.DataFrame(list(rows), columns=[*columns, COUNT])


def summed(counts: pd.DataFrame, *by: str) -> dict[Any, int]:
    """The sum for each key, or for each pair of keys, in the order in which they come first.

    Args:
        counts: as ``frame`` gives it.
        by: one column or several.
    """
    sums = counts.groupby(list(by) if len(by) > 1 else by[0], sort=False)[COUNT].sum()
    return {key: int(total) for key, total in sums.items()}
