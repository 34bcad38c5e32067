"""SHA-256 of files, and the list that ``sha256sum -c`` reads."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

FILE_NAME = "SHA256SUMS"


def sha256(content: bytes) -> str:
    """The SHA-256 of a file's content, in lower-case hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def encode(files: Mapping[str, bytes]) -> bytes:
    """The checksum list: one file a line, by name, in the format of GNU coreutils' ``sha256sum``."""
    return "".join(f"{sha256(files[name])}  {name}\n" for name in sorted(files)).encode("utf-8")
