"""The Compact Font Format as far as drawing a glyph needs it: its program and the subroutines it calls.

Source: Adobe Technical Note #5176, *The Compact Font Format Specification*, for CID-keyed fonts, which Chinese fonts are.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

#: Operators of a DICT; two-byte operators begin with 12.
_CHARSTRINGS, _PRIVATE, _SUBRS, _FDARRAY, _FDSELECT = 17, 18, 19, 12 << 8 | 36, 12 << 8 | 37


class Index(Sequence[bytes]):
    """An INDEX: byte strings one after the other, cut out when they are asked for.

    Args:
        data: the whole table.
        start: where the INDEX begins.
    """

    def __init__(self, data: bytes, start: int) -> None:
        self._data, self._count = data, _number(data, start, 2)
        self._size = data[start + 2] if self._count else 0
        self._offsets = start + 3
        self._base = self._offsets + (self._count + 1) * self._size - 1
        #: where the next structure begins
        self.end = self._base + self._offset(self._count) if self._count else start + 2

    def _offset(self, place: int) -> int:
        return _number(self._data, self._offsets + place * self._size, self._size)

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, place: int) -> bytes:  # type: ignore[override]
        if not 0 <= place < self._count:
            raise IndexError(place)
        return self._data[self._base + self._offset(place) : self._base + self._offset(place + 1)]


class CompactFont:
    """The programs of a CID-keyed font.

    Args:
        data: the font's ``CFF`` table.

    Raises:
        ValueError: the font is not CID-keyed.
    """

    def __init__(self, data: bytes) -> None:
        names = Index(data, data[2])
        tops = Index(data, names.end)
        strings = Index(data, tops.end)
        self.global_subroutines = Index(data, strings.end)
        top = dict(_entries(tops[0]))
        if _FDARRAY not in top:
            raise ValueError("not a CID-keyed font")
        self.programs = Index(data, top[_CHARSTRINGS][0])
        self._subroutines = [_subroutines(data, entry) for entry in Index(data, top[_FDARRAY][0])]
        self._starts, self._fonts = _selection(data, top[_FDSELECT][0])

    def subroutines(self, glyph: int) -> Sequence[bytes]:
        """The local subroutines that a glyph's program may call."""
        return self._subroutines[self._fonts[bisect_right(self._starts, glyph) - 1]]


def _subroutines(data: bytes, entry: bytes) -> Sequence[bytes]:
    size, start = dict(_entries(entry))[_PRIVATE]
    private = dict(_entries(data[start : start + size]))
    return Index(data, start + private[_SUBRS][0]) if _SUBRS in private else ()


def _selection(data: bytes, start: int) -> tuple[list[int], bytes]:
    """Which part of the font each glyph belongs to: the first glyph of each run, and the run's part."""
    if data[start] != 3:
        raise ValueError(f"FDSelect of format {data[start]}")
    count = _number(data, start + 1, 2)
    runs = range(start + 3, start + 3 + 3 * count, 3)
    return [_number(data, run, 2) for run in runs], bytes(data[run + 2] for run in runs)


def _entries(data: bytes) -> Iterator[tuple[int, list[int]]]:
    """The operators of a DICT with their operands; real numbers, of no use here, count as 0."""
    operands: list[int] = []
    place = 0
    while place < len(data):
        first = data[place]
        place += 1
        if first <= 21:
            if first == 12:
                first = 12 << 8 | data[place]
                place += 1
            yield first, operands
            operands = []
        elif first == 30:
            while data[place] & 15 != 15:
                place += 1
            place += 1
            operands.append(0)
        elif first in (28, 29):
            size = 2 if first == 28 else 4
            operands.append(int.from_bytes(data[place : place + size], "big", signed=True))
            place += size
        elif first <= 246:
            operands.append(first - 139)
        else:
            high = (first - 247) * 256 if first <= 250 else (251 - first) * 256
            operands.append(high + data[place] + 108 if first <= 250 else high - data[place] - 108)
            place += 1


def _number(data: bytes, start: int, size: int) -> int:
    return int.from_bytes(data[start : start + size], "big")
