"""What is noted beside a thing that is kept: what it was made from, and what it is made of."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from hashlib import file_digest
from itertools import accumulate
from pathlib import Path

from zoneledger.catalogue.reading import Read
from zoneledger.parts.keys import digest
from zoneledger.parts.pieces import Piece

_NOTE, _MADE = "read.json", "made"


@dataclass(frozen=True)
class Note:
    """A note, in the folder of what it is about.

    Args:
        columns: the columns that were read.
        context: the fields of the context that were asked for.
        facts: the names of the facts that were asked for.
        says: a name for what all of these said.
        made: the checksum of the file that was made.
        sheets: of pages that were made sheet by sheet, the name of each sheet, the length of its lines, and a name for
            what they say; in their order.
        other_files: names for what stood in the files of plans but for those whose rows sheets show, by the keys of
            ``sheets.OtherFiles``.
        filling: of the fields of the context, those that were asked for while sheets were made.
        around: a name for what decides every sheet.
    """

    columns: Read
    context: Sequence[str]
    facts: Sequence[str]
    says: str
    made: str
    sheets: Sequence[tuple[str, int, str]] = ()
    other_files: Mapping[str, str] = field(default_factory=dict)
    filling: Sequence[str] = ()
    around: str = ""

    def pieces(self, file: Path) -> list[Piece]:
        """The lines of each sheet.

        Args:
            file: what is kept.
        """
        starts = accumulate((size for _, size, _ in self.sheets), initial=0)
        return [Piece(file, start, size, said) for start, (_, size, said) in zip(starts, self.sheets, strict=False)]

    def write(self, folder: Path) -> None:
        """Writes it.

        Args:
            folder: where ``file`` is.
        """
        said = asdict(self)
        (folder / _NOTE).write_text(json.dumps({"said": said, "sum": digest([json.dumps(said)])}), encoding="utf-8")

    @classmethod
    def find(cls, folder: Path) -> Note | None:
        """The note of a folder, where it and what it is about are as they were written.

        Args:
            folder: may be missing or damaged.
        """
        try:
            known = json.loads((folder / _NOTE).read_bytes())
            said = known["said"]
            whole = known["sum"] == digest([json.dumps(said)]) and said["made"] == checksum(folder)
            return cls(**said) if whole else None
        except (OSError, ValueError, KeyError, TypeError):
            return None


def file(folder: Path) -> Path:
    """What is kept in a folder."""
    return folder / _MADE


def checksum(folder: Path) -> str:
    """That of what is kept in a folder."""
    with file(folder).open("rb") as content:
        return file_digest(content, "blake2b").hexdigest()
