"""Shards: a long list cut into files of a few kilobytes, and the directory by which the right file is found.

A directory names the first entry of each file and nothing else. Files grow with the list once there are about
``MOST_FILES`` of them, so that a hundred times the data makes neither the directory nor the number of files a hundred times
as large.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from zoneledger.search.numbers import rising

#: Bytes of a file before compression.
SMALLEST = 2_000
MOST_FILES = 2_000


@dataclass
class Shards:
    """Files of one build and the directories of their lists.

    Args:
        files: content by path below the build's folder.
        directories: by name of the list; a string of numbers, or the first keys.
    """

    files: dict[str, str] = field(default_factory=dict)
    directories: dict[str, str | list[str]] = field(default_factory=dict)

    def add_list(self, name: str, entries: Sequence[object], breaks: Iterable[int] = (), size: int = SMALLEST) -> None:
        """Writes entries that are asked for by position, as arrays.

        Args:
            name: of the list and of its folder.
            entries: what JSON can hold.
            breaks: positions at which a file must begin.
            size: bytes of a file.
        """
        texts = [_json(entry) for entry in entries]
        firsts = _cuts([len(text.encode()) + 1 for text in texts], set(breaks), size)
        for number, (first, end) in enumerate(zip(firsts, [*firsts[1:], len(texts)], strict=True)):
            self.files[f"{name}/{number}.json"] = f"[{','.join(texts[first:end])}]"
        self.directories[name] = rising(firsts)

    def add_blocks(self, name: str, entries: Sequence[str], firsts: Sequence[int]) -> None:
        """Writes strings without spaces that are asked for by position and read a file at a time, as one string.

        Args:
            name: of the list and of its folder.
            entries: none with a space.
            firsts: positions at which a file begins, rising.
        """
        for number, (first, end) in enumerate(zip(firsts, [*firsts[1:], len(entries)], strict=True)):
            self.files[f"{name}/{number}.json"] = _json(" ".join(entries[first:end]))
        self.directories[name] = rising(firsts)

    def add_keys(self, name: str, entries: Mapping[str, str], size: int = SMALLEST) -> None:
        """Writes strings that are asked for by key, as objects.

        Args:
            name: of the list and of its folder.
            entries: values by key.
            size: bytes of a file.
        """
        keys = sorted(entries, key=browser_order)
        firsts = _cuts([len(_json(key).encode()) + len(entries[key]) + 4 for key in keys], set(), size)
        for number, (first, end) in enumerate(zip(firsts, [*firsts[1:], len(keys)], strict=True)):
            self.files[f"{name}/{number}.json"] = _json({key: entries[key] for key in keys[first:end]})
        self.directories[name] = [keys[first] for first in firsts]


def browser_order(text: str) -> bytes:
    """The order in which a browser compares texts: by UTF-16 code units, not by code points."""
    return text.encode("utf-16-be")


def _cuts(sizes: Sequence[int], breaks: set[int], size: int) -> list[int]:
    """Positions at which files begin, each about ``size`` bytes long; an entry is never cut in two."""
    room = max(size, sum(sizes) // MOST_FILES)
    firsts, filled = [0] if sizes else [], 0
    for position, length in enumerate(sizes):
        if position > firsts[-1] and (position in breaks or filled + length > room):
            firsts.append(position)
            filled = 0
        filled += length
    return firsts


def _json(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))
