"""A file deflated in pieces has the same stream whether or not pieces of the last one were taken."""

from __future__ import annotations

import json
import os
import random
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from zoneledger.packages import repacked
from zoneledger.packages.joined import chunks, inflated
from zoneledger.packages.pieces import LEVEL


class Packing:
    """A file that is deflated again and again."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.path, self.note = folder, folder / "content", folder / "pieces.json"
        chance = random.Random(3)
        self.content = bytearray(b" ".join(str(chance.randrange(5000)).encode() for _ in range(200_000)))

    def pack(self, name: str) -> bytes:
        """With what is kept of the last time."""
        self.path.write_bytes(self.content)
        assert b"".join(repacked.repack(self.path, self.folder / name, self.note)) == bytes(self.content)
        stream = (self.folder / name).read_bytes()
        assert b"".join(inflated([stream])) == bytes(self.content)
        return stream

    def fresh(self) -> bytes:
        """From nothing."""
        nothing = self.folder / "nothing"
        nothing.mkdir(exist_ok=True)
        for _ in repacked.repack(self.path, nothing / "stream", nothing / f"{random.random()}.json"):
            pass
        return (nothing / "stream").read_bytes()


@pytest.fixture
def packing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Packing:
    monkeypatch.setattr(repacked, "PIECE", 1 << 16)
    return Packing(tmp_path)


@pytest.fixture
def deflated(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The lengths of the pieces that are deflated from now on."""
    lengths: list[int] = []
    deflate: Callable[[bytes, bytes], bytes] = repacked._deflated

    def spy(piece: bytes, before: bytes) -> bytes:
        lengths.append(len(piece))
        return deflate(piece, before)

    monkeypatch.setattr(repacked, "_deflated", spy)
    return lengths


def test_only_what_changed_is_deflated_again(packing: Packing, deflated: list[int]) -> None:
    packing.pack("one")
    assert len(deflated) == -(-len(packing.content) // (1 << 16))
    deflated.clear()
    assert packing.pack("same") == packing.fresh()
    assert len(deflated) == len(packing.content) // (1 << 16) + 1, "those of the fresh one"
    packing.content[(1 << 16) + 5] ^= 1
    deflated.clear()
    again = packing.pack("begin of a piece")
    assert len(deflated) == 1
    assert again == packing.fresh()
    packing.content[(1 << 17) - 5] ^= 1
    deflated.clear()
    again = packing.pack("end of a piece")
    assert len(deflated) == 2, "the piece behind it refers to it"
    assert again == packing.fresh()


def test_however_long_it_becomes(packing: Packing) -> None:
    packing.pack("one")
    for length in (0, 1, 1 << 16, (1 << 16) + 1, 3 << 16):
        packing.content = (packing.content * 2)[:length]
        assert packing.pack(f"of {length}") == packing.fresh()
        packing.content += bytes(range(256)) * 1000


def test_it_is_hardly_larger_than_in_one_go(packing: Packing) -> None:
    stream = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    whole = stream.compress(packing.content) + stream.flush()
    assert len(packing.pack("one")) < 1.005 * len(whole)


@pytest.mark.parametrize("harm", ["gone", "touched", "shorter", "no note", "broken note", "another note"])
def test_what_was_touched_is_not_taken(packing: Packing, deflated: list[int], harm: str) -> None:
    packing.pack("one")
    kept, note = packing.folder / "one", packing.note
    match harm:
        case "gone":
            kept.unlink()
        case "touched":
            kept.write_bytes(kept.read_bytes()[::-1])
            os.utime(kept, (1, 1))
        case "shorter":
            kept.write_bytes(b"".join(chunks(kept))[:-1])
        case "no note":
            note.unlink()
        case "broken note":
            note.write_text("{", encoding="utf-8")
        case "another note":
            note.write_text(json.dumps(["one"]), encoding="utf-8")
    packing.content[5] ^= 1
    deflated.clear()
    again = packing.pack("two")
    assert len(deflated) > 3
    assert again == packing.fresh()
