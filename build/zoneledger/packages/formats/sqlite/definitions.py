"""A Table Schema as SQL: a strict table with its keys, and an index for every foreign key that needs one."""

from __future__ import annotations

from collections.abc import Iterator

from zoneledger.catalogue import Field, TableSchema
from zoneledger.packages.plain_text import one_line

_TYPES = {"string": "TEXT", "integer": "INTEGER", "number": "REAL", "boolean": "INTEGER", "date": "TEXT"}

#: Every code in words.
CODES = """\
CREATE TABLE codes (
  table_name TEXT NOT NULL,
  column_name TEXT NOT NULL,
  code TEXT NOT NULL,
  label_zh TEXT NOT NULL,
  label_en TEXT NOT NULL,
  PRIMARY KEY (table_name, column_name, code)
) STRICT, WITHOUT ROWID"""
#: What the database is.
ABOUT = "CREATE TABLE about (key TEXT NOT NULL PRIMARY KEY, zh TEXT NOT NULL, en TEXT NOT NULL) STRICT, WITHOUT ROWID"


def quoted(name: str) -> str:
    """A name as SQL takes it, whatever it is: ``references`` is a word of the language."""
    return '"' + name.replace('"', '""') + '"'


def statements(schema: TableSchema) -> Iterator[str]:
    """What creates a table and its indexes."""
    keys = [f"PRIMARY KEY ({_listed(schema.primary_key)})"]
    keys += [f"UNIQUE ({_listed(key)})" for key in schema.unique_keys]
    keys += [
        f"FOREIGN KEY ({quoted(key.column)}) REFERENCES {quoted(key.table)} ({quoted(key.target)})"
        for key in schema.foreign_keys
    ]
    # The words of a column stand beside it, where whoever asks for the schema sees them.
    columns = "".join(f"  {_column(field)}, -- {_words(field)}\n" for field in schema.fields)
    yield f"CREATE TABLE {quoted(schema.name)} (\n{columns}  " + ",\n  ".join(keys) + "\n) STRICT"
    for key in schema.foreign_keys:
        if key.column != schema.primary_key[0]:
            index = quoted(f"{schema.name}_{key.column}")
            yield f"CREATE INDEX {index} ON {quoted(schema.name)} ({quoted(key.column)})"


def _listed(columns: tuple[str, ...]) -> str:
    return ", ".join(quoted(column) for column in columns)


def _column(field: Field) -> str:
    parts = [quoted(field.name), _TYPES[field.type]]
    if field.required:
        parts.append("NOT NULL")
    if field.type == "boolean":
        parts.append(f"CHECK ({quoted(field.name)} IN (0, 1))")
    return " ".join(parts)


def _words(field: Field) -> str:
    return one_line(f"{field.title.zh} / {field.title.en}")
