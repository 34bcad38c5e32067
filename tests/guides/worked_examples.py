"""Reads the worked examples out of a page, and holds each against the row of the datasets it claims to show.

An example is a line of a Markdown table: the row's id (or the plan and the table, where rows have none) as a link below
``site:``, the printed stretch, and the cells as code, ``column=value``.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_LINE = re.compile(r"^\| \[([^\]]+)\]\(site:([^)]+)\) \| (.*?) ?\| (.+) \|$", re.MULTILINE)
_CELL = re.compile(r"`([a-z_]+)=([^`]*)`")
#: Told by the link, by the column before, or at length on the plan's page.
_ELSEWHERE = {"id", "measure_id", "locator", "printed", "note_url"}
_WORDS = re.compile(r"(?:reading_)?note_(?:zh|en)")
#: The columns that hold the same in the other language, where the name alone does not tell.
_TWIN = {"scope_printed": "scope_en"}
#: Left out where they are 1.
_PLACES = ("occurrence", "member")


@dataclass(frozen=True)
class Example:
    label: str
    address: str
    printed: str
    cells: dict[str, str]

    @property
    def plan(self) -> str:
        return self.label.split()[0] if " " in self.label else self.label.rsplit("-", 1)[0]


def examples(page: str) -> list[Example]:
    """The examples of a page, in order."""
    return [
        Example(label, address, printed.strip(), dict(_CELL.findall(cells)))
        for label, address, printed, cells in _LINE.findall(page)
    ]


@cache
def _rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


def rows_of(root: Path, example: Example) -> list[tuple[str, dict[str, str]]]:
    """Table and row of everything an example may mean: one, if it is a good example."""
    folder = root / "datasets/plans" / example.plan
    if " " not in example.label:
        tables = ((file.stem, row) for file in sorted(folder.glob("*.csv")) for row in _rows(file))
        return [(table, row) for table, row in tables if row.get("id") == example.label]
    table = example.label.split()[1]
    file = folder / f"{table}.csv"
    found = _rows(file) if file.is_file() else []
    wanted = example.cells | ({"printed": example.printed} if example.printed else {})
    first = {name: "1" for name in _PLACES if name not in example.cells}
    found = [row for row in found if all(row.get(name, value) == value for name, value in first.items())]
    return [(table, row) for row in found if all(row.get(name) == value for name, value in wanted.items())]


def shown(row: dict[str, str], lang: str) -> dict[str, str]:
    """The cells of a row that an example in that language shows."""
    kept = {}
    for name, value in row.items():
        one = name in _PLACES and value == "1"
        foreign = name.endswith("_en" if lang == "zh" else "_zh")
        doubled = lang == "en" and _TWIN.get(name, f"{name}_en") in row
        if value and not (one or foreign or doubled or name in _ELSEWHERE or _WORDS.fullmatch(name)):
            kept[name] = value
    return kept


def faults(root: Path, example: Example, lang: str) -> list[str]:
    """In what an example differs from its row; empty where it is true."""
    found = rows_of(root, example)
    if len(found) != 1:
        return [f"{example.label}: {len(found)} rows of the datasets fit instead of one"]
    _, row = found[0]
    told = []
    if example.printed != row.get("printed", ""):
        told.append(f"{example.label}: printed is {row.get('printed')!r}, the page has {example.printed!r}")
    actual = shown(row, lang)
    for name in sorted(actual.keys() | example.cells.keys()):
        if actual.get(name) != example.cells.get(name):
            told.append(f"{example.label}: {name} is {actual.get(name)!r}, the page has {example.cells.get(name)!r}")
    place = "#" if " " in example.label else f"#{example.label}"
    if not example.address.startswith(f"plans/{example.plan}/{place}"):
        told.append(f"{example.label}: the link leads to {example.address}")
    return told
