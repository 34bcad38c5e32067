"""A bare mkdocs-material project whose pages have as many bytes, paragraphs and table cells as given ones.

It is given every advantage: no search, no navigation beyond one page, no links, no headings, no extension but tables.
"""

from __future__ import annotations

import math
import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_CONFIGURATION = """\
site_name: Bare
docs_dir: docs
site_dir: site
theme: {name: material, font: false}
plugins: []
nav: [index.md]
markdown_extensions: [tables]
validation: {omitted_files: ignore, links: {not_found: ignore, unrecognized_links: ignore}}
"""
_TABLE = re.compile(r"<table.*?</table>", re.DOTALL)
_ROW, _CELL = re.compile(r"<tr[ >]"), re.compile(r"<t[dh][ >]")
_BLOCK = re.compile(r"<(?:p|li|h[1-6]|dt|dd|summary)[ >]")
_BODY, _HIDDEN = (
    re.compile(r"<body.*</body>", re.DOTALL),
    re.compile(r"<(script|style|svg).*?</\1>|<[^>]*>|&\w+;", re.DOTALL),
)
#: What Markdown could take for markup; digits at the start of a line make a list.
_MARKUP = re.compile(r"[^\w，。、；：（）“” ]+|_")
#: What Markdown adds around a paragraph, a cell, a row and a table.
_PARAGRAPH, _AROUND_CELL, _AROUND_ROW = len("<p></p>\n"), len("<td></td>\n"), len("<tr>\n</tr>\n")


@dataclass(frozen=True)
class Shape:
    """What a page is made of.

    Args:
        size: its bytes.
        blocks: paragraphs, list items, headings and the like, outside tables.
        rows: rows of its tables.
        cells: cells in a row, on average.
        tables: the share of its bytes that stands in tables, 0 to 1.
        text: its visible text.
    """

    size: int
    blocks: int
    rows: int
    cells: int
    tables: float
    text: str

    @classmethod
    def of(cls, page: Path) -> Shape:
        """Measures an HTML page."""
        html = page.read_text(encoding="utf-8")
        size = page.stat().st_size
        tables = "".join(_TABLE.findall(html))
        rows = len(_ROW.findall(tables))
        cells = max(1, round(len(_CELL.findall(tables)) / rows)) if rows else 0
        body = _BODY.search(html)
        text = _MARKUP.sub("", _HIDDEN.sub(" ", body[0] if body else html))
        blocks = max(1, len(_BLOCK.findall(html)) - len(_BLOCK.findall(tables)))
        return cls(size, blocks, rows, cells, len(tables.encode()) / size, " ".join(text.split()) or "text")


def sample(pages: Sequence[Path], most: int, seed: int = 2019) -> list[Path]:
    """Draws pages evenly by size: sorted, cut into equal parts, one from the same place of each part.

    Args:
        pages: where they lie.
        most: how many to draw at most.
        seed: of the place.
    """
    ordered = sorted(pages, key=lambda page: (page.stat().st_size, page.as_posix()))
    count = min(most, len(ordered))
    place = random.Random(seed).random()
    return [ordered[int((number + place) * len(ordered) / count)] for number in range(count)]


def write(folder: Path, shapes: Sequence[Shape], frame: int) -> None:
    """Writes a project with a hub and one page a shape.

    Args:
        folder: an empty folder, or one that was written before: its pages go.
        shapes: what the pages are like.
        frame: bytes of the theme's own page around the content.
    """
    docs = folder / "docs"
    docs.mkdir(parents=True, exist_ok=True)
    (folder / "mkdocs.yml").write_text(_CONFIGURATION, encoding="utf-8")
    (docs / "index.md").write_text("# Hub\n", encoding="utf-8")
    for number, shape in enumerate(shapes):
        (docs / f"page-{number:05}.md").write_text(markdown(shape, shape.size - frame), encoding="utf-8")


def markdown(shape: Shape, size: int) -> str:
    """Markdown whose HTML has so many bytes, in as many paragraphs, rows and cells as a page has.

    Args:
        shape: the page.
        size: bytes of HTML to come to; where the page's parts alone take more, they are all that is written.
    """
    words = _Words(shape.text)
    parts = []
    if shape.rows:
        a_cell = size * shape.tables / (shape.rows * shape.cells) - _AROUND_CELL - _AROUND_ROW / shape.cells
        lines = ["| " + " | ".join(words.take(a_cell) for _ in range(shape.cells)) + " |" for _ in range(shape.rows)]
        lines.insert(1, "|" + " --- |" * shape.cells)
        parts.append("\n".join(lines))
    a_block = size * (1 - shape.tables) / shape.blocks - _PARAGRAPH
    parts += [words.take(a_block) for _ in range(shape.blocks)]
    return "# Page\n\n" + "\n\n".join(parts) + "\n"


class _Words:
    """A text read on and on."""

    def __init__(self, text: str) -> None:
        self._text = text.encode()
        self._place = 0
        self._owed = 0.0

    def take(self, size: float) -> str:
        """The next bytes of it, at least one; what a cut in a character loses is made up for later."""
        wanted = max(1, math.floor(size + self._owed))
        found = b""
        while len(found) < wanted:
            piece = self._text[self._place : self._place + wanted - len(found)]
            found += piece
            self._place = (self._place + len(piece)) % len(self._text)
        # never at the start of a line what Markdown would read as a list or a heading
        text = re.sub(r"^[\d ]+|\s+$", "", found.decode(errors="ignore")) or "x"
        self._owed += size - len(text.encode())
        return text
