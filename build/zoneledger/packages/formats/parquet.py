"""Tables as Parquet: types from the Table Schema, titles and descriptions in both languages with every column.

Everything that a later pyarrow might decide otherwise is said here, so that the same data give the same bytes.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import accumulate
from pathlib import Path

import pyarrow as pa
import pyarrow.csv as pa_csv
import pyarrow.parquet as pq

from zoneledger.catalogue import Field, TableSchema, Value
from zoneledger.packages.formats.format import Files, Format, Rows
from zoneledger.packages.last import Last
from zoneledger.packages.numbers import canonical
from zoneledger.packages.package import Package
from zoneledger.packages.stored import StoredTable, Stretch
from zoneledger.packages.tables import Table
from zoneledger.problems import Text

_READING = Text(
    """\
- 列带类型：整数、数值（双精度）、布尔值、日期、文字；空单元格是空值。各列的中英文名称与说明写在列的元数据里。没有行的表只有列。
- DuckDB：`SELECT city_zh, count(*) FROM 'targets_wide.parquet' GROUP BY 1`；Python：`pandas.read_parquet("targets_wide.parquet")`
- 文字是原始值，没有为电子表格软件转义。""",
    """\
- Columns are typed: integer, number (double), truth value, date, text; an empty cell is a null. Titles and descriptions \
in both languages are in each column's metadata. A table without rows has its columns alone.
- DuckDB: `SELECT city_en, count(*) FROM 'targets_wide.parquet' GROUP BY 1`; Python: \
`pandas.read_parquet("targets_wide.parquet")`
- Texts are raw values, not escaped for spreadsheets.""",
)
# Rows of a row group, and bytes of CSV that are read at a time.
_ROWS = 100_000
_BLOCK = 1 << 23
_TYPES = {
    "string": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
    "date": pa.date32(),
}


def arrow_schema(schema: TableSchema) -> pa.Schema:
    """A Table Schema as Arrow's, with its words as metadata."""
    return pa.schema([_field(field) for field in schema.fields], metadata=_words(schema))


def _field(field: Field) -> pa.Field:
    return pa.field(field.name, _TYPES[field.type], nullable=not field.required, metadata=_words(field))


def _words(described: TableSchema | Field) -> dict[str, str]:
    title, description = described.title, described.description
    return {
        "title": title.zh,
        "title_en": title.en,
        "description": description.zh,
        "description_en": description.en,
    }


def encode_table(table: Table) -> bytes:
    """A table as the bytes of a Parquet file."""
    schema = arrow_schema(table.schema)
    columns = [
        pa.array(_typed(column, field.type), type=_TYPES[field.type])
        for field, column in zip(table.schema.fields, table.values, strict=True)
    ]
    file = io.BytesIO()
    with _writer(file, schema) as writer:
        writer.write_table(pa.Table.from_arrays(columns, schema=schema), row_group_size=_ROWS)
    return file.getvalue()


def write_stored(table: StoredTable, path: Path, last: Last | None = None) -> None:
    """Writes a table that lies in a CSV file: the bytes of ``encode_table``, without a cell passing through Python.

    Args:
        table: the table.
        path: the file.
        last: its last file, from which all rows are taken that did not change.
    """
    schema = arrow_schema(table.schema)
    try:
        _write(table, path, schema, _groups_again(table, schema, last) if last else _groups(table, schema))
    except (pa.ArrowException, OSError):
        if last is None:
            raise
        # What was kept is damaged.
        _write(table, path, schema, _groups(table, schema))


def _write(table: StoredTable, path: Path, schema: pa.Schema, groups: Iterable[pa.Table]) -> None:
    with _writer(path, schema) as writer:
        if table.count == 0:
            writer.write_table(schema.empty_table(), row_group_size=_ROWS)
        for group in groups:
            writer.write_table(group, row_group_size=_ROWS)


def _groups(table: StoredTable, schema: pa.Schema) -> Iterator[pa.Table]:
    """The table's row groups, one at a time."""
    held: list[pa.RecordBatch] = []
    rows = 0
    for batch in _batches(table, schema) if table.count else ():
        place = 0
        while rows + batch.num_rows - place >= _ROWS:
            taken = _ROWS - rows
            yield _table([*held, batch.slice(place, taken)], schema)
            place, held, rows = place + taken, [], 0
        if place < batch.num_rows:
            held.append(batch.slice(place))
            rows += batch.num_rows - place
    if held:
        yield _table(held, schema)


