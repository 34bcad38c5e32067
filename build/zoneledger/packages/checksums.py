"""SHA-256 of files, and the list that ``sha256sum -c`` reads."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

FILE_NAME = "SHA256SUMS"


class Sum(NamedTuple):
    """What is said of a file without its content.

    Args:
        bytes: its size.
        sha256: its checksum, in lower-case hexadecimal.
        crc: its CRC-32, by which archives know it.
    """

    bytes: int
    sha256: str
    crc: int


def sha256(content: bytes) -> str:
    """The SHA-256 of a file's content, in lower-case hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def of(content: bytes) -> Sum:
    """Size and checksum of a file's content."""
    return Sum(len(content), sha256(content), zlib.crc32(content))


class Summing:
    """Sums up content that comes in stretches."""

    def __init__(self) -> None:
        self._digest, self._size, self._crc = hashlib.sha256(), 0, 0

    def add(self, content: bytes) -> None:
        """Takes in what follows."""
        self._digest.update(content)
        self._size += len(content)
        self._crc = zlib.crc32(content, self._crc)

    @property
    def sum(self) -> Sum:
        """What has been taken in so far."""
        return Sum(self._size, self._digest.hexdigest(), self._crc)


def write(path: Path, chunks: Iterable[bytes]) -> Sum:
    """Writes a file stretch by stretch, and sums it up."""
    summing = Summing()
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        for chunk in chunks:
            file.write(chunk)
            summing.add(chunk)
    return summing.sum


def sums(files: Mapping[str, bytes]) -> dict[str, Sum]:
    """Those of several files, by name."""
    return {name: of(content) for name, content in files.items()}


def encode(files: Mapping[str, Sum]) -> bytes:
    """The checksum list: one file a line, by name, in the format of GNU coreutils' ``sha256sum``."""
    return "".join(f"{files[name].sha256}  {name}\n" for name in sorted(files)).encode("utf-8")
