"""The folder of the search's files: named by their content, and the very files of the last build where they are the same.

Of many thousand files a build changes some. What the last build wrote is noted by digest, size and time; where such a file
still stands untouched in the last site, it gets a second name instead of being written once more.
"""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass
from pathlib import Path

from zoneledger.second_names import linked, stamp

#: Of a file its digest, its size, and the time of its last change in nanoseconds.
_Written = tuple[str, int, int]


@dataclass(frozen=True)
class Last:
    """What the last build wrote.

    Args:
        folder: ``search/`` of its site; it may be gone.
        note: what is known of its files; it may be deleted at any time.
    """

    folder: Path
    note: Path

    def read(self) -> tuple[Path, dict[str, _Written]]:
        """The folder of its files and what they were; none where that is not known."""
        try:
            noted = json.loads(self.note.read_bytes())
            files = {
                str(name): (str(digest), int(size), int(time)) for name, (digest, size, time) in noted["files"].items()
            }
            return self.folder / str(noted["folder"]), files
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            return self.folder, {}

    def write(self, version: str, files: dict[str, _Written]) -> None:
        """Notes the files of a build."""
        self.note.parent.mkdir(parents=True, exist_ok=True)
        self.note.write_text(json.dumps({"folder": version, "files": files}), encoding="utf-8")


class Files:
    """Writes files into a folder that is named by their content in the end.

    Args:
        folder: what it is called until then.
        last: what the last build wrote, where that is known.
    """

    def __init__(self, folder: Path, last: Last | None = None) -> None:
        self._folder, self._last = folder, last
        self._content = hashlib.sha256()
        self._known: set[str] = set()
        self._before, self._were = last.read() if last else (folder, {})
        self._are: dict[str, _Written] = {}

    def write(self, name: str, text: str) -> None:
        """Writes a file; each has a name of its own.

        Args:
            name: its path below the folder.
            text: its content without the line break at its end.
        """
        parent = name.rpartition("/")[0]
        if parent not in self._known:
            (self._folder / parent).mkdir(parents=True, exist_ok=True)
            self._known.add(parent)
        content = f"{text}\n".encode()
        if self._last is None:
            self._write(name, content)
        else:
            digest = hashlib.blake2b(content, digest_size=16).hexdigest()
            before = self._were.get(name)
            if before is None or before[0] != digest or not self._linked(name, before):
                status = self._write(name, content)
                before = digest, status.st_size, status.st_mtime_ns
            self._are[name] = before
        self._content.update(f"{name}\n".encode())
        self._content.update(content)

    def named(self) -> str:
        """Gives the folder its name, and gives that."""
        version = self._content.hexdigest()[:10]
        self._folder.rename(self._folder.parent / version)
        if self._last is not None:
            self._last.write(version, self._are)
        return version

    def _linked(self, name: str, before: _Written) -> bool:
        """Whether the last build's file stands here now, by a second name."""
        file = f"{self._before}/{name}"
        try:
            return stamp(file) == before[1:] and linked(file, f"{self._folder}/{name}")
        except OSError:  # it is gone
            return False

    def _write(self, name: str, content: bytes) -> os.stat_result:
        # Twenty thousand files: what `open` does beside opening would be half of the cost.
        file = os.open(f"{self._folder}/{name}", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666)
        try:
            rest = memoryview(content)
            while rest:  # a full disk takes a part, and says so when it is asked again
                rest = rest[os.write(file, rest) :]
            return os.fstat(file)
        finally:
            os.close(file)
