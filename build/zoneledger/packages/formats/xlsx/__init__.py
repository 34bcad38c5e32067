"""One workbook: a read-me sheet, a dictionary sheet, and a sheet for every table that has rows.

Nothing in it is a formula or a link, whatever its text begins with, and its dates are the dataset's.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import datetime

import xlsxwriter

from zoneledger.catalogue import TableSchema
from zoneledger.catalogue.schemas import WIDE
from zoneledger.packages.citation import CONTRIBUTORS
from zoneledger.packages.formats.format import Files, Format, Rows
from zoneledger.packages.formats.xlsx import about, reading, sheets
from zoneledger.packages.package import Package
from zoneledger.problems import Text

_READING = Text(
    """\
- 每张有行的表一个工作表，另有说明与数据字典；表头是列名，鼠标停在表头上可见中英文说明。首行冻结，可筛选。
- 数字是数字；日期按 EDTF 写作文字（`due_earliest`、`due_latest` 是真正的日期）；代码与编号是文字。没有公式，也没有链接。
- 工作簿只做到 100,000 行；再大的数据请取 CSV、Parquet 或 SQLite。""",
    """\
- A sheet for every table that has rows, a read-me sheet and a data dictionary. The header is the column's name, with its \
meaning in both languages as a note; it is frozen and has filters.
- Numbers are numbers; dates are EDTF and stay text (`due_earliest` and `due_latest` are real dates); codes and ids are \
text. There are no formulas and no links.
- There is a workbook up to 100,000 rows; of more, take CSV, Parquet or SQLite.""",
)


def encode(package: Package) -> dict[str, bytes]:
    """The workbook, named after the package."""
    file = io.BytesIO()
    # Text stays text: neither a leading sign nor an address makes a formula or a link of it.
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(file, options) as workbook:
        day = package.as_of
        workbook.set_properties(
            {
                "title": f"{package.title.zh} {package.title.en}"[:255],
                "author": CONTRIBUTORS,
                "created": datetime(day.year, day.month, day.day),
            }
        )
        # The tables that need no join come first.
        tables = sorted(package.tables, key=lambda table: table.schema.group != WIDE)
        style = sheets.Style(workbook)
        about.write_readme(workbook, style, package, tables)
        about.write_dictionary(workbook, style, package)
        for table in tables:
            if table.count:
                sheets.write_table(workbook, style, table)
    return {f"{package.name}.xlsx": file.getvalue()}


def read_back(files: Files, schemas: Mapping[str, TableSchema]) -> Rows:
    """Every row of the tables that have a sheet; see ``reading.tables``."""
    (content,) = (content for name, content in files.items() if name.endswith(".xlsx"))
    return reading.tables(content, schemas)


FORMAT = Format(
    id="xlsx",
    name=Text("Excel 工作簿（XLSX）", "Excel workbook (XLSX)"),
    suffix=".xlsx",
    mediatype="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    by_table=False,
    reading=_READING,
    encode=encode,
    read_back=read_back,
)
