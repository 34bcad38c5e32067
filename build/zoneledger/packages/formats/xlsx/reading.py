"""Reads a workbook's tables again, straight from its XML: what a spreadsheet would show, nothing evaluated.

Source: ECMA-376, Office Open XML, part 1, sections 18.3 (worksheets) and 18.4 (shared strings).
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from datetime import date, timedelta
from xml.etree import ElementTree

from zoneledger.catalogue import TableSchema
from zoneledger.packages.formats.format import Rows
from zoneledger.packages.numbers import canonical

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
# Day 0 of a serial date, counted so that all days from March 1900 on are right.
_DAY_ZERO = date(1899, 12, 30)


def tables(content: bytes, schemas: Mapping[str, TableSchema]) -> Rows:
    """Every row of the tables that have a sheet of their own.

    Raises:
        ValueError: a sheet holds a formula, or its header is not the schema's.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        strings = _strings(archive)
        files = _sheet_files(archive)
        sheets = {
            name: ElementTree.fromstring(archive.read(files[name[:31]])) for name in schemas if name[:31] in files
        }
    return {name: _rows(sheet, strings, schemas[name]) for name, sheet in sheets.items()}


def _strings(archive: zipfile.ZipFile) -> list[str]:
    root = ElementTree.fromstring(archive.read("xl/sharedStrings.xml"))
    return [_unescaped("".join(part.text or "" for part in item.iter(f"{_MAIN}t"))) for item in root]


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)


def _sheet_files(archive: zipfile.ZipFile) -> dict[str, str]:
    links = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    targets = {link.attrib["Id"]: f"xl/{link.attrib['Target']}" for link in links}
    sheets = ElementTree.fromstring(archive.read("xl/workbook.xml")).iter(f"{_MAIN}sheet")
    return {sheet.attrib["name"]: targets[sheet.attrib[_LINK]] for sheet in sheets}


def _rows(sheet: ElementTree.Element, strings: list[str], schema: TableSchema) -> list[tuple[str, ...]]:
    if next(sheet.iter(f"{_MAIN}f"), None) is not None:
        raise ValueError(f"{schema.name}: the sheet holds a formula")
    width = len(schema.fields)
    head, *lines = (_cells(row, strings, width) for row in sheet.iter(f"{_MAIN}row"))
    if head != [field.name for field in schema.fields]:
        raise ValueError(f"{schema.name}: the header is {head}")
    days = [field.type == "date" for field in schema.fields]
    return [tuple(_day(cell) if day else cell for cell, day in zip(line, days, strict=True)) for line in lines]


def _cells(row: ElementTree.Element, strings: list[str], width: int) -> list[str]:
    cells = [""] * width
    for cell in row:
        value = cell.find(f"{_MAIN}v")
        if value is not None and value.text is not None:
            cells[_column(cell.attrib["r"])] = _shown(cell.attrib.get("t", "n"), value.text, strings)
    return cells


def _column(place: str) -> int:
    """The column, from 0, of a place such as ``AB12``."""
    number = 0
    for letter in place.rstrip("0123456789"):
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _shown(kind: str, text: str, strings: list[str]) -> str:
    if kind == "s":
        return strings[int(text)]
    if kind == "b":
        return canonical(text == "1")
    return canonical(float(text))


def _day(serial: str) -> str:
    return (_DAY_ZERO + timedelta(days=int(serial))).isoformat() if serial else ""
