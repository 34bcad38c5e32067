"""ZIP archives that come out the same, byte for byte, whenever and wherever the same files go in.

Source: PKWARE, .ZIP File Format Specification (APPNOTE) 6.3.10. Written here, and not by ``zipfile``, because that takes
no content that is compressed already; an archive can be larger than memory.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from zoneledger.packages.pieces import END, Piece, piece

STORED, DEFLATED = 0, 8
# Compressed already: to do it again takes time and saves nothing.
_COMPRESSED = (".parquet", ".xlsx")
# What made the entry: a Unix system, so that the permissions below are read.
_UNIX = 3
_REGULAR_FILE = 0o100644
_PLAIN, _LARGE = 20, 45
# Sizes and places from here on stand in a field of their own (ZIP64).
_MOST = 0xFFFF_FFFF
_MOST_ENTRIES = 0xFFFF


@dataclass(frozen=True)
class Entry:
    """One file of an archive.

    Args:
        name: its name, ASCII.
        method: ``STORED`` or ``DEFLATED``.
        crc: CRC-32 of its content.
        size: of its content, in bytes.
        packed: its size in the archive.
        chunks: gives what stands in the archive.
    """

    name: str
    method: int
    crc: int
    size: int
    packed: int
    chunks: Callable[[], Iterable[bytes]]


def is_compressed(name: str) -> bool:
    """Whether a file of this name is compressed in itself, and so only stored."""
    return name.endswith(_COMPRESSED)


def encode(files: Mapping[str, bytes], day: date, packed: Mapping[str, Sequence[Piece]] | None = None) -> bytes:
    """An archive with the files at its top, by name.

    Args:
        files: content by file name.
        day: the date every entry carries, at midnight; the clock is never asked.
        packed: files among them that are compressed already, in pieces.

    Raises:
        ValueError: the date is before 1980, which ZIP cannot hold.
    """
    known = packed or {}
    return b"".join(archive([entry(name, files[name], known.get(name)) for name in files], day))


def entry(name: str, content: bytes, pieces: Sequence[Piece] | None = None) -> Entry:
    """A file that is in memory.

    Args:
        name: its name.
        content: its content.
        pieces: the same, where it is compressed already.
    """
    crc = zlib.crc32(content)
    if is_compressed(name):
        return Entry(name, STORED, crc, len(content), len(content), lambda: (content,))
    chunks = [*(each.packed for each in (pieces or (piece(content),))), END]
    return Entry(name, DEFLATED, crc, len(content), sum(map(len, chunks)), lambda: chunks)


def archive(entries: Iterable[Entry], day: date) -> Iterator[bytes]:
    """The bytes of an archive, in chunks; its files stand by name.

    Raises:
        ValueError: the date is before 1980, which ZIP cannot hold.
    """
    if day.year < 1980:
        raise ValueError(f"{day.isoformat()}: ZIP holds no date before 1980")
    dated = (day.year - 1980) << 9 | day.month << 5 | day.day
    place, listed = 0, []
    for entry in sorted(entries, key=lambda entry: entry.name):
        listed.append(_central(entry, dated, place))
        local = _local(entry, dated)
        yield local
        yield from entry.chunks()
        place += len(local) + entry.packed
    yield from listed
    yield _end(len(listed), sum(map(len, listed)), place)


def _fields(entry: Entry, dated: int, large: bool) -> bytes:
    sizes = (_MOST, _MOST) if large else (entry.packed, entry.size)
    needed = _LARGE if large else _PLAIN
    return struct.pack("<HHHHHLLL", needed, 0, entry.method, 0, dated, entry.crc, *sizes)


def _is_large(entry: Entry) -> bool:
    return max(entry.size, entry.packed) >= _MOST


def _local(entry: Entry, dated: int) -> bytes:
    name, large = entry.name.encode("ascii"), _is_large(entry)
    extra = struct.pack("<HHQQ", 1, 16, entry.size, entry.packed) if large else b""
    return b"PK\x03\x04" + _fields(entry, dated, large) + struct.pack("<HH", len(name), len(extra)) + name + extra


def _central(entry: Entry, dated: int, place: int) -> bytes:
    name, large, far = entry.name.encode("ascii"), _is_large(entry), place >= _MOST
    held = ([entry.size, entry.packed] if large else []) + ([place] if far else [])
    extra = struct.pack(f"<HH{len(held)}Q", 1, 8 * len(held), *held) if held else b""
    made_by = struct.pack("<BB", _LARGE if held else _PLAIN, _UNIX)
    rest = struct.pack("<HHHHHLL", len(name), len(extra), 0, 0, 0, _REGULAR_FILE << 16, _MOST if far else place)
    return b"PK\x01\x02" + made_by + _fields(entry, dated, large) + rest + name + extra


def _end(count: int, size: int, place: int) -> bytes:
    large = b""
    if place >= _MOST or size >= _MOST or count >= _MOST_ENTRIES:
        record = struct.pack("<QHHLLQQQQ", 44, _LARGE, _LARGE, 0, 0, count, count, size, place)
        large = b"PK\x06\x06" + record + b"PK\x06\x07" + struct.pack("<LQL", 0, place + size, 1)
    counts = min(count, _MOST_ENTRIES)
    return large + b"PK\x05\x06" + struct.pack("<HHHHLLH", 0, 0, counts, counts, min(size, _MOST), min(place, _MOST), 0)
