"""Whether keys and the order of rows are certainly right, told from whole columns; of the rest the exact passes decide."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from zoneledger.catalogue import Catalogue, Table, TableSchema
from zoneledger.catalogue.records import FileRows
from zoneledger.catalogue.schemas import PLAN, ForeignKey
from zoneledger.check import order

_DIGITS = "0123456789"


def certain(catalogue: Catalogue, table: Table) -> bool:
    """Whether all keys of a table are filled, stand once a plan, and lead somewhere.

    Args:
        catalogue: where keys are looked up.
        table: whose keys.
    """
    files = [read for read in table.files if read.rows]
    return (
        len({read.plan_id for read in files}) == len(files)
        and _once(files, table.schema.primary_key, filled=True)
        and all(_once(files, columns) for columns in table.schema.unique_keys)
        and all(
            _leads(catalogue, files, key) for key in table.schema.foreign_keys if key.column in table.schema.columns
        )
    )


def _once(files: Sequence[FileRows], columns: tuple[str, ...], filled: bool = False) -> bool:
    """Whether no key of these columns stands twice in a file; each plan has one file of a table."""
    for read in files:
        parts = [read.column(column) for column in columns if column in read.where]
        if filled and any("" in part for part in parts):
            return False
        keys: Sequence[object] = parts[0] if len(parts) == 1 else list(zip(*parts, strict=True))
        if len(set(keys)) != len(read.rows):
            return False
    return True


def _leads(catalogue: Catalogue, files: Sequence[FileRows], key: ForeignKey) -> bool:
    """Whether every pointer of a column leads to a row: in the same plan, or in a shared list."""
    target = catalogue.tables[key.table]
    local = target.schema.group == PLAN
    for read in files:
        known = target.keys.get(read.plan_id, set()) if local else target.all_keys
        if not set(read.column(key.column)) - known <= {""}:
            return False
    return True


def sorted_certainly(schema: TableSchema, read: FileRows) -> bool:
    """Whether a file's rows are in the order of their key: by code points, where numbers are as long as one another.

    Args:
        schema: the table's rules.
        read: the file.
    """
    if len(read.rows) < 2:
        return True
    columns = [column for column in schema.primary_key if column in read.where]
    parts = [read.column(column) for column in columns]
    keys: Sequence[Any] = parts[0] if len(parts) == 1 else list(zip(*parts, strict=True))
    return keys == sorted(keys) and all(
        _even(part) for column, part in zip(columns, parts, strict=True) if order.counted(schema.by_name[column])
    )


def _even(cells: Sequence[str]) -> bool:
    """Whether some texts sort by code points as they do by the number at their end.

    They do where they end in no digit, or are all as long and differ in their last digits alone.
    """
    if not any(cell[-1:] in _DIGITS for cell in cells):
        return True
    stem = min(cells).rstrip(_DIGITS)
    numbers = "".join([cell[len(stem) :] for cell in cells])
    return len(set(map(len, cells))) == 1 and max(cells).startswith(stem) and numbers.isascii() and numbers.isdecimal()
