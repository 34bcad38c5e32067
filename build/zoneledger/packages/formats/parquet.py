"""Tables as Parquet: types from the Table Schema, titles and descriptions in both languages with every column.

Everything that a later pyarrow might decide otherwise is said here, so that the same data give the same bytes.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import date

import pyarrow as pa
import pyarrow.parquet as pq

from zoneledger.catalogue import Field, TableSchema, Value
from zoneledger.packages.formats.format import Files, Format, Rows
from zoneledger.packages.numbers import canonical
from zoneledger.packages.package import Package
from zoneledger.packages.tables import PublishedTable
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


def encode_table(table: PublishedTable) -> bytes:
    """A table as the bytes of a Parquet file."""
    schema = arrow_schema(table.schema)
    columns = [
        pa.array(_typed(column, field.type), type=_TYPES[field.type])
        for field, column in zip(table.schema.fields, table.values, strict=True)
    ]
    file = io.BytesIO()
    pq.write_table(
        pa.Table.from_arrays(columns, schema=schema),
        file,
        version="2.6",
        data_page_version="1.0",
        compression="zstd",
        compression_level=9,
        use_dictionary=True,
        write_statistics=True,
        row_group_size=100_000,
        data_page_size=1 << 20,
        store_schema=True,
    )
    return file.getvalue()


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
