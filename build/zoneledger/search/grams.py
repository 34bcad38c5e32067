"""The characters of lines, and the pairs of characters that stand side by side.

One or two characters are found by these alone. Of longer words the pairs narrow down the records; whether they stand
together is then looked up in the text. Spaces part the words of a query and stand in no pair.

All lines are read at once, as one array of code points: a plan has some 30,000 of them, and twice as many keys.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from zoneledger.search.keyed import Flags, Keyed, Numbers, compact

#: Postings of characters and pairs are most of an extract; they are merged by so many turns, to need less memory.
TURNS = 8

#: Whether a code point is white space, all of which parts as it does in the browser's queries; the last speaks for the rest.
_WHITE = np.array([chr(point).isspace() for point in range(0x3002)])


def grams(folded: Sequence[str]) -> Keyed:
    """The characters and pairs of lines, by turn; the turn of a key follows from its first character.

    Args:
        folded: lines, folded.
    """
    points = _points("".join(f"{line}\n" for line in folded))
    solid = ~_WHITE[np.minimum(points, len(_WHITE) - 1)]
    # Whether a character begins a pair; of those that are no white space the next is then the other half.
    paired = (solid & np.append(solid[1:], False))[solid]
    line = np.repeat(np.arange(len(folded)), [len(one) + 1 for one in folded])[solid]
    characters, numbers = _numbered(points[solid])
    turns = np.argsort(characters % TURNS, kind="stable")
    rank = np.empty_like(turns)
    rank[turns] = np.arange(len(turns))
    # A character's own key, and behind it that of its pair: by the first half's place, and by the second half's or none.
    times = 1 + paired
    firsts = np.repeat(rank[numbers], times)
    seconds = np.zeros_like(firsts)
    seconds[np.cumsum(times)[paired] - 1] = 1 + numbers[np.flatnonzero(paired) + 1]
    order = np.lexsort((compact(seconds), compact(firsts)))
    one, two = firsts[order], seconds[order]
    new = np.ones(len(order), dtype=bool)
    new[1:] = (one[1:] != one[:-1]) | (two[1:] != two[:-1])
    places = np.empty_like(order)
    places[order] = np.cumsum(new) - 1
    heads = characters[turns][one[new]]
    tails = np.append(0, characters)[two[new]]
    counts = np.bincount(heads % TURNS, minlength=TURNS)
    sizes = np.bincount(line, weights=times, minlength=len(folded)).astype(np.int64)
    return Keyed(list(_written(heads, tails, two[new] > 0, counts)), counts.tolist(), places, sizes)


def _points(text: str) -> Numbers:
    return np.frombuffer(text.encode("utf-32-le"), dtype=np.uint32).astype(np.int64)


def _numbered(points: Numbers) -> tuple[Numbers, Numbers]:
    """The distinct ones of code points, rising, and the place of each among them."""
    seen = np.zeros(np.max(points, initial=0) + 1, dtype=bool)
    seen[points] = True
    return np.flatnonzero(seen), (np.cumsum(seen) - 1)[points]


def _written(heads: Numbers, tails: Numbers, paired: Flags, counts: Numbers) -> Iterator[str]:
    """The keys of each turn, joined by line breaks."""
    texts = np.stack((heads, tails, np.full_like(heads, ord("\n"))), axis=1).astype(np.uint32)
    kept = np.ones(texts.shape, dtype=bool)
    kept[:, 1] = paired
    end = 0
    for count in counts.tolist():
        start, end = end, end + count
        yield str(texts[start:end][kept[start:end]][:-1].tobytes(), "utf-32-le")
