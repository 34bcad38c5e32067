"""The sheets of a workbook that speak about it: the read-me and the data dictionary."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from xlsxwriter import Workbook

from zoneledger.packages import citation, dictionary, licence
from zoneledger.packages.formats.xlsx.sheets import Style, fitting
from zoneledger.packages.package import Package
from zoneledger.packages.plain_text import one_line
from zoneledger.packages.tables import Table
from zoneledger.problems import Text

README = "说明 README"
DICTIONARY = "字典 dictionary"
_HEAD = ("工作表 sheet", "内容", "contents", "行数 rows")
_LABELS = ("简介 about", "版本 version", "网站 website", "许可 licence", "引用 citation", "用法 notes")
_DICTIONARY_WIDTHS = (22, 14, 22, 24, 20, 24, 9, 9, 6, 22, 50, 50, 50, 50)
_NOTES = (
    Text(
        "表头是列名；鼠标停在表头上可见说明，全部说明在“字典”工作表。",
        "The header of a sheet is the column’s name; its note, and the dictionary sheet, say what it means.",
    ),
    Text(
        "以 _wide 结尾的两张表已经把名称写入，不必再连接其他表。",
        "The two tables ending in _wide have all names written in; nothing needs joining.",
    ),
    Text(
        "日期采用 EDTF（2022、2022-06、20XX），时期写作 2020/2022。",
        "Dates are EDTF (2022, 2022-06, 20XX); periods read 2020/2022.",
    ),
    Text(
        "printed 照录原文，错字也照录；note_basis 为 suspected 的行数值疑为有误，统计时宜排除。",
        "printed repeats the source verbatim, misprints included; where note_basis is suspected the figure is probably "
        "corrupt and best left out of statistics.",
    ),
)


def write_readme(workbook: Workbook, style: Style, package: Package, tables: Sequence[Table]) -> None:
    """Adds the first sheet: what the workbook is, its licence and citation, and what is on which sheet."""
    sheet = workbook.add_worksheet(README)
    sheet.set_column(0, 0, 26)
    sheet.set_column(1, 2, 60, style.prose)
    row = 0
    for title in package.title:
        sheet.write_string(row, 0, fitting(one_line(title)), style.title)
        row += 1
    day = package.as_of.isoformat()
    edition = Text(f"版本 {package.version}，数据截至 {day}", f"Version {package.version}, as of {day}")
    terms = Text(f"{licence.TITLE.zh}（{licence.NAME}）", f"{licence.TITLE.en} ({licence.NAME})")
    place = Text(package.homepage, package.homepage)
    said = (package.description, edition, place, terms, citation.cite(package), *_NOTES)
    for label, text in zip_longest(_LABELS, said, fillvalue=""):
        sheet.write_string(row, 0, label, style.prose)
        for column, words in enumerate(text, 1):
            sheet.write_string(row, column, fitting(words), style.prose)
        row += 1
    row += 1
    for column, words in enumerate(_HEAD):
        sheet.write_string(row, column, words, style.head)
    for table in tables:
        row += 1
        sheet.write_string(row, 0, table.name)
        sheet.write_string(row, 1, f"{table.schema.title.zh}{_absence(table).zh}", style.prose)
        sheet.write_string(row, 2, f"{table.schema.title.en}{_absence(table).en}", style.prose)
        sheet.write_number(row, 3, table.count)


def _absence(table: Table) -> Text:
    if not table.count:
        return Text("（没有行，不设工作表）", " (no rows, no sheet)")
    return Text("", "")


def write_dictionary(workbook: Workbook, style: Style, package: Package) -> None:
    """Adds the sheet that says what every column means."""
    sheet = workbook.add_worksheet(DICTIONARY)
    lines = package.dictionary
    for column, (head, width) in enumerate(zip(dictionary.HEADER, _DICTIONARY_WIDTHS, strict=True)):
        sheet.set_column(column, column, width, style.prose)
        sheet.write_string(0, column, head, style.head)
    for row, line in enumerate(lines, 1):
        for column, text in enumerate(line):
            if text:
                sheet.write_string(row, column, fitting(text), style.prose)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(lines), len(dictionary.HEADER) - 1)
