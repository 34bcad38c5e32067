"""Values that are dear to find out, kept from build to build in one file, which may be deleted at any time.

Each is kept under a key made of all that it follows from. What a build does not ask for is dropped.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from zoneledger import checksummed


class Remembered:
    """What an earlier build found out.

    Args:
        file: where it is kept, by this release of the program alone; nothing is where None.
        frame: what all of it follows from beside the keys.
    """

    def __init__(self, file: Path | None = None, frame: bytes = b"") -> None:
        self._file, self._frame = file, frame
        self._known: dict[str, bytes] = {}
        self._asked: dict[str, bytes] = {}
        written = checksummed.read(file, frame) if file is not None else None
        if written is not None:
            lines = written.split(b"\n")[:-1]
            self._known = {key.decode(): value for key, _, value in (line.partition(b" ") for line in lines)}

    def get(self, key: str) -> Any:
        """A value; None where it is not known.

        Args:
            key: a digest of what it follows from.
        """
        if key not in self._known:
            return None
        self._asked[key] = self._known[key]
        return json.loads(self._known[key])

    def put(self, key: str, value: object) -> None:
        """Keeps a value, once ``close`` is called.

        Args:
            key: as for ``get``.
            value: not None, and as JSON can hold it.
        """
        self._asked[key] = json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass")

    def close(self) -> None:
        """Keeps what was asked for or put, and nothing else."""
        if self._file is None or self._asked.keys() == self._known.keys():
            return
        written = b"".join(b"%s %s\n" % (key.encode(), value) for key, value in self._asked.items())
        checksummed.write(self._file, self._frame, written)
