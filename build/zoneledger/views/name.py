"""Names of what rows point to: the one place that resolves an id to words."""

from __future__ import annotations

from typing import NamedTuple

from zoneledger.catalogue import Catalogue, Row, TableSchema
from zoneledger.problems import NOTHING, Text


class Named(NamedTuple):
    """What a row points to: its id, for a link, and its name."""

    id: str
    name: Text


def bilingual(row: Row, column: str) -> Text:
    """A pair of columns ``<column>_zh`` and ``<column>_en``."""
    return Text(row.text(f"{column}_zh"), row.text(f"{column}_en"))


def name(catalogue: Catalogue, table: str, key: object) -> Text:
    """The name of a row of a reference list.

    Args:
        catalogue: everything that was loaded.
        table: a table with ``name_zh`` and ``name_en``.
        key: its id; None gives no name, an unknown id stands for itself.
    """
    if key is None:
        return NOTHING
    row = catalogue.row(table, key)
    return bilingual(row, "name") if row else Text(str(key), str(key))


def named(catalogue: Catalogue, table: str, key: object) -> Named | None:
    """The id and the name of a row of a reference list; None where the cell is empty."""
    return None if key is None else Named(str(key), name(catalogue, table, key))


def column_title(schema: TableSchema, column: str) -> Text:
    """A column's title; of a Chinese column with an English twin, the title of the pair."""
    title = schema.by_name[column].title
    return Text(title.zh, title.en.removesuffix(" (Chinese)"))


def enum(catalogue: Catalogue, table: str, column: str, row: Row) -> Text:
    """An enum cell in the words of its schema; nothing where it is empty."""
    value = row[column]
    return NOTHING if value is None else catalogue.schemas[table].by_name[column].label(value)
