"""What was made: the folder, its content, and the rows that went with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from zoneledger.new_plan.source_text import SourceFile


@dataclass(frozen=True)
class Made:
    """A new plan.

    Args:
        folder: where it stands.
        content: of its ``plan.yml``.
        source: its source text.
        registered: cells of rows added to reference lists, by table.
    """

    folder: Path
    content: Mapping[str, Any]
    source: SourceFile
    registered: Mapping[str, Mapping[str, str]]

    @property
    def plan_id(self) -> str:
        """The plan's id."""
        return str(self.content["id"])

    @property
    def shown(self) -> str:
        """The folder as a reader of the repository writes it."""
        return f"datasets/plans/{self.plan_id}"

    @property
    def places(self) -> tuple[str, ...]:
        """Beginnings of the files it wrote to, from the repository's root."""
        return (f"{self.shown}/", *(f"datasets/reference/{table}.csv" for table in self.registered))
