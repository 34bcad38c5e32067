"""What is dear to make, kept from build to build under a name that says from what it was made.

A shelf only ever saves time: without it, or with a part of it missing or damaged, everything is made anew and comes out
the same. Several processes may use one at once.
"""

from __future__ import annotations

import os
import time
import zlib
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

_DIGEST = 32
_DAY = 86_400
#: Days after which an entry that no build asked for is removed: work on a page comes back to what it drew before.
UNUSED = 30


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
            path = self._path(name)
            written = path.read_bytes()
            if path.stat().st_mtime < time.time() - _DAY:
                path.touch()
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

    def clear(self) -> int:
        """Removes what no build asked for in a month, and says how many entries that were."""
        cleared, since = 0, time.time() - UNUSED * _DAY
        for path in self.folder.glob("*/*") if self.folder else ():
            if path.stat().st_mtime < since:
                path.unlink(missing_ok=True)
                cleared += 1
        return cleared

    def _path(self, name: str) -> Path:
        assert self.folder
        return self.folder / name[:2] / name[2:]
