"""One SQLite database: strict tables with their keys, the wide tables as views, codes in words, and a full-text index.

Rows go in in the datasets' order and the file is vacuumed, so that one SQLite version always gives the same bytes.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from zoneledger.catalogue import Field, TableSchema
from zoneledger.catalogue.schemas import WIDE
from zoneledger.packages import citation, licence
from zoneledger.packages.checksums import Sum
from zoneledger.packages.formats.format import Files, Format, Rows
from zoneledger.packages.formats.limits import MOST_ROWS
from zoneledger.packages.formats.sqlite import definitions, fulltext, rows, views
from zoneledger.packages.formats.sqlite.filled import Filled
from zoneledger.packages.formats.sqlite.rows import Held
from zoneledger.packages.numbers import canonical
from zoneledger.packages.package import Package
from zoneledger.packages.stored import StoredTable
from zoneledger.packages.tables import Table
from zoneledger.problems import Text

# "ZLdb" as a number: what `file` and SQLite's own tools call the application.
_APPLICATION = 0x5A4C6462
# Kibibytes that a database on disk may hold in memory while it is made: its indexes are written to all over.
_CACHE = 1 << 18
# The same while it is published: that goes through it once, and the less memory is taken for it the better.
_CACHE_TO_PUBLISH = 1 << 11

_READING = Text(
    f"""\
- `sqlite3`、DB Browser、Datasette 等均可打开。各表有主键、外键与索引；`targets_wide`、`duties_wide` 是视图；`codes` 给出各代码的\
中英文写法；`about` 说明版本、许可与引用。表名 `references` 是 SQL 保留字，查询时写作 `"references"`。
- 布尔值写作 0、1；数值为双精度；文字是原始值，没有为电子表格软件转义。
- 全文检索（不超过 100,000 行的数据才有索引）：{fulltext.HOW.zh}""",
    f"""\
- Opens with `sqlite3`, DB Browser, Datasette and others. Tables have primary keys, foreign keys and indexes; \
`targets_wide` and `duties_wide` are views; `codes` has every code in words; `about` gives version, licence and citation. \
The table name `references` is a word of SQL: write `"references"`.
- Truth values are 0 and 1; numbers are doubles; texts are raw values, not escaped for spreadsheets.
- Full-text search (data of up to 100,000 rows have an index): {fulltext.HOW.en}""",
)


def encode(package: Package) -> dict[str, bytes]:
    """The database, named after the package."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as database:
        _fill(database, package)
        database.execute("VACUUM")
        return {f"{package.name}.sqlite": database.serialize()}


def write_stored(package: Package, path: Path, kept: Path | None = None, sums: Mapping[str, Sum] | None = None) -> None:
    """Writes the database of a package whose tables lie in files; it is never in memory.

    Args:
        package: what is packed.
        path: the file, which is not there yet.
        kept: where the tables are kept as they were filled; the next time only those that changed are filled again.
        sums: size and checksum of each table's CSV file, by table.
    """
    # A full-text index is of all tables together, and those that have one are small.
    if kept is None or package.rows <= MOST_ROWS:
        made = path.with_name(f"{path.name}.made")
        with _scratch(made) as database:
            _fill(database, package)
            _publish(database, path)
        return
    stretches = {each.name: each.stretches for each in package.tables if isinstance(each, StoredTable)}
    filled = Filled(kept, _decides(package), sums or {}, stretches)
    try:
        _refill(package, path, filled)
    except sqlite3.DatabaseError:
        # What was kept is damaged.
        filled.forget()
        path.unlink(missing_ok=True)
        _refill(package, path, filled)


def _refill(package: Package, path: Path, filled: Filled) -> None:
    changed = filled.changed()
    # Without the note the file is not taken: whatever breaks off from here on, the next build begins anew.
    filled.forget(file=changed is None)
    with closing(sqlite3.connect(filled.path, isolation_level=None)) as database:
        _prepare(database)
        if changed is None:
            _fill(database, package)
        else:
            database.execute("BEGIN")
            for table in package.tables:
                if table.name in changed:
                    fill = views.fill if table.schema.group == WIDE else _write_rows
                    fill(database, table, changed[table.name])
            database.execute("COMMIT")
        _publish(database, path)
    filled.note()


def _decides(package: Package) -> str:
    """Everything in the database but the tables' rows, and what writes it."""
    said = [package.name, *package.title, *package.description, package.version, package.homepage]
    schemas = [each.schema.descriptor for each in package.tables]
    return json.dumps([sqlite3.sqlite_version, *said, package.as_of.isoformat(), *schemas], sort_keys=True)


@contextmanager
def _scratch(made: Path) -> Iterator[sqlite3.Connection]:
    made.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(made, isolation_level=None)) as database:
            _prepare(database)
            yield database
    finally:
        made.unlink(missing_ok=True)


def _prepare(database: sqlite3.Connection) -> None:
    # Nobody else reads it, and a build that breaks off begins anew.
    database.execute("PRAGMA journal_mode = OFF")
    database.execute("PRAGMA synchronous = OFF")
    database.execute(f"PRAGMA cache_size = -{_CACHE}")


def _publish(database: sqlite3.Connection, path: Path) -> None:
    """Writes what the tables hold; nothing of how they were filled is left in the file."""
    database.execute(f"PRAGMA cache_size = -{_CACHE_TO_PUBLISH}")
    database.execute("VACUUM INTO ?", (str(path),))


def _fill(database: sqlite3.Connection, package: Package) -> None:
    database.execute(f"PRAGMA application_id = {_APPLICATION}")
    database.execute("BEGIN")
    own = [table for table in package.tables if table.schema.group != WIDE]
    for statement in [index for table in own for index in _write(database, table)]:
        database.execute(statement)
    schemas = {table.name: table.schema for table in package.tables}
    _write_codes(database, schemas)
    _write_about(database, package)
    for table in package.tables:
        if table.schema.group == WIDE:
            views.write(database, table, schemas)
    if package.rows <= MOST_ROWS:
        fulltext.write(database, package.tables)
    database.execute("COMMIT")


def _write(database: sqlite3.Connection, table: Table) -> Iterator[str]:
    """Writes a table, and gives what creates its indexes: over rows that are there already they are made faster."""
    create, *indexes = definitions.statements(table.schema)
    database.execute(create)
    _write_rows(database, table)
    yield from indexes


def _write_rows(database: sqlite3.Connection, table: Table, stretches: Sequence[int] | None = None) -> None:
    rows.write(database, Held(table.schema, table), stretches)


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
        **({"fulltext": fulltext.HOW} if package.rows <= MOST_ROWS else {}),
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
        faults = [
            row for check in ("integrity_check", "foreign_key_check") for row in database.execute(f"PRAGMA {check}")
        ]
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
