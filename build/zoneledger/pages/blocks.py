"""HTML that the templates wrote, as blocks in blocks: what it can be cut between, and what stands at the head of each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

#: The id of an element, in HTML as it is written here.
ID = re.compile(r'\sid="([^"]+)"')
#: Elements that hold rows, or are rows; all others belong to the text of these.
_TAGS = b"h2|h3|p|div|details|summary|ol|ul|li|dl|dt|dd|table|caption|thead|tbody|tr|figure"
_TAG = re.compile(rb"<(/?)(" + _TAGS + rb")\b((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>")
#: What is said again where a block goes on overleaf; a section's paragraphs are said once.
_HEADS = frozenset({b"summary", b"thead", b"caption", b"dt", b"p", b"h2", b"h3"})
_HEAD_CLASS = b"__head"
#: What is never cut: these, and the rows of a list, except folds of the outline, which hold further ones.
_WHOLE = frozenset({b"tr", b"p", b"dd", b"figure", b"summary", b"h2", b"h3"})
_ROW_CLASS = b'class="zl-row"'


@dataclass
class Block:
    """An element with the blocks in it, or a section, which has no tag.

    Args:
        tag: its name; empty for a section.
        start: its start tag.
        source: the bytes in which it stands.
        begin: where its start tag begins there.
        stop: where its end tag ends.
        after: what stands between it and the next block, or the end of the block around it.
        blocks: the elements directly in it.
    """

    tag: bytes
    start: bytes
    source: bytes
    begin: int
    stop: int = 0
    after: bytes = b""
    blocks: list[Block] = field(default_factory=list)

    @property
    def text(self) -> bytes:
        """All of it, and what stands after it."""
        return self.source[self.begin : self.stop] + self.after

    @property
    def end(self) -> bytes:
        """Its end tag, and what stands after it."""
        return (b"</" + self.tag + b">" if self.tag else b"") + self.after

    @property
    def head(self) -> bytes:
        """Its start tag and what stands before its first row."""
        return self.source[self.begin : self.rows[0].begin] if self.rows else self.text

    @property
    def rows(self) -> Sequence[Block]:
        """The blocks that it can be cut between; none where it is a row itself."""
        if self.tag in _WHOLE or (self.tag != b"details" and _ROW_CLASS in self.start):
            return ()
        if not self.tag:
            return self.blocks[1:]
        heads = next((place for place, one in enumerate(self.blocks) if not one.is_head), len(self.blocks))
        return self.blocks[heads:]

    @property
    def is_head(self) -> bool:
        """Whether it is said again where the block around it goes on."""
        return self.tag in _HEADS or _HEAD_CLASS in self.start


def section(source: bytes) -> Block:
    """The blocks of a section of a page, its heading first.

    Raises:
        ValueError: the tags do not match.
    """
    root = Block(b"", b"", source, 0, len(source))
    around, at = [root], 0
    while found := _TAG.search(source, at):
        at, tag = found.end(), found[2]
        if found[1]:
            block = around.pop()
            if block.tag != tag:
                raise ValueError(f"</{tag.decode()}> ends <{block.tag.decode()}>")
            _close(block, found.start())
            block.stop = at
            continue
        block = Block(tag, found[0], source, found.start())
        _close(around[-1], block.begin)
        around[-1].blocks.append(block)
        if tag == b"figure":
            # a drawing is never cut, and its tags are of no concern
            at = block.stop = source.index(b"</figure>", at) + len(b"</figure>")
        else:
            around.append(block)
    if len(around) > 1:
        raise ValueError(f"<{around[-1].tag.decode()}> has no end")
    _close(root, len(source))
    return root


def _close(block: Block, end: int) -> None:
    """Gives what stands before a place to the last block in another."""
    if block.blocks:
        last = block.blocks[-1]
        last.after = block.source[last.stop : end]
