"""What is dear to make, kept from build to build under a name that says from what it was made.

A shelf only ever saves time: without it, or with a part of it missing or damaged, everything is made anew and comes out
the same. Several processes may use one at once.
"""

from __future__ import annotations

import os
import zlib
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

_DIGEST = 32


@dataclass(frozen=True)
class Shelf:
    """A folder of entries; each begins with the digest of what it holds, compressed.

    Args:
        folder: where they are, made when the first is put; None keeps nothing.
    """

    folder: Path | None = None

    def get(self, name: str) -> bytes | None:
        """What is kept under a name; None where there is nothing, or where it is damaged.

        Args:
            name: a digest of everything that the entry depends on.
        """
        if self.folder is None:
            return None
        try:
            written = self._path(name).read_bytes()
            content = zlib.decompress(written[_DIGEST:])
        except (OSError, zlib.error):
            return None
        return content if sha256(content).digest() == written[:_DIGEST] else None

    def put(self, name: str, content: bytes) -> None:
        """Keeps something under a name. Whoever reads at the same time finds the whole of it, or nothing."""
        if self.folder is None:
            return
        path = self._path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_name(f"{path.name}.{os.getpid()}")
        draft.write_bytes(sha256(content).digest() + zlib.compress(content))
        draft.replace(path)

    def _path(self, name: str) -> Path:
        assert self.folder
        return self.folder / name[:2] / name[2:]
