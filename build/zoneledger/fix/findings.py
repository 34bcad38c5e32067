"""What a repair says of its work: done, or in doubt and left for a human."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from zoneledger.catalogue import Field
from zoneledger.problems import NOTHING, Place, Problem, Rule, Text


@dataclass(frozen=True)
class Repair:
    """Something put right.

    Args:
        rule: what was broken.
        place: where it stood before.
        before: what stood there; empty where a message says enough.
        after: what stands there now.
        message: what was done, where before and after do not say it.
    """

    rule: Rule
    place: Place
    before: str = ""
    after: str = ""
    message: Text = NOTHING


@dataclass
class Outcome:
    """What became of one file.

    Args:
        file: its path from the repository's root.
        path: the file.
        before: its bytes as they were read; None where it was not read at all.
        after: the bytes it shall have; the same where nothing is to be done.
        repairs: what was put right.
        left: what only a human can settle.
    """

    file: str
    path: Path
    before: bytes | None = None
    after: bytes | None = None
    repairs: list[Repair] = field(default_factory=list)
    left: list[Problem] = field(default_factory=list)

    @property
    def changed(self) -> bool:
        """Whether the file is to be written."""
        return self.before is not None and self.after is not None and self.before != self.after


@dataclass(frozen=True)
class Cell:
    """One cell with all that a repair may judge it by.

    Args:
        value: its text.
        field: its column.
        committed: what the same row held there in the last commit; None where git does not know the row.
        delimiter: what separated the cells of the file it came from.
    """

    value: str
    field: Field
    committed: str | None = None
    delimiter: str = ","


@dataclass(frozen=True)
class Mended:
    """A repair's answer where only one thing can be meant."""

    value: str


@dataclass(frozen=True)
class Doubt:
    """A repair's answer where a human must decide.

    Args:
        message: what happened to the cell, and why it cannot be told what it was.
        allowed: what it may have been, where that is known.
    """

    message: Text
    allowed: Text = NOTHING


Answer = Mended | Doubt | None
