"""Keys by line: what the lines of some units are found by, as numbers that arrays can join with the units."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class Keyed:
    """Which keys stand in which line.

    Args:
        keys: texts of keys, each joined by line breaks; one text a turn.
        counts: how many keys each turn has.
        places: where each line's keys stand among those of all turns, line by line; one may be there again.
        sizes: how many of these belong to each line.
    """

    keys: Sequence[str]
    counts: Sequence[int]
    places: Numbers
    sizes: Numbers


def keyed(found: Sequence[Collection[str]]) -> Keyed:
    """The keys of lines, in one turn.

    Args:
        found: the keys of each line, in any order.
    """
    keys = sorted(set(chain.from_iterable(found)))
    places = dict(zip(keys, range(len(keys)), strict=True))
    flat = np.array([places[key] for one in found for key in one], dtype=np.int64)
    return Keyed(["\n".join(keys)], [len(keys)], flat, np.array([*map(len, found)], dtype=np.int64))


def compact(numbers: Numbers) -> NDArray[Any]:
    """The same numbers, 0 or above, in as few bytes as they fit: of two bytes and fewer an order is found much faster."""
    return numbers.astype(np.min_scalar_type(np.max(numbers, initial=0)))
