"""Buckets: small files that hold the values of many keys each, and parts: files that hold a stretch of one long value.

The file of a key follows from the key itself, so that no directory grows with the data. A value longer than ``LONGEST`` is
not in its bucket: the bucket names its parts, and with which plan each begins.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate

from zoneledger.search.numbers import encode, first, how_many, rising

#: Characters of a bucket on average.
BUCKET = 4_000
#: Characters of a value that its bucket holds, and of a part of one that it does not.
LONGEST = 3_000
PART = 12_000

#: Marks a value that names parts; no posting begins so.
PARTED = "!"


def bucket(key: str, count: int) -> int:
    """The number of the bucket that holds a key: FNV-1a over its UTF-16 code units.

    Source: G. Fowler, L. C. Noll, K.-P. Vo, "The FNV Non-Cryptographic Hash Algorithm", RFC 9923.

    Args:
        key: any text.
        count: how many buckets there are.
    """
    number = 0x811C9DC5
    for char in key:
        point = ord(char)
        pair = (point,) if point < 0x10000 else (0xD800 + ((point - 0x10000) >> 10), 0xDC00 + (point & 0x3FF))
        for code in pair:
            number = (number ^ code) * 0x01000193 & 0xFFFFFFFF
    return (number ^ number >> 15) % count


class Parts:
    """Numbers the parts of all long values.

    Args:
        write: takes each part's path and text.
        longest: characters of a value that stays whole.
        size: characters of a part.
        take: takes a part's path and the path that it had in the last build; tells whether it is still there.
    """

    def __init__(
        self,
        write: Callable[[str, str], None],
        longest: int = LONGEST,
        size: int = PART,
        take: Callable[[str, str], bool] = lambda _, __: False,
    ) -> None:
        self._write, self._take = write, take
        self._longest = longest
        self._size = size
        self.count = 0

    def value(self, pieces: Sequence[str]) -> str:
        """The value of a key: its pieces one behind the other, or where they are.

        Args:
            pieces: each begins with the number of its plan; rising, though a number may repeat.
        """
        whole = "".join(pieces)
        if len(whole) <= self._longest:
            return whole
        base, starts = self.count, []
        for stretch in self._cut(pieces):
            starts.append(first(stretch[0]))
            self._part(self.count, stretch)
            self.count += 1
        return f"{PARTED}{encode([base])}{rising(starts)}"

    def again(self, value: str, pieces: str) -> str:
        """The value of a key that the last build had: its parts are the same, though their numbers may be others.

        Args:
            value: of the last build.
            pieces: as for ``value``, each with a space in front.
        """
        if not value.startswith(PARTED):
            return value
        before, base = first(value[len(PARTED) :]), self.count
        starts = value[len(PARTED) + len(encode([before])) :]
        self.count += how_many(starts)
        gone = [part for part in range(self.count - base) if not self._take(_path(base + part), _path(before + part))]
        stretches = list(self._cut(pieces.split(" ")[1:])) if gone else []
        for part in gone:
            self._part(base + part, stretches[part])
        return f"{PARTED}{encode([base])}{starts}"

    def _cut(self, pieces: Sequence[str]) -> Iterator[Sequence[str]]:
        lengths = list(accumulate(map(len, pieces)))
        start = 0
        while start < len(pieces):
            before = lengths[start - 1] if start else 0
            end = max(start + 1, bisect_right(lengths, before + self._size))
            # What one plan says of a key is never cut in two.
            while end < len(pieces) and first(pieces[end]) == first(pieces[end - 1]):
                end += 1
            yield pieces[start:end]
            start = end

    def _part(self, number: int, pieces: Iterable[str]) -> None:
        self._write(_path(number), f'"{"".join(pieces)}"')


def _path(part: int) -> str:
    return f"parts/{part}.json"


def write_buckets(
    name: str,
    values: Mapping[str, str],
    write: Callable[[str, str], None],
    by: Callable[[str], str] = lambda key: key,
    size: int = BUCKET,
) -> int:
    """Writes values by key.

    Args:
        name: of the list and of its folder.
        values: by key.
        write: takes each file's path and text.
        by: what of a key decides on its bucket.
        size: characters of a bucket on average.

    Returns:
        The number of buckets, without which none is found.
    """
    count = max(1, sum(len(key) + len(value) + 6 for key, value in values.items()) // size)
    held: list[dict[str, str]] = [{} for _ in range(count)]
    for key in sorted(values):
        held[bucket(by(key), count)][key] = values[key]
    for number, entries in enumerate(held):
        write(f"{name}/{number}.json", json.dumps(entries, ensure_ascii=False, separators=(",", ":")))
    return count
