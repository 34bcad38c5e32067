"""One SQLite database: strict tables with their keys, the wide tables as views, codes in words, and a full-text index.

Rows go in in the datasets' order and the file is vacuumed, so that one SQLite version always gives the same bytes.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing

from zoneledger.catalogue import Field, TableSchema
from zoneledger.catalogue.schemas import WIDE
from zoneledger.packages import citation, licence
from zoneledger.packages.formats.format import Files, Format, Rows
from zoneledger.packages.formats.sqlite import definitions, fulltext, views
from zoneledger.packages.numbers import canonical
from zoneledger.packages.package import Package
from zoneledger.packages.tables import PublishedTable
from zoneledger.problems import Text

# "ZLdb" as a number: what `file` and SQLite's own tools call the application.
_APPLICATION = 0x5A4C6462

_READING = Text(
    f"""\
- `sqlite3`、DB Browser、Datasette 等均可打开。各表有主键、外键与索引；`targets_wide`、`duties_wide` 是视图；`codes` 给出各代码的\
中英文写法；`about` 说明版本、许可与引用。表名 `references` 是 SQL 保留字，查询时写作 `"references"`。
- 布尔值写作 0、1；数值为双精度；文字是原始值，没有为电子表格软件转义。
- 全文检索：{fulltext.HOW.zh}""",
    f"""\
- Opens with `sqlite3`, DB Browser, Datasette and others. Tables have primary keys, foreign keys and indexes; \
`targets_wide` and `duties_wide` are views; `codes` has every code in words; `about` gives version, licence and citation. \
The table name `references` is a word of SQL: write `"references"`.
- Truth values are 0 and 1; numbers are doubles; texts are raw values, not escaped for spreadsheets.
- Full-text search: {fulltext.HOW.en}""",
)


def encode(package: Package) -> dict[str, bytes]:
    """The database, named after the package."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as database:
        database.execute(f"PRAGMA application_id = {_APPLICATION}")
        database.execute("BEGIN")
        for table in package.tables:
            if table.schema.group != WIDE:
                _write(database, table)
        schemas = {table.name: table.schema for table in package.tables}
        _write_codes(database, schemas)
        _write_about(database, package)
        for table in package.tables:
            if table.schema.group == WIDE:
                views.write(database, table, schemas)
        fulltext.write(database, package.tables)
        database.execute("COMMIT")
        database.execute("VACUUM")
        return {f"{package.name}.sqlite": database.serialize()}


def _write(database: sqlite3.Connection, table: PublishedTable) -> None:
    for statement in definitions.statements(table.schema):
        database.execute(statement)
    marks = ", ".join("?" * len(table.header))
    database.executemany(f"INSERT INTO {definitions.quoted(table.name)} VALUES ({marks})", table.rows())


def _write_codes(database: sqlite3.Connection, schemas: Mapping[str, TableSchema]) -> None:
    database.execute(definitions.CODES)
    rows = [
        (schema.name, field.name, code, *label)
        for schema in schemas.values()
        if schema.group != WIDE
        for field in schema.fields
        for code, label in field.labelled.items()
    ]
    database.executemany("INSERT INTO codes VALUES (?, ?, ?, ?, ?)", rows)


def _write_about(database: sqlite3.Connection, package: Package) -> None:
    database.execute(definitions.ABOUT)
    day = package.as_of.isoformat()
    facts = {
        "title": package.title,
        "description": package.description,
        "version": Text(package.version, package.version),
        "as_of": Text(day, day),
        "website": Text(package.homepage, package.homepage),
        "licence": Text(f"{licence.TITLE.zh}（{licence.NAME}）", f"{licence.TITLE.en} ({licence.NAME})"),
        "citation": citation.cite(package),
        "fulltext": fulltext.HOW,
    }
    database.executemany("INSERT INTO about VALUES (?, ?, ?)", [(key, *text) for key, text in facts.items()])


def read_back(files: Files, schemas: Mapping[str, TableSchema]) -> Rows:
    """Every row of the tables and of the views of wide tables.

    Raises:
        ValueError: the database is damaged, or a key leads nowhere.
    """
    (content,) = (content for name, content in files.items() if name.endswith(".sqlite"))
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(content)
        faults = [row for check in ("integrity_check", "foreign_key_check") for row in database.execute(f"PRAGMA {check}")]
        if faults != [("ok",)]:
            raise ValueError(f"the database is damaged: {faults[:3]}")
        return {name: _rows(database, schema) for name, schema in schemas.items()}


def _rows(database: sqlite3.Connection, schema: TableSchema) -> list[tuple[str, ...]]:
    columns = ", ".join(definitions.quoted(field.name) for field in schema.fields)
    rows = database.execute(f"SELECT {columns} FROM {definitions.quoted(schema.name)}")
    return [tuple(_text(value, field) for value, field in zip(row, schema.fields, strict=True)) for row in rows]


def _text(value: str | int | float | None, field: Field) -> str:
    return canonical(bool(value) if field.type == "boolean" and value is not None else value)


FORMAT = Format(
    id="sqlite",
    name=Text("SQLite 数据库", "SQLite database"),
    suffix=".sqlite",
    mediatype="application/vnd.sqlite3",
    by_table=False,
    reading=_READING,
    encode=encode,
    read_back=read_back,
)
