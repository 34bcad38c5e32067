"""Tables as CSV for a spreadsheet opened by double-click: byte order mark, CRLF, nothing that would be evaluated.

A byte order mark makes Excel read UTF-8. Text that a spreadsheet would evaluate, or quietly turn into something else, gets
an apostrophe before it; so does text that begins with one, so that taking one apostrophe away always gives the text back.

Source: OWASP, CSV Injection, https://owasp.org/www-community/attacks/CSV_Injection; full-width signs count too.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from zoneledger.catalogue import TableSchema
from zoneledger.packages import csv_lines
from zoneledger.packages.formats import csv_raw
from zoneledger.packages.formats.format import Files, Format, Rows, Stretches
from zoneledger.packages.package import Package
from zoneledger.packages.tables import Table
from zoneledger.problems import Text

_MARK = "\ufeff"
_ENDING = "\r\n"
_READING = Text(
    """\
- 双击即可在 Excel、WPS、LibreOffice 中打开，中文不乱码。没有行的表只有表头。
- 会被当作公式的文字（以 `=`、`+`、`-`、`@` 及全角 `＝＋－＠` 开头），以及会被改成日期或数字的文字（如 `2022-06`、`1-2`、`007`），\
前面加了一个撇号 `'`；去掉一个撇号就是原值。原本以撇号开头的文字也多加一个。
- 挡不住的：完整日期（如 `2022-06-30`）会按本机的日期格式显示；纯数字代码会显示为数字。要原样的值，请用原始 CSV，或 XLSX（不超过 100,000 行时有）。
- Python 读取时写 `encoding="utf-8-sig"`。""",
    """\
- Opens by double-click in Excel, WPS and LibreOffice, with Chinese text intact. A table without rows is its header \
alone.
- Text that would be taken for a formula (beginning with `=`, `+`, `-`, `@` or the full-width `＝＋－＠`), and text that would \
be turned into a date or a number (such as `2022-06`, `1-2` or `007`), has an apostrophe `'` before it; without that \
apostrophe it is the original. Text that begins with an apostrophe has one more.
- What cannot be prevented: a whole date (such as `2022-06-30`) is shown in the machine's own date format, and a code of \
digits as a number. For untouched values take the raw CSV, or XLSX (up to 100,000 rows).
- In Python read it with `encoding="utf-8-sig"`.""",
)

# Blanks and invisible characters before the sign do not stop every spreadsheet.
_FORMULA = r"[\s\u00ad\u200b-\u200f\u2060\ufeff]*[=+\-@＝＋－＠]"
# Year and month, day and month, fractions, leading zeros, more digits than a spreadsheet keeps, exponents, logical values.
_CONVERTED = (
    r"(?:\d{1,4}[-/.]\d{1,2}|\d{1,2}[-/.]\d{4}|\d{1,2}[-/.]\d{1,2}[-/.]\d{1,4}|\d{1,2}:\d{2}(?::\d{2})?"
    r"|\d+/\d+|0\d+|\d{16,}|\d+(?:\.\d+)?[eE][+-]?\d+|\d{1,4}年\d{1,2}月|\d{1,2}月\d{1,2}日|(?i:true|false))\Z"
)
_ESCAPED = re.compile(f"'|[\t\r]|{_FORMULA}|{_CONVERTED}")
_TEXT = ("string",)
# What a text can begin with that needs an apostrophe.
_FIRST = re.compile(r"['\s\u00ad\u200b-\u200f\u2060\ufeff=+\-@＝＋－＠\dtTfF]")


class _Suspects(dict[str, bool]):
    """Whether texts that begin with a character are to be looked at; found once for each, most never are."""

    def __missing__(self, first: str) -> bool:
        return self.setdefault(first, _FIRST.match(first) is not None)


_SUSPECT = _Suspects()


def harmless(text: str) -> str:
    """Text that a spreadsheet shows and does nothing else with."""
    return f"'{text}" if _ESCAPED.match(text) else text


def encode_head(schema: TableSchema) -> bytes:
    """What a table's file begins with: the byte order mark and the header."""
    head = csv_lines.by_row([[field.name for field in schema.fields]], _ENDING)
    return f"{_MARK}{head}".encode()


def encode_rows(table: Table) -> bytes:
    """A table's rows; those of several plans, one behind the other, are the rows of them all."""
    columns = [
        _harmless(column) if field.type in _TEXT else column
        for field, column in zip(table.schema.fields, table.texts, strict=True)
    ]
    return csv_lines.written(columns, _ENDING).encode("utf-8")


def _harmless(column: Sequence[str]) -> Sequence[str]:
    # Each text is looked at once; most columns have none that could act.
    changed = {cell: harmless(cell) for cell in set(column) if _SUSPECT[cell[:1]]}
    return [changed.get(cell, cell) for cell in column] if changed else column


def encode_table(table: Table) -> bytes:
    """A table with its header as the bytes of a CSV file."""
    return encode_head(table.schema) + encode_rows(table)


def encode(package: Package) -> dict[str, bytes]:
    """A file for every table."""
    return {f"{table.name}.csv": encode_table(table) for table in package.tables}


def read_back(files: Files, schemas: Mapping[str, TableSchema]) -> Rows:
    """Every row of the tables, apostrophes taken away again.

    Raises:
        ValueError: a file has no byte order mark, its header is not the schema's, or a cell does not fit its type.
    """
    raw = {name: content.removeprefix(_MARK.encode()) for name, content in files.items()}
    if any(raw[name] == files[name] for name in files if name.endswith(".csv")):
        raise ValueError("a file has no byte order mark")
    found = csv_raw.read_back(raw, schemas)
    return {name: [_original(row, schemas[name]) for row in rows] for name, rows in found.items()}


def _original(row: tuple[str, ...], schema: TableSchema) -> tuple[str, ...]:
    return tuple(
        cell.removeprefix("'") if field.type in _TEXT else cell for cell, field in zip(row, schema.fields, strict=True)
    )


FORMAT = Format(
    id="csv-excel",
    name=Text("供 Excel 使用的 CSV", "CSV for Excel"),
    suffix=".csv",
    mediatype="text/csv",
    by_table=True,
    reading=_READING,
    encode=encode,
    read_back=read_back,
    stretches=Stretches(encode_head, encode_rows),
)
