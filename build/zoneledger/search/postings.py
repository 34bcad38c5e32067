"""Which units of one plan, or of one part of the shared lists, hold a character, a pair, a word, a spelling or an identifier.

A key's posting is a string of numbers: how many units have the key in a name or title, how many elsewhere, then the units of
either, each rising list by its differences. A unit that is looked for by name is followed by the length of its shortest name
with the key: the closest name comes first. A posting speaks of its own plan alone, so that it is the same whatever other
plans there are; the merged index puts the plan's number in front of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import count, repeat

import numpy as np
from numpy.typing import NDArray

from zoneledger.search import pinyin
from zoneledger.search.folding import fold
from zoneledger.search.grams import grams
from zoneledger.search.numbers import encode_lists
from zoneledger.search.units import Unit
from zoneledger.search.words import runs

Keys = Callable[[str], Iterable[str]]
Numbers = NDArray[np.int64]

#: Keys and their postings, each joined to one text: a hundred long texts are read faster than a million short ones.
Joined = tuple[str, str]

#: Postings of characters and pairs are most of an extract; they are merged by so many turns, to need less memory.
TURNS = 8


class Postings:
    """Collects postings, unit by unit in rising order.

    Keys are numbered as they come and sorted in the end; a plan has some 60,000 postings, so that all of them are ordered and
    written at once, as arrays.

    Args:
        keys: of a folded line.
        spelt: of the lines that are found by their pinyin alone.
    """

    def __init__(self, keys: Keys, *, spelt: bool = False) -> None:
        self._keys = keys
        self._spelt = spelt
        self._lines: dict[str, frozenset[int]] = {}
        self._numbers: defaultdict[str, int] = defaultdict(count().__next__)
        self._titled = Occurrences()
        self._mentioned = Occurrences()

    def add(self, number: int, unit: Unit) -> None:
        """Notes the keys of all lines of a unit."""
        lines = unit.spelt if self._spelt else unit.lines()
        names = unit.names
        titled = frozenset[int]().union(*[self._of(line) for line in lines if line in names])
        mentioned = frozenset[int]().union(*[self._of(line) for line in lines if line not in names])
        lengths = self._lengths(names.intersection(lines)) if unit.measured else {}
        self._titled.add(number, titled, [lengths.get(key, -1) for key in titled] if lengths else None)
        self._mentioned.add(number, mentioned - titled)

    def mention(self, key: str, number: int) -> None:
        """Notes one key of a unit."""
        self._mentioned.add(number, [self._numbers[key]])

    def _lengths(self, names: Iterable[str]) -> dict[int, int]:
        found: dict[int, int] = {}
        for line in names:
            length = len(fold(line).encode("utf-16-le")) // 2
            found |= {key: min(length, found.get(key, length)) for key in self._of(line)}
        return found

    def _of(self, line: str) -> frozenset[int]:
        found = self._lines.get(line)
        if found is None:
            found = self._lines[line] = frozenset(map(self._numbers.__getitem__, self._keys(fold(line))))
        return found

    def joined(self, turns: int = 1) -> list[Joined]:
        """Keys, and their postings in the same order, by turn; the turn of a key follows from its first character.

        Args:
            turns: how many.
        """
        keys = sorted(self._numbers, key=lambda key: (ord(key[0]) % turns, key))
        sizes = (
            np.bincount([ord(key[0]) % turns for key in keys], minlength=turns) if keys else np.zeros(turns, dtype=int)
        )
        ends = np.cumsum(sizes)
        written = self._written(keys).split(" ") if keys else []
        return [
            ("\n".join(keys[end - size : end]), " ".join(written[end - size : end]))
            for size, end in zip(sizes.tolist(), ends.tolist(), strict=True)
        ]

    def _written(self, keys: Sequence[str]) -> str:
        places = np.empty(len(keys), dtype=np.int64)
        places[[self._numbers[key] for key in keys]] = np.arange(len(keys))
        titled, mentioned = (held.sorted(places) for held in (self._titled, self._mentioned))
        heads = np.arange(len(keys))
        # Of each key the two counts, then the units in names, each with its length where it has one, then the others.
        measured = titled.lengths >= 0
        owners = np.concatenate((heads, heads, titled.keys, titled.keys[measured], mentioned.keys))
        parts = [np.zeros(len(keys)), np.ones(len(keys)), 2 + 2 * titled.places, 3 + 2 * titled.places[measured]]
        after = 2 + 2 * (np.max(titled.places, initial=0) + 1)
        within = np.concatenate((*parts, after + mentioned.places))
        counts = (np.bincount(held.keys, minlength=len(keys)) for held in (titled, mentioned))
        numbers = np.concatenate((*counts, titled.steps, titled.lengths[measured], mentioned.steps))
        order = np.lexsort((within, owners))
        ends = np.cumsum(np.bincount(owners, minlength=len(keys)))
        return encode_lists(numbers[order], ends)


@dataclass(frozen=True)
class Sorted:
    """Occurrences in the order of keys and, of each key, of units.

    Args:
        keys: place of each occurrence's key.
        places: how many occurrences of its key come before it.
        steps: its unit's distance to the one before, less one.
        lengths: of the shortest name with the key; -1 where that does not count.
    """

    keys: Numbers
    places: Numbers
    steps: Numbers
    lengths: Numbers


class Occurrences:
    """Which keys occur in which unit."""

    def __init__(self) -> None:
        self._keys: list[int] = []
        self._units: list[int] = []
        self._sizes: list[int] = []
        self._lengths: list[int] = []

    def add(self, unit: int, keys: Collection[int], lengths: Iterable[int] | None = None) -> None:
        """Notes a unit, not below the one before."""
        self._keys.extend(keys)
        self._lengths.extend(repeat(-1, len(keys)) if lengths is None else lengths)
        self._units.append(unit)
        self._sizes.append(len(keys))

    def sorted(self, places: Numbers) -> Sorted:
        """All that was noted, by the places of the keys."""
        keys = places[np.array(self._keys, dtype=np.int64)]
        order = np.argsort(keys.astype(np.uint16) if len(places) < 1 << 16 else keys, kind="stable")
        keys = keys[order]
        units = np.repeat(np.array(self._units, dtype=np.int64), self._sizes)[order]
        sizes = np.bincount(keys, minlength=len(places))
        starts = np.repeat(np.cumsum(sizes) - sizes, sizes)
        within = np.arange(len(keys)) - starts
        before = np.where(within == 0, -1, np.roll(units, 1)) if len(units) else units
        return Sorted(keys, within, units - before - 1, np.array(self._lengths, dtype=np.int64)[order])


def of_grams(units: Sequence[Unit]) -> list[Joined]:
    """Postings by character and by pair of characters, by turn."""
    return _of_lines(units, grams).joined(TURNS)


def of_words(units: Sequence[Unit]) -> Joined:
    """Postings by run of letters and digits."""
    return _of_lines(units, runs).joined()[0]


def of_ids(units: Sequence[Unit], plan_id: str = "") -> Joined:
    """Postings by identifier, and by its last part where that counts rows: ``t001``.

    Args:
        units: of one plan, or of a part of the shared lists.
        plan_id: which plan; a row whose identifier is made of the plan's and its own part is found by the two.
    """
    found = Postings(runs)
    for number, unit in enumerate(units):
        head, _, tail = unit.key.rpartition("-")
        counts = any(map(str.isdigit, tail))
        keys = (
            {tail if counts else unit.key}
            if plan_id and head == plan_id and counts
            else {unit.key, tail if counts else unit.key}
        )
        for key in sorted(filter(None, keys)):
            found.mention(key.lower(), number)
    return found.joined()[0]


def of_spellings(units: Sequence[Unit], read: Mapping[str, frozenset[str]]) -> Joined:
    """Postings by syllable and by pair of initials.

    Args:
        units: of one plan, or of a part of the shared lists.
        read: the readings of the characters of all names.
    """
    return _of_lines(units, lambda name: pinyin.keys(name, read), spelt=True).joined()[0]


def of_names(units: Sequence[Unit]) -> Joined:
    """Postings by whole names, folded, of those that are found by their pinyin."""
    return _of_lines(units, lambda name: (name,), spelt=True).joined()[0]


def _of_lines(units: Sequence[Unit], keys: Keys, *, spelt: bool = False) -> Postings:
    found = Postings(keys, spelt=spelt)
    for number, unit in enumerate(units):
        found.add(number, unit)
    return found
