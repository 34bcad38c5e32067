"""A table's file of the whole, put together from the parts' stretches: packed for the archive, and unpacked to be served."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from zoneledger.catalogue import TableSchema
from zoneledger.packages import checksums
from zoneledger.packages.checksums import Sum, Summing
from zoneledger.packages.formats import Format
from zoneledger.packages.pieces import END, constant
from zoneledger.packages.stored import Stretch
from zoneledger.packages.zip_format import DEFLATED, Entry

#: Bytes that are read at a time; what a megabyte unpacks to leaves the processor's cache before it is summed up.
_CHUNK = 1 << 16


class Joined:
    """One such file; never in memory as a whole.

    Args:
        form: its format, one with stretches.
        schema: the table's rules.
        packed: where its blocks are kept until the archive is written.

    Attributes:
        stretches: those whose rows were counted; they can be read once the file is closed.

    Raises:
        TypeError: the format has no stretches.
    """

    def __init__(self, form: Format, schema: TableSchema, packed: Path) -> None:
        if form.stretches is None:
            raise TypeError(f"{form.id} has no stretches")
        self.name = f"{schema.name}{form.suffix}"
        self._packed = packed
        packed.parent.mkdir(parents=True, exist_ok=True)
        self._blocks = packed.open("wb", buffering=_CHUNK)
        self._digest, self._size = hashlib.sha256(), 0
        self.stretches: list[Stretch] = []
        self.add(constant(form.stretches.head(schema)).packed)

    def add(self, packed: bytes, rows: int = 0) -> None:
        """Puts a stretch at its end.

        Args:
            packed: as whole deflate blocks.
            rows: how many are in it; where there are none, it is not listed in ``stretches``.
        """
        self._blocks.write(packed)
        self._digest.update(packed)
        if rows:
            again = partial(_read, self._packed, self._size, len(packed))
            self.stretches.append(Stretch(rows, hashlib.sha256(packed).hexdigest(), again))
        self._size += len(packed)

    def close(self) -> str:
        """Ends the file, and names its blocks: the same name, the same content."""
        self.add(END)
        self._blocks.close()
        return self._digest.hexdigest()

    def unpack(self, path: Path) -> Sum:
        """Writes its content where it is served.

        Raises:
            zlib.error: the blocks are damaged.
        """
        return checksums.write(path, inflated(chunks(self._packed)))

    def summed(self) -> Sum:
        """Size and checksum of its content, which is written nowhere.

        Raises:
            zlib.error: the blocks are damaged.
        """
        summing = Summing()
        for chunk in inflated(chunks(self._packed)):
            summing.add(chunk)
        return summing.sum

    def entry(self, total: Sum) -> Entry:
        """It as a file of an archive.

        Args:
            total: size and checksum of its content.
        """
        return Entry(self.name, DEFLATED, total.crc, total.bytes, self._size, lambda: chunks(self._packed))


def _read(path: Path, place: int, size: int) -> bytes:
    with path.open("rb") as file:
        file.seek(place)
        return file.read(size)


def chunks(path: Path) -> Iterator[bytes]:
    """A file's content, in stretches that fit into memory."""
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            yield chunk


def inflated(packed: Iterable[bytes]) -> Iterator[bytes]:
    """The content of a deflate stream.

    Raises:
        zlib.error: it is damaged, or breaks off.
    """
    stream = zlib.decompressobj(-zlib.MAX_WBITS)
    for chunk in packed:
        yield stream.decompress(chunk)
    if not stream.eof:
        raise zlib.error("the stream breaks off")
