"""What the last build merged, kept so that the next one need look only at the plans that have changed since.

A file a turn of keys, and one that names them with their checksums and says of what they were made. What is not whole, or
is not of the very files that the last build is known to have written, is as good as nothing: all is then merged anew.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from zoneledger import checksummed
from zoneledger.search.extract import Extract
from zoneledger.search.turns import Turn

_INDEX = "index.json"


@dataclass(frozen=True)
class Outline:
    """Of an extract all that is needed while it stays the same.

    Args:
        path: folder of its files.
        says: a name for all that it says.
        kinds: how many units of each kind follow each other.
        pages: first unit of each page.
        firsts: first unit of each file.
        readings: syllables, by character of its names.
    """

    path: str
    says: str
    kinds: dict[str, int]
    pages: list[int]
    firsts: list[int]
    readings: dict[str, str]

    @classmethod
    def of(cls, one: Extract, says: str) -> Outline:
        """The outline of an extract."""
        return cls(
            one["path"], says, dict(one["kinds"]), list(one["pages"]), list(one["firsts"]), dict(one["readings"])
        )


@dataclass(frozen=True)
class Before:
    """What the last build merged.

    Args:
        outlines: of its extracts.
        stems: of all words.
        checksums: of the turns, by name.
        folder: of the turns.
    """

    outlines: Sequence[Outline]
    stems: Mapping[str, str]
    checksums: Mapping[str, str]
    folder: Path

    def turn(self, name: str) -> Turn:
        """One of the turns."""
        return Turn.read((self.folder / name).read_bytes())


@dataclass(frozen=True)
class Kept:
    """Keeps what a build merged.

    Args:
        folder: of this release of the program; it may be deleted at any time.
    """

    folder: Path

    def read(self, files: str, frame: object) -> Before | None:
        """What the last build merged; None where that is not known, or was merged in another way.

        Args:
            files: name of the folder of the files that the last build wrote.
            frame: all but the extracts that decides on the result, as JSON can hold it.
        """
        text = checksummed.read(self.folder / _INDEX, _framed(files, frame)) if files else None
        if text is None:
            return None
        known = json.loads(text)
        try:
            checksums = {
                name: checksum
                for name, checksum in known["turns"].items()
                if _sum((self.folder / name).read_bytes()) == checksum
            }
        except OSError:
            return None
        if checksums != known["turns"]:
            return None
        return Before([Outline(**each) for each in known["outlines"]], known["stems"], checksums, self.folder)

    def write_turn(self, name: str, turn: Turn, before: Before | None) -> str:
        """Keeps a turn, and gives its checksum.

        Args:
            name: of it.
            turn: what is kept.
            before: what the last build merged, where the turn was made from that.
        """
        if before is not None and not turn.changed:
            return before.checksums[name]
        content = turn.written()
        self.folder.mkdir(parents=True, exist_ok=True)
        (self.folder / name).write_bytes(content)
        return _sum(content)

    def close(self, files: str, frame: object, merged: Before) -> None:
        """Notes that all was kept.

        Args:
            files: name of the folder of this build's files.
            frame: as for ``read``.
            merged: what was kept.
        """
        outlines = [vars(each) for each in merged.outlines]
        known = {"outlines": outlines, "stems": merged.stems, "turns": merged.checksums}
        text = json.dumps(known, ensure_ascii=False, separators=(",", ":")).encode()
        checksummed.write(self.folder / _INDEX, _framed(files, frame), text)


def _framed(files: str, frame: object) -> bytes:
    return json.dumps([files, frame]).encode()


def _sum(content: bytes) -> str:
    return sha256(content).hexdigest()
