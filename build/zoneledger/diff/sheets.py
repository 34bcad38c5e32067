"""Bytes of a CSV file to rows, tolerantly: whatever a spreadsheet made of the file, its cells are found again."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from itertools import chain, count

from zoneledger.catalogue import TableSchema
from zoneledger.catalogue.decoding import unix_line_ends
from zoneledger.catalogue.parsing import parse, separator
from zoneledger.problems import Text

#: What is wrong with a file: its line, a stable name, and the words.
Fault = tuple[int, str, Text]

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row: its physical line and its cells by column."""

    line: int
    cells: dict[str, str]


@dataclass(frozen=True)
class Sheet:
    """One table's file as read.

    Args:
        header: column names; one that stands twice, or cells beyond the header, get a number.
        rows: every row that is not blank, in file order.
        faults: what was unusual.
        readable: False where quotes are broken, so that cells cannot be told apart.
    """

    header: tuple[str, ...] = ()
    rows: tuple[SheetRow, ...] = ()
    faults: tuple[Fault, ...] = ()
    readable: bool = True


def decode(data: bytes) -> tuple[str, list[Fault]]:
    """Text with LF line ends: UTF-8 with or without BOM, UTF-16 with BOM, or GB18030 (of which GBK is a part)."""
    if data.startswith(_UTF16):
        text = data.decode("utf-16", "replace")
        return unix_line_ends(text), [(0, "encoding-utf-16", Text("按 UTF-16 读取。", "Read as UTF-16."))]
    try:
        return unix_line_ends(data.decode("utf-8-sig")), []
    except UnicodeDecodeError:
        pass
    # GBK hardly ever forms valid UTF-8: many good characters around a few bad bytes mean UTF-8 that was damaged.
    damaged = data.decode("utf-8-sig", "replace")
    bad = damaged.count("\ufffd")
    good = sum(char > "\x7f" for char in damaged) - bad
    if bad >= good:
        try:
            return unix_line_ends(data.decode("gb18030")), [
                (0, "encoding-gb18030", Text("按 GBK 读取。", "Read as GBK."))
            ]
        except UnicodeDecodeError:
            pass
    line = damaged.count("\n", 0, damaged.find("\ufffd")) + 1
    message = Text(f"有 {bad} 处字节无法解码，以 � 代替。", f"Bytes that cannot be decoded, shown as �: {bad}.")
    return unix_line_ends(damaged), [(line, "encoding-damaged", message)]


def read_sheet(data: bytes, shown: str, schema: TableSchema) -> Sheet:
    """Reads one file.

    Args:
        data: its bytes.
        shown: its path, for messages.
        schema: the table's rules; by its columns a separator other than the comma is recognised.
    """
    text, faults = decode(data)
    delimiter = separator(text, schema)
    if delimiter != ",":
        faults.append((1, "separator", Text("单元格之间不是逗号。", "Cells are not separated by commas.")))
    lines, broken = parse(text, shown, delimiter)
    if broken:
        told = [(problem.place.line, "quoting", problem.message) for problem in broken]
        return Sheet((), (), (*faults, *told), False)
    if lines and lines[0][0] == 1 and text.lower().startswith("sep="):
        lines = lines[1:]
    return _sheet([(line, cells) for line, cells in lines if any(cells)], faults)


def _sheet(lines: list[tuple[int, list[str]]], faults: list[Fault]) -> Sheet:
    if not lines:
        return Sheet(faults=(*faults, (1, "empty-file", Text("文件没有表头。", "The file has no header."))))
    width = max(len(cells) for _, cells in lines)
    header = _distinct([*lines[0][1], *[""] * (width - len(lines[0][1]))])
    rows = []
    # Most cells repeat: kept once, a long table takes a fraction of the memory.
    same: dict[str, str] = {}
    for line, cells in lines[1:]:
        if len(cells) != len(lines[0][1]):
            message = Text(
                f"这一行有 {len(cells)} 个单元格，表头有 {len(lines[0][1])} 个。",
                f"The row has {len(cells)} cells, the header {len(lines[0][1])}.",
            )
            faults.append((line, "row-width", message))
        filled = [same.setdefault(cell, cell) for cell in cells] + [""] * (width - len(cells))
        rows.append(SheetRow(line, dict(zip(header, filled, strict=True))))
    # A spreadsheet may add a column without name or content at the right: it is no column.
    kept = [name for place, name in enumerate(header) if place < len(lines[0][1]) and lines[0][1][place]]
    kept += [name for name in header if name not in kept and any(row.cells[name] for row in rows)]
    if any(name not in lines[0][1] for name in kept):
        message = Text("表头有重名或空名的列，已加编号。", "Columns without a name, or with the same, were numbered.")
        faults.append((lines[0][0], "header", message))
    if len(kept) < len(header):
        rows = [SheetRow(row.line, {name: row.cells[name] for name in kept}) for row in rows]
    return Sheet(tuple(kept), tuple(rows), tuple(faults))


def _distinct(names: list[str]) -> list[str]:
    """Names that are empty or repeat get a number, so that no cell is lost."""
    taken: set[str] = set()
    found = []
    for place, name in enumerate(names, 1):
        numbered = (f"{name}#{number}" for number in count(2 if name else place))
        free = (shown for shown in chain([name] if name else [], numbered) if shown not in taken)
        found.append(next(shown for shown in free if shown == name or shown not in names))
        taken.add(found[-1])
    return found
