"""What one plan adds to the files about all of them: its rows, written out already, and what each belongs to.

A part is bytes that can be kept, in pieces that are read by themselves: a head, and a piece for each share of the tables
(``shares``), so that a changed row makes only the files anew that its share stands in. How much a piece holds is read first:
how many rows there will be in all must be known before the first file of a list is written.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from json import dumps, loads
from typing import Any

from zoneledger.api.encoding import Json

#: The piece that every part begins with.
HEAD = "head"

_SIZE = struct.Struct("<I")
# The quickest of zlib's levels that is worth its time on rows of JSON.
_LEVEL = 2


@dataclass(frozen=True)
class Head:
    """What a part says of its plan.

    Args:
        plan_id: the plan.
        entry: its entry of the index of plans, as JSON.
        counts: how many rows it has of each table; those of which it has none are absent.
        first: the first row of each of these tables, as JSON.
    """

    plan_id: str
    entry: Json
    counts: Mapping[str, int]
    first: Mapping[str, Json]

    def as_bytes(self) -> bytes:
        """It as a piece."""
        return dumps(vars(self), ensure_ascii=False).encode("utf-8")


@dataclass(frozen=True)
class Held:
    """How much a part has of a share of the tables.

    Args:
        counts: how many rows of each of its tables; those of which it has none are absent.
        belonging: by folder of a kind of thing, then by the thing's id: the places, in their table, of the rows that belong
            to it.
    """

    counts: Mapping[str, int]
    belonging: Mapping[str, Mapping[str, Sequence[int]]]

    def as_bytes(self, rows: Mapping[str, Sequence[Json]]) -> bytes:
        """It as a piece.

        Args:
            rows: the plan's rows by table.
        """
        lines = "\n".join(row for name in self.counts for row in rows[name])
        return _after(dumps(vars(self), ensure_ascii=False), zlib.compress(lines.encode("utf-8"), _LEVEL))


def as_bytes(pieces: Mapping[str, bytes]) -> bytes:
    """A part as bytes: how long its pieces are, then they."""
    sizes = dumps({name: len(piece) for name, piece in pieces.items()})
    return _after(sizes, b"".join(pieces.values()))


def head_of(part: bytes) -> Head:
    """A part's head."""
    head: dict[str, Any] = loads(_piece(part, HEAD))
    first = {name: Json(row) for name, row in head["first"].items()}
    return Head(head["plan_id"], Json(head["entry"]), head["counts"], first)


def held_of(part: bytes, share: str) -> Held:
    """How much a part has of a share of the tables."""
    return Held(**loads(_before(_piece(part, share))))


def rows_of(part: bytes, share: str) -> tuple[Held, dict[str, list[str]]]:
    """The same with the rows by table.

    Raises:
        zlib.error: the part is damaged.
    """
    piece = _piece(part, share)
    written = _before(piece)
    held = Held(**loads(written))
    lines = zlib.decompress(piece[_SIZE.size + len(written) :]).decode("utf-8").split("\n")
    rows, place = {}, 0
    for name, count in held.counts.items():
        rows[name] = lines[place : place + count]
        place += count
    return held, rows


def _piece(part: bytes, name: str) -> bytes:
    written = _before(part)
    place = _SIZE.size + len(written)
    for other, size in loads(written).items():
        if other == name:
            return part[place : place + size]
        place += size
    raise KeyError(name)


def _after(written: str, content: bytes) -> bytes:
    """Something behind a text, with the text's length in front."""
    before = written.encode("utf-8")
    return _SIZE.pack(len(before)) + before + content


def _before(content: bytes) -> bytes:
    """That text."""
    return content[_SIZE.size : _SIZE.size + int(_SIZE.unpack_from(content)[0])]