def _groups_again(table: StoredTable, schema: pa.Schema, last: Last) -> Iterator[pa.Table]:
    """The same, from the last file; in that as in this, every row has its place."""
    ends = [*accumulate(each.rows for each in table.stretches)]
    fresh = [(ends[place], _read(table.stretches[place], schema)) for place in last.changed]
    with pq.ParquetFile(last.path) as file:
        end = 0
        for number in range(file.num_row_groups):
            held = file.read_row_group(number, use_threads=False)
            place, end = end, end + held.num_rows
            start, parts = place, []
            for until, rows in fresh:
                first, beyond = max(until - rows.num_rows, place), min(until, end)
                if first < beyond:
                    parts += [held.slice(place - start, first - place), rows.slice(first - until + rows.num_rows, beyond - first)]
                    place = beyond
            parts.append(held.slice(place - start))
            yield _table([batch for part in parts for batch in _named(part, schema).to_batches()], schema)


def _read(stretch: Stretch, schema: pa.Schema) -> pa.Table:
    names = pa_csv.ReadOptions(use_threads=False, column_names=schema.names)
    return pa_csv.read_csv(pa.BufferReader(stretch.content()), names, *_options(schema))


def _batches(table: StoredTable, schema: pa.Schema) -> Iterable[pa.RecordBatch]:
    lines = pa_csv.ReadOptions(use_threads=False, block_size=_BLOCK)
    found: Iterable[pa.RecordBatch] = pa_csv.open_csv(table.path, lines, *_options(schema))
    return found


def _options(schema: pa.Schema) -> tuple[pa_csv.ParseOptions, pa_csv.ConvertOptions]:
    return pa_csv.ParseOptions(newlines_in_values=True), pa_csv.ConvertOptions(
        column_types={field.name: field.type for field in schema},
        null_values=[""],
        strings_can_be_null=True,
        true_values=["true"],
        false_values=["false"],
    )


def _table(batches: list[pa.RecordBatch], schema: pa.Schema) -> pa.Table:
    # In one chunk: where chunks meet would show in the pages of the file.
    return _named(pa.Table.from_batches(batches).combine_chunks(), schema)


def _named(table: pa.Table, schema: pa.Schema) -> pa.Table:
    return pa.Table.from_arrays(table.columns, schema=schema)


def _writer(file: io.BytesIO | Path, schema: pa.Schema) -> pq.ParquetWriter:
    return pq.ParquetWriter(
        file,
        schema,
        version="2.6",
        data_page_version="1.0",
        compression="zstd",
        compression_level=9,
        use_dictionary=True,
        write_statistics=True,
        data_page_size=1 << 20,
        store_schema=True,
    )


def _typed(column: tuple[Value, ...], kind: str) -> list[object]:
    if kind == "date":
        return [date.fromisoformat(str(value)) if value is not None else None for value in column]
    if kind == "number":
        return [float(value) if value is not None else None for value in column]
    return list(column)


def encode(package: Package) -> dict[str, bytes]:
    """A file for every table."""
    return {f"{table.name}.parquet": encode_table(table) for table in package.tables}


def read_back(files: Files, schemas: Mapping[str, TableSchema]) -> Rows:
    """Every row of the tables.

    Raises:
        ValueError: a file's columns or types are not the schema's.
    """
    found: Rows = {}
    for name, schema in schemas.items():
        if f"{name}.parquet" in files:
            table = pq.read_table(io.BytesIO(files[f"{name}.parquet"]))
            if not table.schema.equals(arrow_schema(schema), check_metadata=True):
                raise ValueError(f"{name}: the columns are {table.schema}")
            columns = [[_canonical(value) for value in column.to_pylist()] for column in table.columns]
            found[name] = list(zip(*columns, strict=True))
    return found


def _canonical(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    return canonical(value if isinstance(value, str | int | float) else None)


FORMAT = Format(
    id="parquet",
    name=Text("Parquet", "Parquet"),
    suffix=".parquet",
    mediatype="application/vnd.apache.parquet",
    by_table=True,
    reading=_READING,
    encode=encode,
    read_back=read_back,
)
