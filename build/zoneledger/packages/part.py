"""What one plan adds to the whole dataset's files: its rows in every format that is put together from stretches.

A part is bytes that can be kept, so that the whole is put together again without the plans that did not change. The rows
are compressed, and stand in the whole's archives just as they are here. The shared lists are a part, too, of no plan.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from zoneledger.packages.download import Download

_HEAD = struct.Struct("<I")


@dataclass(frozen=True)
class Part:
    """One part.

    Args:
        plan: its ``plan.yml``, as far as descriptions of the whole speak of it; None for the shared lists.
        downloads: the plan's files below ``/data/``.
        counts: how many rows it has of each table; those of which it has none are absent.
        packed: these rows as deflate blocks (``pieces.deflated``), by format's id and table's name.
    """

    plan: dict[str, Any] | None
    downloads: Sequence[Download]
    counts: Mapping[str, int]
    packed: Mapping[tuple[str, str], bytes]

    def as_bytes(self) -> bytes:
        """The part as bytes: the length of a head, the head as JSON, all blocks."""
        keys = sorted(self.packed)
        head = {
            "plan": self.plan,
            "downloads": [each.as_json() for each in self.downloads],
            "counts": dict(self.counts),
            "packed": [[*key, len(self.packed[key])] for key in keys],
        }
        written = json.dumps(head, ensure_ascii=False, sort_keys=True).encode("utf-8")
        return b"".join((_HEAD.pack(len(written)), written, *(self.packed[key] for key in keys)))

    @classmethod
    def of_bytes(cls, written: bytes) -> Part:
        """The part again from what ``as_bytes`` gave."""
        (length,) = _HEAD.unpack_from(written)
        place = _HEAD.size + length
        head = json.loads(written[_HEAD.size : place])
        packed = {}
        for form, table, size in head["packed"]:
            packed[form, table] = written[place : place + size]
            place += size
        downloads = [Download.of_json(each) for each in head["downloads"]]
        return cls(head["plan"], downloads, head["counts"], packed)
