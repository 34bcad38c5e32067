"""Merges extracts: every key's postings one behind the other, each with the number of its plan in front.

Where the last build's are kept, only what has changed since is read: a plan's postings speak of it alone, and its number
stays while no plan comes or goes. Of one thing a plan decides in others: how the characters of their names are read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from zoneledger.search import pinyin
from zoneledger.search.buckets import Parts
from zoneledger.search.extract import Extract
from zoneledger.search.grams import TURNS
from zoneledger.search.kept import Before, Kept, Outline
from zoneledger.search.postings import Joined
from zoneledger.search.turns import anew, renewed, split
from zoneledger.search.webpages import KIND as PAGE
from zoneledger.search.words import families, letters

#: Turns by name, with the list that each is of.
_TURNS = {**{f"grams-{turn}": "grams" for turn in range(TURNS)}, "words": "words", "pinyin": "pinyin", "ids": "ids"}


@dataclass
class Merged:
    """What all extracts say together.

    Args:
        outlines: of the extracts.
        lists: values by key, by name of the list.
        readings: characters by syllable.
        parts: how many files of parts were written.
        kept: what the next build can start from; without ``Kept`` nothing of it is.
    """

    outlines: Sequence[Outline]
    lists: dict[str, dict[str, str]]
    readings: dict[str, str]
    parts: int
    kept: Before | None

    @property
    def records(self) -> int:
        """How many there are; a page is one, however many units it has."""
        units = (count for one in self.outlines for kind, count in one.kinds.items() if kind != PAGE)
        return sum(units) + sum(len(one.pages) for one in self.outlines)

    @property
    def pages(self) -> list[int]:
        """First units of pages."""
        return [first for one in self.outlines for first in one.pages]

    @property
    def characters(self) -> set[str]:
        """All that occur in folded lines."""
        return {key for key in self.lists["grams"] if len(key) == 1}


@dataclass
class Fresh:
    """What is merged now: all extracts, or those that are not as they were.

    Args:
        postings: by turn; each with the number of its extract.
        names: postings of names that were spelt, by number.
        stems: of the extracts' words.
    """

    postings: dict[str, list[tuple[int, Joined]]] = field(default_factory=lambda: {name: [] for name in _TURNS})
    names: dict[int, Joined] = field(default_factory=dict)
    stems: dict[str, str] = field(default_factory=dict)

    def add(self, number: int, one: Extract) -> None:
        """Takes what there is to merge of an extract, which can then be let go.

        Args:
            number: of the extract, above those that were added before.
            one: the extract.
        """
        every = [*one["grams"], one["words"], one["pinyin"], one["ids"]]
        for name, held in zip(_TURNS, every, strict=True):
            self.postings[name].append((number, held))
        self.names[number] = one["names"]
        self.stems.update(zip(split(one["words"][0], "\n"), split(one["stems"], " "), strict=True))


def merge(fresh: Fresh, outlines: Sequence[Outline], parts: Parts, kept: Kept | None, before: Before | None) -> Merged:
    """Merges extracts.

    Args:
        fresh: of all extracts, or of those that are not as they were.
        outlines: of all extracts, in the order of their numbers.
        parts: cuts long values.
        kept: keeps the result, where it is to be kept.
        before: what the last build merged, where all else is as it was.
    """
    read = _readings(one.readings for one in outlines)
    lists: dict[str, dict[str, str]] = {name: {} for name in _TURNS.values()}
    checksums: dict[str, str] = {}
    for name, of in _TURNS.items():
        more = _elsewhere(fresh.names, outlines, read) if name == "pinyin" else {}
        held = fresh.postings.pop(name)
        turn = anew(held, more, parts) if before is None else renewed(before.turn(name), held, more, parts)
        lists[of] |= turn.values
        if kept is not None:
            checksums[name] = kept.write_turn(name, turn, before)
    stems = {**(before.stems if before else {}), **fresh.stems}
    stems = {word: stems[word] for word in lists["words"]}
    for word, others in families(stems).items():
        lists["words"][word] += f" {' '.join(others)}"
    lists["letters"] = letters(stems)
    keeping = Before(outlines, stems, checksums, kept.folder) if kept is not None else None
    return Merged(outlines, lists, pinyin.written(read), parts.count, keeping)


def read_alike(before: Sequence[Outline], now: Sequence[Outline]) -> bool:
    """Whether the characters of extracts that stayed the same are still read as they were.

    Args:
        before: outlines of the extracts of the last build.
        now: of this one.
    """
    if all(was.readings == one.readings for was, one in zip(before, now, strict=True)):
        return True
    were, are = _readings(one.readings for one in before), _readings(one.readings for one in now)
    # A character that comes or goes stands in no extract that stayed.
    return all(were[char] == are[char] for char in were.keys() & are.keys())


def _readings(held: Iterable[Mapping[str, str]]) -> dict[str, frozenset[str]]:
    """The readings that each character has in any plan."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for readings in held:
        for char, syllables in readings.items():
            found[char].add(syllables)
    return {char: frozenset(" ".join(sorted(found[char])).split()) for char in sorted(found)}


def _elsewhere(
    names: Mapping[int, Joined], outlines: Sequence[Outline], read: Mapping[str, frozenset[str]]
) -> dict[int, list[tuple[str, str]]]:
    """Postings of names by readings that their characters have in the names of other plans alone.

    Returns:
        Keys and postings by the plan's number. A plan may then have a key's posting more than once.
    """
    written = {char: " ".join(sorted(syllables)) for char, syllables in read.items()}
    found: dict[int, list[tuple[str, str]]] = {}
    for number, (keys, values) in names.items():
        readings = outlines[number].readings
        own = {char: frozenset(held.split()) for char, held in readings.items() if held != written[char]}
        if not own:
            continue
        before = {**read, **own}
        for name, value in zip(split(keys, "\n"), split(values, " "), strict=True):
            if not own.keys().isdisjoint(name):
                new = sorted(pinyin.keys(name, read) - pinyin.keys(name, before))
                found.setdefault(number, []).extend((key, value) for key in new)
    return found
