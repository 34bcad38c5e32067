"""Turns: some of the keys of a list, with the postings of all plans, put together anew or changed where a plan has changed.

A key's pieces are the postings that plans have of it, each begun by its plan's number and, here, a space. No number is the
beginning of another, so that a plan's piece is found in the text of all.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from zoneledger.search.buckets import PARTED, Parts
from zoneledger.search.numbers import encode, first
from zoneledger.search.postings import Joined

#: Of plans, by number: keys and postings that are known only when all plans are.
More = Mapping[int, Sequence[tuple[str, str]]]


@dataclass
class Turn:
    """Some keys, in order.

    Args:
        pieces: of each key, in the order of plans, each with a space in front.
        values: of each key, as ``Parts`` gives them.
        changed: whether it is another than the last build's.
    """

    pieces: dict[str, str] = field(default_factory=dict)
    values: dict[str, str] = field(default_factory=dict)
    changed: bool = True

    def written(self) -> bytes:
        """As a text of three lines a key; a value that follows from its pieces is left out."""
        parted = (value if value.startswith(PARTED) else "" for value in self.values.values())
        lines = zip(self.pieces, parted, self.pieces.values(), strict=True)
        return "".join(f"{key}\n{value}\n{pieces}\n" for key, value, pieces in lines).encode()

    @classmethod
    def read(cls, written: bytes) -> Turn:
        """A turn from its text."""
        lines = written.decode().split("\n")
        keys, parted, texts = lines[:-1:3], lines[1::3], lines[2::3]
        values = (value or pieces.replace(" ", "") for value, pieces in zip(parted, texts, strict=True))
        return cls(dict(zip(keys, texts, strict=True)), dict(zip(keys, values, strict=True)), changed=False)


def anew(held: Iterable[tuple[int, Joined]], more: More, parts: Parts) -> Turn:
    """A turn from what all plans have of it.

    Args:
        held: numbers of plans, rising, each with its keys and postings.
        more: further ones.
        parts: cuts long values.
    """
    turn = Turn()
    for key, pieces in sorted(_pieces(held, more).items()):
        turn.values[key] = parts.value(pieces)
        turn.pieces[key] = f" {' '.join(pieces)}"
    return turn


def renewed(before: Turn, held: Iterable[tuple[int, Joined]], more: More, parts: Parts) -> Turn:
    """A turn of which some plans now have something else.

    Args:
        before: of the last build; it is changed.
        held: numbers of these plans, each with all keys and postings that it now has.
        more: further ones, of these plans.
        parts: cuts long values.
    """
    changed: set[str] = set()
    for number, one in held:
        changed |= _replaced(before.pieces, number, _pieces([(number, one)], more))
    turn = Turn(changed=bool(changed))
    for key, pieces in sorted(before.pieces.items()):
        was = before.values.get(key, "")
        turn.values[key] = parts.value(pieces.split(" ")[1:]) if key in changed else parts.again(was, pieces)
        turn.pieces[key] = pieces
        turn.changed |= turn.values[key] != was
    return turn


def _pieces(held: Iterable[tuple[int, Joined]], more: More) -> dict[str, list[str]]:
    """Of every key the postings of all plans that have any, each begun by the plan's number."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for number, (keys, values) in held:
        start = encode([number])
        # One replacement for a whole plan costs less than a concatenation for each of its keys.
        pieces = f"{start}{values}".replace(" ", f" {start}").split(" ")
        # Millions of times at a thousand plans: without a step of the interpreter for each.
        deque(map(list.append, map(found.__getitem__, split(keys, "\n")), pieces), maxlen=0)
        for key, value in more.get(number, ()):
            found[key].append(start + value)
    return found


def split(text: str, by: str) -> list[str]:
    """What a text was joined from; nothing where it is empty."""
    return text.split(by) if text else []


def _replaced(pieces: dict[str, str], number: int, now: Mapping[str, Sequence[str]]) -> set[str]:
    """Puts what a plan now has in place of what it had, and tells of which keys that is something else.

    Args:
        pieces: of all plans, by key.
        number: of the plan.
        now: its pieces, by key.
    """
    start = f" {encode([number])}"
    begun = {key: place for key, text in pieces.items() if (place := text.find(start)) >= 0}
    changed = set()
    for key in begun.keys() | now.keys():
        before, new = pieces.get(key, ""), "".join(f" {piece}" for piece in now.get(key, ()))
        begin = end = begun[key] if key in begun else _place(before, number)
        while before.startswith(start, end):
            following = before.find(" ", end + 1)
            end = following if following > 0 else len(before)
        if before[begin:end] == new:
            continue
        changed.add(key)
        pieces[key] = before[:begin] + new + before[end:]
        if not pieces[key]:
            del pieces[key]
    return changed


def _place(pieces: str, number: int) -> int:
    """Where the pieces of a plan that has none yet belong."""
    held = pieces.split(" ")[1:]
    before = bisect_left(held, number, key=first)
    return sum(len(piece) + 1 for piece in held[:before])
