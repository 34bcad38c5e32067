"""Every address on the open web that the datasets and the hand-written pages name, with the places that name it."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path

from zoneledger.layout import Layout

_ADDRESS = re.compile(r"https?://[^\s<>\"'`()\[\]，。；、（）]+")


def collect(layout: Layout) -> dict[str, list[str]]:
    """Finds the addresses of a checkout.

    Args:
        layout: the checkout; it need not pass the check, since a broken row may still name an address.

    Returns:
        By address, sorted, the places that name it, as ``datasets/plans/x/outcomes.csv:2``.
    """
    found: dict[str, list[str]] = {}
    for file in sorted([*layout.datasets.rglob("*.csv"), *layout.datasets.rglob("*.yml"), *_pages(layout)]):
        for line, text in _texts(file):
            for address in _ADDRESS.findall(text):
                place = f"{file.relative_to(layout.root).as_posix()}:{line}"
                places = found.setdefault(address.rstrip(".,;:!?"), [])
                if place not in places:
                    places.append(place)
    return dict(sorted(found.items()))


def _pages(layout: Layout) -> Iterator[Path]:
    yield from (layout.site / "pages").rglob("*.md")


def _texts(file: Path) -> Iterator[tuple[int, str]]:
    """Line numbers and texts; the cells of a table one by one, because a comma may end an address or be part of it."""
    lines = file.read_text(encoding="utf-8", errors="replace").splitlines(keepends=True)
    if file.suffix != ".csv":
        yield from enumerate(lines, start=1)
        return
    reader = csv.reader(lines)
    start = 1
    for cells in reader:
        for cell in cells:
            yield start, cell
        start = reader.line_num + 1
