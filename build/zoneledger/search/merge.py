"""Merges extracts: every key's postings one behind the other, each with the number of its plan in front."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from zoneledger.search import pinyin
from zoneledger.search.buckets import Parts
from zoneledger.search.extract import Extract
from zoneledger.search.grams import TURNS
from zoneledger.search.numbers import encode
from zoneledger.search.postings import Joined
from zoneledger.search.webpages import KIND as PAGE
from zoneledger.search.words import families, letters

Write = Callable[[str, str], None]


@dataclass
class Merged:
    """What all extracts say together.

    Args:
        lists: values by key, by name of the list.
        chunks: of each extract its folder, its units by kind, and the unit each of its files begins with.
        pages: first units of pages.
        records: how many there are.
        readings: characters by syllable.
        characters: all that occur in folded lines.
        parts: how many files of parts were written.
    """

    lists: dict[str, dict[str, str]] = field(default_factory=dict)
    chunks: list[tuple[str, dict[str, int], list[int]]] = field(default_factory=list)
    pages: list[int] = field(default_factory=list)
    records: int = 0
    readings: dict[str, str] = field(default_factory=dict)
    characters: set[str] = field(default_factory=set)
    parts: int = 0


@dataclass(frozen=True)
class _Spelt:
    names: Joined
    readings: Mapping[str, str]


def merge(extracts: Iterable[Extract], write: Write, longest: int, part: int) -> Merged:
    """Merges extracts, each of which is let go once it was read.

    Args:
        extracts: in the order of their numbers.
        write: takes path and text of each part of a long value.
        longest: characters of a value that stays whole.
        part: characters of a part.
    """
    merged = Merged()
    spelt: list[_Spelt] = []
    joined: dict[str, list[list[Joined]]] = {
        "grams": [[] for _ in range(TURNS)], "words": [[]], "pinyin": [[]], "ids": [[]],
    }  # fmt: skip
    stems: dict[str, str] = {}
    for one in extracts:
        merged.chunks.append((one["path"], dict(one["kinds"]), one["firsts"]))
        merged.pages += one["pages"]
        merged.records += sum(count for kind, count in one["kinds"] if kind != PAGE) + len(one["pages"])
        merged.characters.update(one["characters"])
        for turn, grams in enumerate(one["grams"]):
            joined["grams"][turn].append(grams)
        for name, held in (("words", one["words"]), ("pinyin", one["pinyin"]), ("ids", one["ids"])):
            joined[name][0].append(held)
        stems.update(zip(_split(one["words"][0], "\n"), _split(one["stems"], " "), strict=True))
        spelt.append(_Spelt(one["names"], one["readings"]))
    read = _readings(one.readings for one in spelt)
    merged.readings = pinyin.written(read)
    parts = Parts(write, longest, part)
    for name, turns in joined.items():
        more = _elsewhere(spelt, read) if name == "pinyin" else {}
        merged.lists[name] = {}
        for postings in turns:
            for key, pieces in sorted(_pieces(postings, more).items()):
                merged.lists[name][key] = parts.value(pieces)
            postings.clear()
    for word, others in families(stems).items():
        merged.lists["words"][word] += f" {' '.join(others)}"
    merged.lists["letters"] = letters(stems)
    merged.parts = parts.count
    return merged


def _pieces(held: Sequence[Joined], more: Mapping[int, Sequence[tuple[str, str]]]) -> dict[str, list[str]]:
    """Of every key the postings of all plans that have any, each begun by the plan's number."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for number, (keys, values) in enumerate(held):
        start = encode([number])
        # One replacement for a whole plan costs less than a concatenation for each of its keys.
        pieces = f"{start}{values}".replace(" ", f" {start}").split(" ")
        # Millions of times at a thousand plans: without a step of the interpreter for each.
        deque(map(list.append, map(found.__getitem__, _split(keys, "\n")), pieces), maxlen=0)
        for key, value in more.get(number, ()):
            found[key].append(start + value)
    return found


def _split(text: str, by: str) -> list[str]:
    return text.split(by) if text else []


def _readings(held: Iterable[Mapping[str, str]]) -> dict[str, frozenset[str]]:
    """The readings that each character has in any plan."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for readings in held:
        for char, syllables in readings.items():
            found[char].add(syllables)
    return {char: frozenset(" ".join(sorted(found[char])).split()) for char in sorted(found)}


def _elsewhere(spelt: Sequence[_Spelt], read: Mapping[str, frozenset[str]]) -> dict[int, list[tuple[str, str]]]:
    """Postings of names by readings that their characters have in the names of other plans alone.

    Returns:
        Keys and postings by the plan's number. A plan may then have a key's posting more than once.
    """
    written = {char: " ".join(sorted(syllables)) for char, syllables in read.items()}
    found: dict[int, list[tuple[str, str]]] = {}
    for number, one in enumerate(spelt):
        own = {char: frozenset(held.split()) for char, held in one.readings.items() if held != written[char]}
        if not own:
            continue
        before = {**read, **own}
        for name, value in zip(_split(one.names[0], "\n"), _split(one.names[1], " "), strict=True):
            if not own.keys().isdisjoint(name):
                new = sorted(pinyin.keys(name, read) - pinyin.keys(name, before))
                found.setdefault(number, []).extend((key, value) for key in new)
    return found
