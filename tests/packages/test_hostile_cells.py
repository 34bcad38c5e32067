"""Hostile cells survive in every format, and are harmless where a spreadsheet would act on them."""

from __future__ import annotations

import csv
import io

import openpyxl
import pytest
from hostile_cells import CELLS, CONVERTED, FORMULAS, PLAIN, hostile, names
from hypothesis import given, settings
from hypothesis import strategies as st
from publishing import Published

from zoneledger.catalogue.records import Record
from zoneledger.packages.formats import FORMATS, Format, csv_excel
from zoneledger.packages.formats.csv_excel import harmless
from zoneledger.packages.formats.xlsx.sheets import fitting
from zoneledger.packages.tables import PublishedTable


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: str(form.id))
def test_they_are_read_back_as_they_were(small: Published, form: Format) -> None:
    rows = form.read_back(form.encode(hostile(small)), small.catalogue.schemas)
    assert names(rows["agency_types"]) == list(CELLS)


def test_excels_csv_puts_an_apostrophe_before_what_would_be_evaluated_or_converted(small: Published) -> None:
    form = next(form for form in FORMATS if form.id == "csv-excel")
    content = form.encode(hostile(small))["agency_types.csv"]
    assert content.startswith(b"\xef\xbb\xbfid,")
    lines = [tuple(line) for line in csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))]
    shown = dict(zip(CELLS, names(lines), strict=True))
    assert all(shown[cell] == f"'{cell}" for cell in (*FORMULAS, *CONVERTED, "'quoted", "''"))
    left = [cell for cell in PLAIN if not cell.startswith("'")]
    assert all(shown[cell] == cell for cell in left)


@settings(deadline=None)
@given(st.text(alphabet=st.sampled_from("=+-@＝＋－＠'\t\r\n \u200b\ufeff0123456789/-:eE年月日a某"), max_size=6))
def test_nothing_that_starts_a_formula_is_left_bare(text: str) -> None:
    shown = harmless(text)
    assert shown.removeprefix("'") == text if shown != text else not text.startswith("'")
    assert shown.lstrip(" \t\r\n\u200b\ufeff")[:1] not in tuple("=+-@＝＋－＠")


def test_a_number_below_zero_stays_a_number(small: Published) -> None:
    schema = small.catalogue.schemas["units"]
    record = Record("file", 2, {"id": "loss", "symbol_zh": "-5", "factor": "-5"})
    written = csv_excel.encode_table(PublishedTable(schema, (record,))).decode("utf-8-sig")
    assert written.splitlines()[1] == "loss,'-5,,,-5,"


def test_the_workbook_holds_no_formula_and_no_link(small: Published) -> None:
    form = next(form for form in FORMATS if form.id == "xlsx")
    (content,) = form.encode(hostile(small)).values()
    book = openpyxl.load_workbook(io.BytesIO(content))
    sheet = book["agency_types"]
    cells = [row[1] for row in sheet.iter_rows(min_row=2) if str(row[0].value).startswith("h")]
    assert len(cells) == len(CELLS)
    assert {cell.data_type for cell in cells} == {"s"}
    assert not any(cell.hyperlink for each in book for row in each.iter_rows() for cell in row)
    assert not any(cell.data_type == "f" for each in book for row in each.iter_rows() for cell in row)


def test_a_text_longer_than_a_cell_says_where_the_rest_is() -> None:
    assert fitting("长" * 32_767) == "长" * 32_767
    cut = fitting("长" * 32_768)
    assert len(cut) == 32_767
    assert cut.endswith("whole text in the CSV］")
