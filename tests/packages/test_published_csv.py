"""The bytes of the CSV files, and that pandas reads them."""

from __future__ import annotations

import csv
import io

import pandas as pd
import two_plans
from publishing import Published

from zoneledger.catalogue.records import Record
from zoneledger.catalogue.schemas import WIDE
from zoneledger.packages.formats import csv_raw
from zoneledger.packages.tables import PublishedTable


def test_only_cells_that_need_quotes_have_them(small: Published) -> None:
    schema = small.catalogue.schemas["agency_types"]
    cells = {"id": "a", "name_zh": 'x,"y"', "name_en": "=1+1", "description_zh": "第一行\n第二行"}
    written = csv_raw.encode_table(PublishedTable(schema, (Record("file", 2, cells),)))
    expected = 'id,name_zh,name_en,description_zh,description_en\na,"x,""y""",=1+1,"第一行\n第二行",\n'
    assert written == expected.encode("utf-8")


def test_a_table_without_rows_is_its_header(small: Published) -> None:
    written = (small.data / "all" / "target_relations.csv").read_bytes()
    assert written == b"plan_id,from_target_id,to_target_id,relation\n"


def test_files_are_utf8_without_mark_and_end_lines_with_lf(published: Published) -> None:
    paths = [path for folder in published.folders for path in folder.glob("*.csv")]
    assert len(paths) == len(published.folders) * len(published.catalogue.schemas)
    for path in paths:
        content = path.read_bytes()
        content.decode("utf-8")
        assert not content.startswith(b"\xef\xbb\xbf")
        assert b"\r" not in content
        assert content.endswith(b"\n")


def test_cells_stand_as_the_contributor_wrote_them(published: Published) -> None:
    for name, table in published.catalogue.tables.items():
        if table.schema.group == WIDE:
            continue
        text = (published.data / "all" / f"{name}.csv").read_bytes().decode("utf-8")
        rows = list(csv.DictReader(io.StringIO(text, newline="")))
        given = [record.cells for record in table.records]
        assert [{column: row[column] for column in cells} for row, cells in zip(rows, given, strict=True)] == given


def test_a_number_keeps_its_digits_and_a_hostile_cell_its_characters(small: Published) -> None:
    folder = small.data / "all"
    targets = pd.read_csv(folder / "targets.csv", dtype=str, keep_default_na=False)
    assert list(targets["value"]) == ["5000", "2.50", "1"]
    units = pd.read_csv(folder / "units.csv", dtype=str)
    assert "0.00001" in list(units["factor"])
    measures = pd.read_csv(folder / "measures.csv", dtype=str, keep_default_na=False)
    assert list(measures["summary_zh"]) == ["", "", two_plans.HOSTILE_CELL]


def test_pandas_reads_as_many_rows_and_the_same_keys_as_the_catalogue(published: Published) -> None:
    catalogue = published.catalogue
    for name, schema in catalogue.schemas.items():
        path = published.data / "all" / f"{name}.csv"
        rows = catalogue.tables[schema.of or name].rows
        # As a reader would, without a word on types; then as text, to compare keys.
        assert len(pd.read_csv(path)) == len(rows)
        frame = pd.read_csv(path, dtype=str, keep_default_na=False)
        key = list(schema.primary_key)
        read = sorted(frame[key].itertuples(index=False, name=None))
        assert read == sorted(tuple(row.text(column) for column in key) for row in rows)


def test_pandas_reads_every_plans_files(published: Published) -> None:
    for plan_id in published.catalogue.plan_files:
        for name in ("measures", "targets", "responsibilities"):
            frame = pd.read_csv(published.data / "plans" / plan_id / f"{name}.csv")
            own = frame[frame["plan_id"] == plan_id]
            assert len(own) == len(published.catalogue.rows(name, plan_id))
