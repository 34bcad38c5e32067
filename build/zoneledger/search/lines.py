"""The lines of some units: each folded once, however many units it stands in, and which of them stand in which unit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count

import numpy as np

from zoneledger.search.folding import fold
from zoneledger.search.keyed import Flags, Numbers
from zoneledger.search.units import Unit


@dataclass(frozen=True)
class Standing:
    """Which lines stand in which unit: by unit and, in each, names first, the shortest before the others.

    Args:
        units: rising numbers of units.
        lines: of each the number of a line.
        titled: whether it is a name or title of the unit.
        lengths: of a name whose length counts, in UTF-16 code units; of others -1.
    """

    units: Numbers
    lines: Numbers
    titled: Flags
    lengths: Numbers

    def __getitem__(self, chosen: Flags | Numbers) -> Standing:
        return Standing(self.units[chosen], self.lines[chosen], self.titled[chosen], self.lengths[chosen])


@dataclass(frozen=True)
class Lines:
    """All lines of some units.

    Args:
        folded: each distinct one, folded.
        all: where they stand.
        spelt: where those stand that are found by their pinyin.
    """

    folded: list[str]
    all: Standing
    spelt: Standing


def lines_of(units: Sequence[Unit]) -> Lines:
    """The lines of units, which are numbered as they come."""
    numbers: defaultdict[str, int] = defaultdict(count().__next__)
    sizes, lines, titled, spelt = [], list[int](), list[bool](), list[bool]()
    for unit in units:
        held = unit.lines()
        sizes.append(len(held))
        lines += map(numbers.__getitem__, held)
        titled += map(unit.names.__contains__, held)
        spelt += map(unit.spelt.__contains__, held)
    folded = list(map(fold, numbers))
    owners = np.repeat(np.arange(len(units)), sizes)
    named = np.array(titled, dtype=bool)
    measured = np.flatnonzero(np.array([unit.measured for unit in units], dtype=bool)[owners] & named)
    lengths = np.full(len(lines), -1)
    lengths[measured] = [_length(folded[lines[place]]) for place in measured.tolist()]
    standing = Standing(owners, np.array(lines, dtype=np.int64), named, lengths)
    order = np.lexsort((standing.lengths, ~standing.titled, owners))
    standing = standing[order]
    return Lines(folded, standing, standing[np.array(spelt, dtype=bool)[order]])


def _length(text: str) -> int:
    """UTF-16 code units, of which the browser counts texts."""
    return len(text.encode("utf-16-le")) // 2
