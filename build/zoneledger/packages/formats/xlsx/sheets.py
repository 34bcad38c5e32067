"""A table as a sheet: typed cells, a frozen header with notes, filters, widths that suit what stands in them."""

from __future__ import annotations

import unicodedata
from datetime import date

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from zoneledger.catalogue import Field, Value
from zoneledger.packages.tables import Table

# Excel's own limits: of a sheet's name, and of a cell.
_LONGEST_NAME = 31
_LONGEST_TEXT = 32_767
_CUT = " …［全文见 CSV / whole text in the CSV］"
_NARROWEST, _WIDEST = 6, 60
# Rows that decide a column's width.
_SAMPLE = 50


class Style:
    """The formats of one workbook's cells."""

    def __init__(self, workbook: Workbook) -> None:
        self.head = workbook.add_format({"bold": True, "bottom": 1, "bg_color": "#F2F4F7", "valign": "top"})
        self.title = workbook.add_format({"bold": True, "font_size": 14})
        self.prose = workbook.add_format({"text_wrap": True, "valign": "top"})
        text = workbook.add_format({"num_format": "@", "valign": "top"})
        plain = workbook.add_format({"valign": "top"})
        day = workbook.add_format({"num_format": "yyyy-mm-dd", "valign": "top"})
        self.of = {"string": text, "integer": plain, "number": plain, "boolean": plain, "date": day}


def write_table(workbook: Workbook, style: Style, table: Table) -> None:
    """Adds a table's sheet."""
    sheet = workbook.add_worksheet(table.name[:_LONGEST_NAME])
    last = len(table.schema.fields) - 1
    for column, (field, values) in enumerate(zip(table.schema.fields, table.values, strict=True)):
        sheet.set_column(column, column, _width(field, values), style.of[field.type])
        sheet.write_string(0, column, field.name, style.head)
        sheet.write_comment(0, column, _note(field), {"author": "", "x_scale": 2, "y_scale": 1.5})
        _write_column(sheet, style, column, field, values)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, table.count, last)


def _write_column(sheet: Worksheet, style: Style, column: int, field: Field, values: tuple[Value, ...]) -> None:
    layout = style.of[field.type]
    for row, value in enumerate(values, 1):
        if value is None:
            continue
        if isinstance(value, bool):
            sheet.write_boolean(row, column, value, layout)
        elif isinstance(value, int | float):
            sheet.write_number(row, column, value, layout)
        elif field.type == "date":
            sheet.write_datetime(row, column, date.fromisoformat(value), layout)
        else:
            sheet.write_string(row, column, fitting(value), layout)


def fitting(text: str) -> str:
    """Text as long as a cell can hold; what is cut says where the rest is."""
    return text if len(text) <= _LONGEST_TEXT else text[: _LONGEST_TEXT - len(_CUT)] + _CUT


def _note(field: Field) -> str:
    title, description = field.title, field.description
    return f"{title.zh}\n{description.zh}\n\n{title.en}\n{description.en}"


def _width(field: Field, values: tuple[Value, ...]) -> int:
    shown = [10 if field.type == "date" else _extent(str(value)) for value in values[:_SAMPLE] if value is not None]
    # The filter's button takes the room of three letters.
    return min(_WIDEST, max(_NARROWEST, len(field.name) + 3, *shown, 0) + 1)


def _extent(text: str) -> int:
    """How many letters wide the longest line is; a Chinese character is two."""
    line = max(text[: 2 * _WIDEST].split("\n"), key=len)
    return len(line) + sum(unicodedata.east_asian_width(character) in "WF" for character in line)
