"""What a file below ``/data/`` is to those who take it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from zoneledger.problems import Text

#: Kinds of download.
ZIP, ARCHIVE, TABLE, FILE, DESCRIPTOR, CATALOGUE = "zip", "archive", "table", "file", "descriptor", "catalogue"


@dataclass(frozen=True)
class Download:
    """One file to offer on the downloads page.

    Args:
        path: where it lies below ``/data/``.
        plan_id: the plan it is about; None for the whole dataset.
        kind: ``zip`` (the Data Package), ``archive`` (the same in another format), ``file`` (all tables in one file),
            ``table`` (one table), ``descriptor`` (the Data Package's) or ``catalogue`` (the same in the words of another
            standard).
        format: the format's id; see ``formats.FORMATS``.
        table: the table it holds; None where it holds all.
        title: what it holds, unescaped.
        bytes: its size.
        rows: how many rows it holds or describes.
        sha256: its checksum, in lower-case hexadecimal.
    """

    path: str
    plan_id: str | None
    kind: str
    format: str
    table: str | None
    title: Text
    bytes: int
    rows: int
    sha256: str

    def as_json(self) -> dict[str, Any]:
        """It as a value that JSON can hold."""
        return {**asdict(self), "title": list(self.title)}

    @classmethod
    def of_json(cls, value: dict[str, Any]) -> Download:
        """It again from what ``as_json`` gave."""
        return cls(**{**value, "title": Text(*value["title"])})


@dataclass(frozen=True)
class Output:
    """A file to write: where below ``/data/`` and what; and its download, unless it only comes along with others."""

    path: str
    content: bytes
    download: Download | None
