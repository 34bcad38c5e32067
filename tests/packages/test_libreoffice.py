"""LibreOffice opens what is meant for spreadsheets: Chinese intact, every row there, nothing evaluated or converted."""

from __future__ import annotations

import csv
import io
import os
import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest
from hostile_cells import CELLS, hostile, names
from publishing import Published

from zoneledger.packages.formats import csv_excel, csv_raw, xlsx
from zoneledger.packages.tables import PublishedTable

# How a spreadsheet reads a CSV file opened by double-click: commas, quotes, UTF-8, numbers and dates recognised wherever
# they can be, formulas evaluated. https://wiki.documentfoundation.org/Documentation/DevGuide/Spreadsheet_Documents
READ_CSV = "CSV:44,34,76,1,,1033,false,true,false,false,false,0,true,false,true"
# Every sheet as a CSV file of its own, cells as they are stored.
WRITE_SHEETS = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"


def convert(folder: Path, target: str, *files: str, reading: str = "") -> None:
    """Let LibreOffice open files of a folder and save them beside."""
    found = os.environ.get("ZONELEDGER_LIBREOFFICE") or shutil.which("soffice") or shutil.which("libreoffice")
    assert found, "LibreOffice is not here; scripts/test installs it"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [found, profile, "--headless", "--norestore", *([f"--infilter={reading}"] if reading else [])]
    command += ["--convert-to", target, "--outdir", str(folder), *(str(folder / file) for file in files)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=240, check=False)
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="module")
def sheets(small: Published, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[list[str]]]:
    """Every sheet of the hostile workbook, by name, as LibreOffice wrote it out again."""
    folder = tmp_path_factory.mktemp("workbook")
    (content,) = xlsx.encode(hostile(small)).values()
    (folder / "book.xlsx").write_bytes(content)
    convert(folder, WRITE_SHEETS, "book.xlsx")
    return {
        path.stem.removeprefix("book-"): list(csv.reader(io.StringIO(path.read_bytes().decode("utf-8"), newline="")))
        for path in folder.glob("book-*.csv")
    }


def test_the_workbook_opens_with_every_row_and_no_cell_changed(
    small: Published, sheets: dict[str, list[list[str]]]
) -> None:
    package = hostile(small)
    for table in package.tables:
        if table.records:
            head, *rows = sheets[table.name]
            assert tuple(head) == table.header
            assert len(rows) == len(table.records)
    rows = [tuple(row) for row in sheets["agency_types"]]
    assert names(rows) == list(CELLS)
    targets = [dict(zip(sheets["targets"][0], row, strict=True)) for row in sheets["targets"][1:]]
    assert [row["value"] for row in targets] == ["5000", "2.5", "1"]


def test_the_workbook_explains_itself(sheets: dict[str, list[list[str]]]) -> None:
    assert sheets["说明 README"][0][0] == "两个计划"
    assert any("targets_wide" in row for row in sheets["说明 README"])
    assert any(row[:2] == ["targets", "目标"] for row in sheets["字典 dictionary"])


@pytest.fixture(scope="module")
def opened(small: Published, tmp_path_factory: pytest.TempPathFactory) -> dict[str, openpyxl.Workbook]:
    """The table of hostile cells as CSV for Excel and as raw CSV, as LibreOffice understood each."""
    folder = tmp_path_factory.mktemp("double-click")
    table = next(table for table in hostile(small).tables if table.name == "agency_types")
    for name, write in (("excel", csv_excel.encode_table), ("raw", csv_raw.encode_table)):
        (folder / f"{name}.csv").write_bytes(write(PublishedTable(table.schema, table.records)))
    convert(folder, "xlsx", "excel.csv", "raw.csv", reading=READ_CSV)
    return {name: openpyxl.load_workbook(folder / f"{name}.xlsx") for name in ("excel", "raw")}


def found(book: openpyxl.Workbook) -> list[object]:
    rows = book.worksheets[0].iter_rows(min_row=2)
    return [row[1].value for row in rows if str(row[0].value)[1:].isdigit()]


def test_excels_csv_opens_without_garble_formula_or_conversion(opened: dict[str, openpyxl.Workbook]) -> None:
    book = opened["excel"]
    assert not any(cell.data_type == "f" for row in book.worksheets[0].iter_rows() for cell in row)
    shown = found(book)
    assert len(shown) == len(CELLS)
    assert all(isinstance(cell, str) for cell in shown)
    assert [str(cell).removeprefix("'") for cell in shown] == list(CELLS)


def test_the_raw_csv_shows_why_there_is_another(opened: dict[str, openpyxl.Workbook]) -> None:
    shown = found(opened["raw"])
    assert not all(isinstance(cell, str) for cell in shown)
    assert any(cell.data_type == "f" for row in opened["raw"].worksheets[0].iter_rows() for cell in row)
