"""Figures as a table of text: what was measured down, numbers of plans across."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from zoneledger.bench.figure import Figure, plans_text
from zoneledger.bench.measured import MEASURED
from zoneledger.bench.record import Record, Size
from zoneledger.problems import Text

_ROWS = Text("行", "Rows")
_PROMISED = Text("承诺", "Promised")
_MISSED = Text("未达到", "missed")
_NOTHING = "–"
_GAP = "  "


def lines(record: Record, lang: str) -> Iterator[str]:
    """The table, line by line.

    Args:
        record: what was measured.
        lang: ``zh`` or ``en``.
    """
    yield from _facts(record, lang)
    sizes = list(record.sizes.values())
    head = ["", *(plans_text(size.plans).of(lang) for size in sizes), _PROMISED.of(lang)]
    rows: list[list[str]] = [head, [_ROWS.of(lang), *(f"{size.rows:,}" for size in sizes), ""]]
    for measured in MEASURED:
        found = [_row(measured.NAME, figure, sizes, lang) for figure in measured.FIGURES]
        shown = [row for row in found if row is not None]
        rows += [[], [measured.TITLE.of(lang)], *shown] if shown else []
    widths = [max(width(row[place]) for row in rows if len(row) > place) for place in range(len(head))]
    for row in rows:
        cells = [_padded(cell, widths[place], left=place in (0, len(head) - 1)) for place, cell in enumerate(row)]
        yield _GAP.join(cells).rstrip()


def _facts(record: Record, lang: str) -> Iterator[str]:
    program, machine = record.facts["program"], record.facts["machine"]
    changed = Text("（有改动）", " (changed)").of(lang) if program["changed"] else ""
    cores = Text(f"{machine['cores']} 核", f"{machine['cores']} cores").of(lang)
    yield f"zoneledger {program['version']} {program['commit'][:12]}".rstrip() + f"{changed}, {record.facts['date']}"
    yield f"{cores}, {machine['memory_gib']} GiB, {machine['processor']}, {machine['system']}, Python {machine['python']}"
    yield ", ".join(f"{name} {version}" for name, version in record.facts["packages"].items())
    yield ""


def _row(thing: str, figure: Figure, sizes: Sequence[Size], lang: str) -> list[str] | None:
    """A figure at every size with what is promised of it; None where it was measured at none."""
    name = f"{thing}.{figure.name}"
    if not any(name in size.figures for size in sizes):
        return None
    cells = []
    for size in sizes:
        value = size.figures.get(name)
        if value is None:
            cells.append(_NOTHING)
            continue
        missed = f" {_MISSED.of(lang)}" if figure.broken(value, size.plans) else ""
        cells.append(figure.shown(value).of(lang) + missed)
    promises = Text("；", "; ").of(lang).join(promise.text(figure.unit).of(lang) for promise in figure.promises)
    return [f"  {figure.label.of(lang)}", *cells, promises]


def width(text: str) -> int:
    """Columns a text takes in a terminal: two for a Han character or a full-width mark."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def _padded(cell: str, columns: int, left: bool) -> str:
    space = " " * (columns - width(cell))
    return cell + space if left else space + cell
