"""Tables reduced to what can be compared across formats: rows, keys, cells."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from zoneledger.catalogue import TableSchema
from zoneledger.packages.formats import Rows
from zoneledger.problems import Text


class Sums(NamedTuple):
    """A table: its number of rows, a checksum over its keys, one over all its cells; both whatever the rows' order."""

    rows: int
    keys: str
    cells: str


def sums(tables: Rows, schemas: Mapping[str, TableSchema]) -> dict[str, Sums]:
    """Every table a format holds; a table without rows may be left out of a format and counts as empty.

    Args:
        tables: what ``Format.read_back`` gave.
        schemas: the tables there are.
    """
    return {name: _sums(tables.get(name, []), schema) for name, schema in schemas.items()}


def _sums(rows: Sequence[tuple[str, ...]], schema: TableSchema) -> Sums:
    names = [field.name for field in schema.fields]
    places = [names.index(column) for column in schema.primary_key]
    return Sums(len(rows), _digest(tuple(row[place] for place in places) for row in rows), _digest(rows))


def _digest(rows: Iterable[tuple[str, ...]]) -> str:
    digest = hashlib.sha256()
    for row in sorted(rows):
        digest.update(repr(row).encode())
    return digest.hexdigest()


def difference(found: Sums, expected: Sums) -> Text | None:
    """What differs, the plainest first; None where nothing does."""
    if found.rows != expected.rows:
        return Text(
            f"有 {found.rows} 行，CSV 有 {expected.rows} 行", f"has {found.rows} rows where the CSV has {expected.rows}"
        )
    if found.keys != expected.keys:
        return Text("行数相同，主键与 CSV 不同", "has as many rows as the CSV, but other keys")
    if found.cells != expected.cells:
        return Text("行与 CSV 相同，单元格不同", "has the rows of the CSV, but other cells")
    return None
