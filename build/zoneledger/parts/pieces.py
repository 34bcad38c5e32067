"""Kept pages as lines of a file, and the pieces of it that hold pages made together."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from zoneledger.site.shell import Heading, Page


@dataclass(frozen=True)
class Piece:
    """Some lines of a file.

    Args:
        file: the file.
        start: where they begin.
        size: how many bytes they take.
        said: a name for what they say.
    """

    file: Path
    start: int
    size: int
    said: str

    def content(self) -> bytes:
        """The lines."""
        with self.file.open("rb") as file:
            file.seek(self.start)
            return file.read(self.size)

    def __iter__(self) -> Iterator[tuple[str, Page]]:
        """Their pages, with their languages; a line at a time, for a file may hold very many."""
        with self.file.open("rb") as file:
            file.seek(self.start)
            while file.tell() < self.start + self.size:
                yield _page(file.readline())


@dataclass(frozen=True)
class Pages:
    """The pages of a kind.

    Args:
        pieces: what holds them, in their order.
    """

    pieces: Sequence[Piece]

    def __iter__(self) -> Iterator[tuple[str, Page]]:
        """The pages, with their languages."""
        for piece in self.pieces:
            yield from piece


def line(lang: str, page: Page) -> bytes:
    """A page with its language, as a line."""
    headings = [[each.id, each.text, each.level] for each in page.headings]
    said = [lang, page.path, page.title, page.description, page.body, headings, page.graph]
    return json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass") + b"\n"


def _page(read: bytes) -> tuple[str, Page]:
    lang, path, title, description, body, headings, graph = json.loads(read)
    shown = tuple(Heading(*each) for each in headings)
    return lang, Page(path, title, description, Markup(body), shown, graph=tuple(graph))
