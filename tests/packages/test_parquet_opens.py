"""pandas and DuckDB read the Parquet files: types, words, and a first chart without a join."""

from __future__ import annotations

import json

import duckdb
import pandas as pd
import pyarrow.parquet as pq
from publishing import Published

#: Table Schema types as pandas shows them; a column with empty cells is wider than it would be.
DTYPES = {
    "string": {"str", "object"},
    "integer": {"int64", "float64", "object"},
    "number": {"float64", "object"},
    "boolean": {"bool", "object"},
    "date": {"object"},
}


def test_pandas_and_duckdb_read_every_table_with_its_rows_and_types(published: Published) -> None:
    folder = published.data / "tables" / "parquet"
    for name, schema in published.catalogue.schemas.items():
        rows = len(published.catalogue.rows(schema.of or name))
        frame = pd.read_parquet(folder / f"{name}.parquet")
        assert list(frame.columns) == [field.name for field in schema.fields]
        assert len(frame) == rows
        assert all(str(frame[field.name].dtype) in DTYPES[field.type] for field in schema.fields), name
        assert duckdb.sql(f"SELECT count(*) FROM '{folder}/{name}.parquet'").fetchall() == [(rows,)]


def test_columns_carry_their_words_and_nothing_of_pandas(published: Published) -> None:
    for name, schema in published.catalogue.schemas.items():
        read = pq.read_schema(published.data / "tables" / "parquet" / f"{name}.parquet")
        assert set(read.metadata) == {b"title", b"title_en", b"description", b"description_en"}
        assert read.metadata[b"title"].decode() == schema.title.zh
        for field in schema.fields:
            words = {key.decode(): text.decode() for key, text in read.field(field.name).metadata.items()}
            assert (words["title"], words["title_en"]) == field.title
            assert (words["description"], words["description_en"]) == field.description
            assert read.field(field.name).nullable != field.required


def test_values_are_typed(small: Published) -> None:
    folder = small.data / "tables" / "parquet"
    targets = pd.read_parquet(folder / "targets_wide.parquet")
    assert list(targets["value"]) == [5000.0, 2.5, 1.0]
    assert list(targets["base_value"]) == [500_000_000_000.0, 250_000_000.0, 1.0]
    assert list(pd.read_parquet(folder / "units.parquet")["factor"]) == [1.0, 1e8, 1.0, 1e-5]
    duties = pd.read_parquet(folder / "responsibilities.parquet")
    assert duties["list_open"].dtype == bool


def test_a_first_chart_needs_no_join(real: Published) -> None:
    place = real.data / "tables" / "parquet" / "targets_wide.parquet"
    found = duckdb.sql(
        f"SELECT city_zh, year(due_latest), count(*) FROM '{place}' WHERE due_latest IS NOT NULL GROUP BY ALL"
    ).fetchall()
    assert len({city for city, _, _ in found}) > 3
    assert all(city and 2010 < year < 2050 for city, year, _ in found)
    lines = (real.data / "tables" / "jsonl" / "targets_wide.jsonl").read_text(encoding="utf-8").splitlines()
    dated = [json.loads(line) for line in lines if json.loads(line)["due_latest"]]
    assert sum(count for _, _, count in found) == len(dated) == pd.read_parquet(place)["due_latest"].count()


def test_json_lines_say_numbers_as_printed_and_null_where_nothing_is(small: Published) -> None:
    lines = (small.data / "tables" / "jsonl" / "targets.jsonl").read_text(encoding="utf-8").splitlines()
    assert '"value":2.50,"value_max":null,' in lines[1]
    frame = pd.read_json(small.data / "tables" / "jsonl" / "targets.jsonl", lines=True, dtype=False)
    assert list(frame["value"]) == [5000, 2.5, 1]
    assert small.data.joinpath("tables/jsonl/target_relations.jsonl").read_bytes() == b""
