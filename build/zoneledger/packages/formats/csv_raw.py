"""Tables as CSV: UTF-8 without byte order mark, LF, quotes only where needed, cells untouched."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping

from zoneledger.catalogue import TableSchema
from zoneledger.catalogue.records import convert
from zoneledger.packages import csv_lines
from zoneledger.packages.formats.format import Files, Format, Rows, Stretches
from zoneledger.packages.numbers import canonical
from zoneledger.packages.package import Package
from zoneledger.packages.tables import Table
from zoneledger.problems import Text

MEDIATYPE = "text/csv"
_ENDING = "\n"
_READING = Text(
    """\
- Python：`pandas.read_csv("targets_wide.csv")`；行政区划代码按文本读取：\
`pandas.read_csv("zones.csv", dtype={"jurisdiction_code": str})`
- 校验全部规则与外键：`frictionless validate datapackage.json`
- Windows 版 Excel：直接双击打开会乱码。请改用“供 Excel 使用的 CSV”或 XLSX（不超过 100,000 行时有），或用“数据 → 自文本/CSV”导入，文件原始格式选\
“65001: Unicode (UTF-8)”。
- 没有行的表只有表头。
- 单元格是原始值，没有为电子表格软件转义：以 `=`、`+`、`-`、`@` 开头的文字原样保留，电子表格可能把它当作公式。""",
    """\
- Python: `pandas.read_csv("targets_wide.csv")`; read jurisdiction codes as text: \
`pandas.read_csv("zones.csv", dtype={"jurisdiction_code": str})`
- All rules and foreign keys: `frictionless validate datapackage.json`
- Excel on Windows shows Chinese text garbled when a file is opened by double-click. Take “CSV for Excel” or XLSX (up to 100,000 rows) instead, \
or import the file with Data → From Text/CSV and choose “65001: Unicode (UTF-8)” as the file origin.
- A table without rows is its header alone.
- Cells are raw values, not escaped for spreadsheets: text that begins with `=`, `+`, `-` or `@` stays as it is, and a \
spreadsheet may take it for a formula.""",
)


def encode_head(schema: TableSchema) -> bytes:
    """The line that a table's file begins with."""
    return csv_lines.by_row([[field.name for field in schema.fields]], _ENDING).encode("utf-8")


def encode_rows(table: Table) -> bytes:
    """A table's rows; those of several plans, one behind the other, are the rows of them all."""
    return csv_lines.written(table.texts, _ENDING).encode("utf-8")


def encode_table(table: Table) -> bytes:
    """A table with its header as the bytes of a CSV file; one without rows is its header alone."""
    return encode_head(table.schema) + encode_rows(table)


def encode(package: Package) -> dict[str, bytes]:
    """A file for every table."""
    return {f"{table.name}.csv": encode_table(table) for table in package.tables}


def read_back(files: Files, schemas: Mapping[str, TableSchema]) -> Rows:
    """Every row of the tables.

    Raises:
        ValueError: a header is not the schema's, or a cell does not fit its type.
    """
    return {name: _rows(files[f"{name}.csv"], schema) for name, schema in schemas.items() if f"{name}.csv" in files}


def _rows(content: bytes, schema: TableSchema) -> list[tuple[str, ...]]:
    header, *lines = csv.reader(io.StringIO(content.decode("utf-8"), newline=""))
    if header != [field.name for field in schema.fields]:
        raise ValueError(f"{schema.name}: the header is {header}")
    kinds = [field.type for field in schema.fields]
    return [tuple(canonical(convert(cell, kind)) for cell, kind in zip(line, kinds, strict=True)) for line in lines]


FORMAT = Format(
    id="csv",
    name=Text("CSV", "CSV"),
    suffix=".csv",
    mediatype=MEDIATYPE,
    by_table=True,
    reading=_READING,
    encode=encode,
    read_back=read_back,
    stretches=Stretches(encode_head, encode_rows),
)
