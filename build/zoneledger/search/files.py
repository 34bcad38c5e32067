"""The folder of the search's files: named by their content, and the very files of the last build where they are the same.

Of many thousand files a build changes some. What the last build wrote is noted by digest, size and time; where such a file
still stands untouched in the last site, it gets a second name instead of being written once more.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
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

    def read(self) -> tuple[str, dict[str, _Written]]:
        """The name of the folder of its files and what they were; none where that is not known."""
        try:
            noted = json.loads(self.note.read_bytes())
            files = {
                str(name): (str(digest), int(size), int(time)) for name, (digest, size, time) in noted["files"].items()
            }
            version = str(noted["folder"])
            return (version, files) if version == _version(files) else ("", {})
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            return "", {}

    def write(self, version: str, files: dict[str, _Written]) -> None:
        """Notes the files of a build."""
        self.note.parent.mkdir(parents=True, exist_ok=True)
        self.note.write_text(json.dumps({"folder": version, "files": files}), encoding="utf-8")


class Files:
    """Writes files into a folder that is named by their content in the end.

    Args:
        folder: what it is called until then; it is empty.
        last: what the last build wrote, where that is known.

    Attributes:
        before: name of the last build's folder; empty where that is not known.
    """

    def __init__(self, folder: Path, last: Last | None = None) -> None:
        self._folder, self._last = folder, last
        self._known: set[str] = set()
        self.before, self._were = last.read() if last else ("", {})
        self._are: dict[str, _Written] = {}

    def write(self, name: str, text: str) -> None:
        """Writes a file; each has a name of its own.

        Args:
            name: its path below the folder.
            text: its content without the line break at its end.

        Raises:
            FileExistsError: the name was given before.
        """
        content = f"{text}\n".encode()
        digest = hashlib.blake2b(content, digest_size=16).hexdigest()
        before = self._were.get(name)
        if before is None or before[0] != digest or not self.take(name, name):
            self._make_room(name)
            status = self._write(name, content)
            self._are[name] = digest, status.st_size, status.st_mtime_ns

    def take(self, name: str, was: str) -> bool:
        """Takes a file of the last build as it is; False where it is gone or was touched.

        Args:
            name: its path below the folder.
            was: its path below the last build's.
        """
        before = self._were.get(was)
        if self._last is None or before is None:
            return False
        self._make_room(name)
        file = f"{self._last.folder}/{self.before}/{was}"
        try:
            if stamp(file) != before[1:] or not linked(file, f"{self._folder}/{name}"):
                return False
        except OSError:  # it is gone
            return False
        self._are[name] = before
        return True

    def named(self) -> str:
        """Gives the folder its name, and gives that: from the digests of the files, so that none need be read again."""
        version = _version(self._are)
        self._folder.rename(self._folder.parent / version)
        if self._last is not None:
            self._last.write(version, self._are)
        return version

    def _make_room(self, name: str) -> None:
        parent = name.rpartition("/")[0]
        if parent not in self._known:
            (self._folder / parent).mkdir(parents=True, exist_ok=True)
            self._known.add(parent)

    def _write(self, name: str, content: bytes) -> os.stat_result:
        # Twenty thousand files: what `open` does beside opening would be half of the cost. A name that is there already
        # may be the second one of a file of the last build, which is never written into.
        file = os.open(f"{self._folder}/{name}", os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
        try:
            rest = memoryview(content)
            while rest:  # a full disk takes a part, and says so when it is asked again
                rest = rest[os.write(file, rest) :]
            return os.fstat(file)
        finally:
            os.close(file)


def _version(files: Mapping[str, _Written]) -> str:
    """A name for what some files hold."""
    content = "".join(f"{name} {files[name][0]}\n" for name in sorted(files))
    return hashlib.sha256(content.encode()).hexdigest()[:10]
