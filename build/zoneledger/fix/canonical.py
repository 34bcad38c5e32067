"""The one form in which a table's file is written: every command that writes data files writes them here."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path

from zoneledger.catalogue import TableSchema
from zoneledger.catalogue.decoding import unix_line_ends
from zoneledger.check.order import row_key
from zoneledger.fix.replacement import replace_file


def csv_bytes(schema: TableSchema, rows: Iterable[Mapping[str, str]]) -> bytes:
    """A table's rows in canonical form.

    UTF-8 without byte order mark and in Unicode form NFC, LF at the end of every line, columns in the schema's order,
    rows in the order of their key (equal keys keep theirs), quotes only where a cell needs them.

    Args:
        schema: the table's rules; its derived columns are not written.
        rows: cells by column; a column that a row lacks is written empty.

    Returns:
        The whole file, header included.

    Raises:
        ValueError: a row has a column that the schema does not know, or that is computed on publication.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_MINIMAL)
    writer.writerow(schema.columns)
    for row in sorted((_composed(row, schema) for row in rows), key=row_key(schema)):
        writer.writerow(row.values())
    return out.getvalue().encode("utf-8")


def _composed(row: Mapping[str, str], schema: TableSchema) -> dict[str, str]:
    """A row in the schema's order and in form NFC; it is sorted as it will be read again."""
    strange = sorted(set(row) - set(schema.columns))
    if strange:
        raise ValueError(f"{schema.name} has no column {', '.join(strange)}")
    cells = {column: unicodedata.normalize("NFC", row.get(column, "")) for column in schema.columns}
    # A carriage return would not be quoted, and would end the record.
    return {column: unix_line_ends(cell) for column, cell in cells.items()}


def write_csv(path: Path, schema: TableSchema, rows: Iterable[Mapping[str, str]]) -> None:
    """Writes a table's file in canonical form; it is written aside and swapped in whole.

    Args:
        path: the file, ``<table>.csv``; its folder must be there. An existing file keeps its mode.
        schema: the table's rules.
        rows: cells by column; a column that a row lacks is written empty.

    Raises:
        ValueError: a row has a column that the schema does not know, or that is computed on publication.
        OSError: the file is a symbolic link, or cannot be written.
    """
    replace_file(path, csv_bytes(schema, rows))
