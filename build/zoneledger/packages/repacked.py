"""A large file deflated in pieces of one length: those that are as they were in the last build are not deflated again.

Each piece refers to the content before it, so that the stream is no larger than one made in one go. What becomes of a piece
is decided by these two alone, and never by what was kept.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator
from contextlib import ExitStack
from hashlib import sha256
from pathlib import Path

from zoneledger.packages.pieces import END, LEVEL
from zoneledger.second_names import stamp

#: Bytes of a piece, and how many before it a piece refers to: as far as deflate reaches.
PIECE, WINDOW = 1 << 20, 1 << 15


def repack(path: Path, packed: Path, note: Path) -> Iterator[bytes]:
    """Deflates a file; gives its content meanwhile, piece by piece.

    Args:
        path: the file.
        packed: where the stream is written.
        note: beside it; says of what pieces the last stream consists, and is written when this one is whole.
    """
    said: list[tuple[str, int]] = []
    new = packed.with_name(f"{packed.name}.new")
    with ExitStack() as open_files:
        kept = _Kept(note, open_files)
        content, file = open_files.enter_context(path.open("rb")), open_files.enter_context(new.open("wb"))
        before = b""
        while piece := content.read(PIECE):
            yield piece
            named = sha256(before)
            named.update(piece)
            name = named.hexdigest()
            blocks = kept.blocks(name) or _deflated(piece, before)
            file.write(blocks)
            said.append((name, len(blocks)))
            before = piece[-WINDOW:]
        file.write(END)
    new.replace(packed)
    note.write_text(json.dumps({"file": packed.name, "stamp": stamp(packed), "pieces": said}), encoding="utf-8")


class _Kept:
    """The pieces of the last stream; none where it is gone or was touched."""

    def __init__(self, note: Path, open_files: ExitStack) -> None:
        self._places: dict[str, tuple[int, int]] = {}
        try:
            noted = json.loads(note.read_bytes())
            stream = note.with_name(noted["file"])
            if noted["stamp"] != [*stamp(stream)]:
                return
            place = 0
            for name, size in noted["pieces"]:
                self._places[name], place = (place, size), place + size
            self._file = open_files.enter_context(stream.open("rb"))
        except (OSError, ValueError, TypeError, KeyError):
            self._places = {}

    def blocks(self, name: str) -> bytes:
        """A piece; nothing where it is not there."""
        if name not in self._places:
            return b""
        place, size = self._places[name]
        self._file.seek(place)
        return self._file.read(size)


def _deflated(piece: bytes, before: bytes) -> bytes:
    """A piece as whole deflate blocks, none of them the last, to stand behind the content before it."""
    stream = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS, zdict=before)
    return stream.compress(piece) + stream.flush(zlib.Z_SYNC_FLUSH)
