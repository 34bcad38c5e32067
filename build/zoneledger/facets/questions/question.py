"""A question with a permanent address, answered by the rows that a scan of the tables finds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from zoneledger.catalogue import Catalogue, Row
from zoneledger.problems import Text

#: From the catalogue to what tells whether a row is part of the answer.
Answering = Callable[[Catalogue], Callable[[Row], bool]]


def nowhere(catalogue: Catalogue) -> dict[str, str]:
    """No explorer shows the very rows of the answer."""
    return {}


@dataclass(frozen=True)
class Question:
    """A ready question.

    Args:
        id: its name in addresses; it never changes.
        text: the question.
        about: which rows are the answer, exactly.
        tables: what tells the rows of each table that answer it.
        address: the page that answers it, where another page does; empty where the answer has a page of its own.
        explorer: the query of each explorer (``targets``, ``duties``) that shows the very rows.
    """

    id: str
    text: Text
    about: Text
    tables: Mapping[str, Answering]
    address: str = ""
    explorer: Callable[[Catalogue], dict[str, str]] = field(default=nowhere)

    @property
    def page(self) -> str:
        """The address of the answer, below its language's root."""
        return self.address or f"questions/{self.id}/"
