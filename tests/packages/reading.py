"""What a package holds, by a reader that knows nothing of how it was written: the canonical CSV, by the standard library."""

from __future__ import annotations

import csv
import hashlib
import io
import zipfile
from collections.abc import Iterable, Mapping
from decimal import Decimal
from pathlib import Path

from zoneledger.catalogue import TableSchema

Cells = list[tuple[str, ...]]


def unpacked(archive: Path) -> dict[str, bytes]:
    """Every file of an archive by name."""
    with zipfile.ZipFile(archive) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def canonical_tables(archive: Path, schemas: Mapping[str, TableSchema]) -> dict[str, Cells]:
    """The rows of every table of a Data Package; 2.50 and 2.5 are one number."""
    files = unpacked(archive)
    found = {}
    for name, schema in schemas.items():
        _, *lines = csv.reader(io.StringIO(files[f"{name}.csv"].decode("utf-8"), newline=""))
        numeric = [field.type in ("integer", "number") for field in schema.fields]
        found[name] = [
            tuple(_number(cell) if number and cell else cell for cell, number in zip(line, numeric, strict=True))
            for line in lines
        ]
    return found


def _number(cell: str) -> str:
    text = f"{Decimal(cell):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def key_sum(rows: Cells, schema: TableSchema) -> str:
    """A checksum over the primary keys."""
    places = [[field.name for field in schema.fields].index(column) for column in schema.primary_key]
    return checksum(tuple(row[place] for place in places) for row in rows)


def checksum(rows: Iterable[tuple[str, ...]]) -> str:
    """A checksum over every cell of every row, whatever the rows' order."""
    digest = hashlib.sha256()
    for row in sorted(rows):
        digest.update(repr(row).encode())
    return digest.hexdigest()
