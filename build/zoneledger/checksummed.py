"""A file that may be deleted or spoilt at any time: what it holds is behind a checksum, and it is whole or not there."""

from __future__ import annotations

import os
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

_BYTES = 16


def read(file: Path, frame: bytes) -> bytes | None:
    """What a file holds; None where it is missing or spoilt, or was written in another frame.

    Args:
        file: as ``write`` wrote it.
        frame: what its content follows from beside itself.
    """
    try:
        checksum, _, content = file.read_bytes().partition(b"\n")
    except OSError:
        return None
    return content if checksum == _checksum(frame, content) else None


def write(file: Path, frame: bytes, content: bytes) -> None:
    """Replaces a file; in a folder that cannot be written to nothing is kept.

    Args:
        file: which.
        frame: as for ``read``.
        content: what it is to hold.
    """
    aside = file.with_name(f".{file.name}.{os.getpid()}")
    with suppress(OSError):
        aside.write_bytes(_checksum(frame, content) + b"\n" + content)
        aside.replace(file)


def _checksum(frame: bytes, content: bytes) -> bytes:
    return blake2b(frame + b"\n" + content, digest_size=_BYTES).hexdigest().encode()
