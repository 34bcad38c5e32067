"""What one plan adds to the files about all of them: its rows, written out already, and what each belongs to.

A part is bytes that can be kept. Its head is small and read first, by itself: how many rows there will be in all must be
known before the first file of a list is written.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from json import dumps, loads
from typing import Any

from zoneledger.api.encoding import Json

_HEAD = struct.Struct("<I")
# The quickest of zlib's levels that is worth its time on rows of JSON.
_LEVEL = 2


@dataclass(frozen=True)
class Head:
    """How much a part holds.

    Args:
        plan_id: the plan.
        entry: its entry of the index of plans, as JSON.
        counts: how many rows it has of each table; those of which it has none are absent.
        first: the first row of each of these tables, as JSON.
        belonging: by folder of a kind of thing, then by the thing's id: the places, in their table, of the rows that belong
            to it.
    """

    plan_id: str
    entry: Json
    counts: Mapping[str, int]
    first: Mapping[str, Json]
    belonging: Mapping[str, Mapping[str, Sequence[int]]]


def as_bytes(head: Head, rows: Mapping[str, Sequence[Json]]) -> bytes:
    """A part as bytes.

    Args:
        head: how much it holds.
        rows: the plan's rows by table, in the order of ``head.counts``.
    """
    written = dumps(vars(head), ensure_ascii=False).encode("utf-8")
    lines = "\n".join(row for name in head.counts for row in rows[name])
    return _HEAD.pack(len(written)) + written + zlib.compress(lines.encode("utf-8"), _LEVEL)


def head_of(part: bytes) -> Head:
    """A part's head."""
    head: dict[str, Any] = loads(part[_HEAD.size : _end(part)])
    first = {name: Json(row) for name, row in head["first"].items()}
    return Head(head["plan_id"], Json(head["entry"]), head["counts"], first, head["belonging"])


def rows_of(part: bytes, head: Head) -> dict[str, list[str]]:
    """A part's rows by table.

    Raises:
        zlib.error: the part is damaged.
    """
    lines = zlib.decompress(part[_end(part) :]).decode("utf-8").split("\n")
    rows, place = {}, 0
    for name, count in head.counts.items():
        rows[name] = lines[place : place + count]
        place += count
    return rows


def _end(part: bytes) -> int:
    return int(_HEAD.unpack_from(part)[0]) + _HEAD.size
