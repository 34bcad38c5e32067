"""Spreads HTML that is too long for one page over several: it is cut between rows, alike in every language.

What is cut is what the templates wrote: blocks in blocks, each with its end tag. A block that goes on overleaf is closed and
opened again with what stands at its head: the summary of a fold, the head of a table, the name of a group.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from zoneledger.pages.blocks import Block

_ID = re.compile(rb'\sid="[^"]*"')
_SECTION_END = re.compile(rb"</h2>")
#: Bytes of a block that is not cut if it can be helped.
_SMALL = 4_000


@dataclass(frozen=True)
class Piece:
    """The same block in every language.

    Args:
        blocks: by language.
    """

    blocks: Mapping[str, Block]

    @cached_property
    def weight(self) -> int:
        """Its bytes in the language in which it is heaviest."""
        return max(len(block.text) for block in self.blocks.values())

    @cached_property
    def heads(self) -> Mapping[str, bytes]:
        """Its start tag and all that is said again where it goes on."""
        return {lang: block.head for lang, block in self.blocks.items()}

    @cached_property
    def rows(self) -> Sequence[Piece]:
        """What it can be cut between; nothing where it holds no rows, or not the same ones in every language."""
        found = {lang: block.rows for lang, block in self.blocks.items()}
        if len({tuple(row.tag for row in rows) for rows in found.values()}) > 1:
            return ()
        return [Piece(dict(zip(found, row, strict=True))) for row in zip(*found.values(), strict=True)]

    @cached_property
    def least(self) -> int:
        """Bytes of the least of it that may stand at the end of a page: its head and its first row."""
        if not self.rows or self.weight < _SMALL:
            return self.weight
        return max(map(len, self.heads.values())) + self.rows[0].least


@dataclass
class Filler:
    """Fills pages one after the other.

    Args:
        most: bytes of a page in any language.
        more: what a section's heading says besides where it goes on, by language.
    """

    most: int
    more: Mapping[str, bytes]
    #: The pages, by language.
    pages: list[dict[str, bytearray]] = field(default_factory=list)
    _open: list[Piece] = field(default_factory=list)
    _room: int = 0
    _fresh: bool = True

    def put(self, piece: Piece) -> None:
        """Adds a block, on as many pages as it needs; a row heavier than a page has one of its own."""
        if not self.pages:
            self._turn()
        if piece.weight > self._room and not self._fresh and (not piece.rows or piece.least > self._room):
            self._turn()
        if piece.weight <= self._room or not piece.rows:
            self._write({lang: block.text for lang, block in piece.blocks.items()})
            self._fresh = False
            return
        self._write(piece.heads)
        self._open.append(piece)
        for row in piece.rows:
            self.put(row)
        self._open.pop()
        self._write({lang: block.end for lang, block in piece.blocks.items()})

    def _turn(self) -> None:
        for piece in reversed(self._open):
            self._write({lang: block.end for lang, block in piece.blocks.items()})
        self.pages.append({lang: bytearray() for lang in self.more})
        self._room, self._fresh = self.most, True
        for piece in self._open:
            again = {lang: _ID.sub(b"", head) for lang, head in piece.heads.items()}
            if not next(iter(piece.blocks.values())).tag:
                # a section is found by its heading's id on every page that has some of it
                again = {
                    lang: _SECTION_END.sub(self.more[lang] + b"</h2>", head, count=1)
                    for lang, head in piece.heads.items()
                }
            self._write(again)

    def _write(self, texts: Mapping[str, bytes]) -> None:
        for lang, text in texts.items():
            self.pages[-1][lang] += text
        self._room -= max(map(len, texts.values()))
