"""What every ``plan.yml`` says, kept from build to build: to read a thousand of them as YAML takes half a second.

It is kept under the digest of the plan's folder, and only where nothing was wrong with it. What is kept may be deleted at
any time.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any

_BYTES = 16
_DIGEST = 2 * _BYTES


class PlanFiles:
    """The contents that an earlier build read.

    Args:
        file: where they are kept, by this release of the program alone; they are not where None.
        schema: the file of the JSON Schema that rules them; by another one they would be read anew.
    """

    def __init__(self, file: Path | None = None, schema: Path | None = None) -> None:
        self._file = file
        self._schema = schema.read_bytes() if schema else b""
        self._known: dict[str, bytes] = {}
        self._asked: dict[str, bytes] = {}
        with suppress(OSError):
            checksum, _, written = file.read_bytes().partition(b"\n") if file is not None else (b"", b"", b"")
            if checksum == self._checksum(written):
                self._known = {line[:_DIGEST].decode(): line[_DIGEST:] for line in written.splitlines()}

    def get(self, plan_id: str, digest: str) -> dict[str, Any] | None:
        """What a plan's file says; None where that is not known.

        Args:
            plan_id: the plan.
            digest: of its folder.
        """
        if digest not in self._known:
            return None
        found: dict[str, Any] = json.loads(self._known[digest])
        if found["id"] != plan_id:
            return None
        self._asked[digest] = self._known[digest]
        return found

    def put(self, digest: str, content: dict[str, Any]) -> None:
        """Keeps what a plan's file says, once ``close`` is called.

        Args:
            digest: of the plan's folder.
            content: of the file, in which nothing was wrong.
        """
        self._asked[digest] = json.dumps(content, ensure_ascii=False).encode()

    def close(self) -> None:
        """Keeps what was asked for or put, and nothing else; a folder that cannot be written to keeps nothing."""
        if self._file is None or self._asked.keys() == self._known.keys():
            return
        written = b"".join(digest.encode() + line + b"\n" for digest, line in self._asked.items())
        aside = self._file.with_name(f".{self._file.name}.{os.getpid()}")
        with suppress(OSError):
            aside.write_bytes(self._checksum(written) + b"\n" + written)
            aside.replace(self._file)

    def _checksum(self, written: bytes) -> bytes:
        return blake2b(self._schema + written, digest_size=_BYTES).hexdigest().encode()
