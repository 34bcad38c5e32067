"""Which units of one plan, or of one part of the shared lists, hold a character, a pair, a word, a spelling or an identifier.

A key's posting is a string of numbers: how many units have the key in a name or title, how many elsewhere, then the units of
either, each rising list by its differences. A unit that is looked for by name is followed by the length of its shortest name
with the key: the closest name comes first. A posting speaks of its own plan alone, so that it is the same whatever other
plans there are; the merged index puts the plan's number in front of it.

A plan has some 60,000 occurrences of keys: they are joined from lines and keys, ordered and written at once, as arrays.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

import numpy as np

from zoneledger.search import pinyin
from zoneledger.search.grams import grams
from zoneledger.search.keyed import Flags, Keyed, Numbers, compact, keyed
from zoneledger.search.lines import Lines, Standing
from zoneledger.search.numbers import encode_lists
from zoneledger.search.units import Unit
from zoneledger.search.words import runs

#: Keys and their postings, each joined to one text: a hundred long texts are read faster than a million short ones.
Joined = tuple[str, str]


def of_grams(lines: Lines) -> list[Joined]:
    """Postings by character and by pair of characters, by turn."""
    return joined(lines.all, grams(lines.folded))


def of_words(lines: Lines) -> Joined:
    """Postings by run of letters and digits."""
    return joined(lines.all, keyed(list(map(runs, lines.folded))))[0]


def of_ids(units: Sequence[Unit], plan_id: str = "") -> Joined:
    """Postings by identifier, and by its last part where that counts rows: ``t001``.

    Args:
        units: of one plan, or of a part of the shared lists.
        plan_id: which plan; a row whose identifier is made of the plan's and its own part is found by the two.
    """
    each = np.arange(len(units))
    mentioned = Standing(each, each, np.zeros(len(units), dtype=bool), np.full(len(units), -1))
    return joined(mentioned, keyed([_id_keys(unit.key, plan_id) for unit in units]))[0]


def of_spellings(lines: Lines, read: Mapping[str, frozenset[str]]) -> Joined:
    """Postings by syllable and by pair of initials.

    Args:
        lines: of units.
        read: the readings of the characters of all names.
    """
    return _of_spelt(lines, lambda name: pinyin.keys(name, read))


def of_names(lines: Lines) -> Joined:
    """Postings by whole names, folded, of those that are found by their pinyin."""
    return _of_spelt(lines, lambda name: (name,))


def _of_spelt(lines: Lines, keys: Callable[[str], Collection[str]]) -> Joined:
    spelt = set(lines.spelt.lines.tolist())
    found = [keys(line) if number in spelt else () for number, line in enumerate(lines.folded)]
    return joined(lines.spelt, keyed(found))[0]


def _id_keys(key: str, plan_id: str) -> set[str]:
    head, _, tail = key.rpartition("-")
    if not any(map(str.isdigit, tail)):
        return {key.lower()} if key else set()
    return {tail.lower()} if plan_id and head == plan_id else {key.lower(), tail.lower()}


def joined(standing: Standing, held: Keyed) -> list[Joined]:
    """Keys, and their postings in the same order, by turn.

    Args:
        standing: which lines stand in which unit.
        held: the keys of these lines.
    """
    keys, which = _occurrences(standing, held)
    numbers, ends = _numbers(keys, standing, which, sum(held.counts))
    written = encode_lists(numbers, ends).split(" ")
    found, end = [], 0
    for text, count in zip(held.keys, held.counts, strict=True):
        start, end = end, end + count
        found.append((text, " ".join(written[start:end])))
    return found


def _occurrences(standing: Standing, held: Keyed) -> tuple[Numbers, Numbers]:
    """Which key occurs in which unit, each once: by key and, of each key, by unit.

    Returns:
        Keys' places, and of each the place in ``standing`` of the line that decides how it counts.
    """
    sizes = held.sizes[standing.lines]
    starts = (np.cumsum(held.sizes) - held.sizes)[standing.lines]
    which = np.repeat(np.arange(len(sizes)), sizes)
    keys = held.places[np.arange(len(which)) + np.repeat(starts - np.cumsum(sizes) + sizes, sizes)]
    # The lines of a unit stand in the order in which they count, and this order keeps theirs: the first of each is it.
    order = np.argsort(compact(keys), kind="stable")
    keys, which = keys[order], which[order]
    units = standing.units[which]
    first = _changes(keys) | _changes(units)
    return keys[first], which[first]


def _numbers(keys: Numbers, standing: Standing, which: Numbers, count: int) -> tuple[Numbers, Numbers]:
    """The numbers of all postings one behind the other, and where each ends.

    Args:
        keys: rising places of keys.
        standing: which lines stand in which unit.
        which: of each key a place there.
        count: how many keys there are.
    """
    titled, lengths, units = standing.titled[which], standing.lengths[which], standing.units[which]
    takes = np.where(lengths < 0, 1, 2)
    sizes = 2 + _sums(keys, takes, count)
    ends = np.cumsum(sizes)
    numbers = np.empty(np.sum(sizes), dtype=np.int64)
    after = ends - sizes + 2
    # What each key's names take comes first, then one number for each other unit.
    for place, chosen in enumerate((titled, ~titled)):
        owners, taken = keys[chosen], takes[chosen]
        numbers[ends - sizes + place] = np.bincount(owners, minlength=count)
        taken_by_key = _sums(owners, taken, count)
        before = np.cumsum(taken) - taken - (np.cumsum(taken_by_key) - taken_by_key)[owners]
        at = after[owners] + before
        numbers[at] = _steps(owners, units[chosen])
        measured = taken > 1
        numbers[at[measured] + 1] = lengths[chosen][measured]
        after += taken_by_key
    return numbers, ends


def _sums(keys: Numbers, numbers: Numbers, count: int) -> Numbers:
    """The sum of some numbers by key."""
    return np.bincount(keys, numbers, minlength=count).astype(np.int64)


def _steps(keys: Numbers, units: Numbers) -> Numbers:
    """Each unit's distance to the one before it with the same key, less one."""
    before = np.append(-1, units[:-1])[: len(units)]
    return units - np.where(_changes(keys), -1, before) - 1


def _changes(numbers: Numbers) -> Flags:
    """Whether each number differs from the one before."""
    found = np.ones(len(numbers), dtype=bool)
    found[1:] = numbers[1:] != numbers[:-1]
    return found
