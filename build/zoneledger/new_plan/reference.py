"""Jurisdictions and zones by whatever name a person knows, and the line that registers one which is missing."""

from __future__ import annotations

import csv
import difflib
import io
import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from zoneledger.catalogue import Catalogue, TableSchema
from zoneledger.catalogue.records import Record
from zoneledger.problems import NOTHING, Text

MOST_NEAR = 5


@dataclass(frozen=True)
class Match:
    """What a name led to.

    Args:
        key: the row's id or code; empty where no single row is meant.
        name: the row's name.
        near: ``key name`` of the rows that come close, where none was meant.
    """

    key: str
    name: Text = NOTHING
    near: tuple[str, ...] = ()


def find(catalogue: Catalogue, table: str, text: str) -> Match:
    """The row of a reference list that a key, a name, an alias or the only beginning of one means.

    Args:
        catalogue: the checkout.
        table: ``jurisdictions`` or ``zones``.
        text: what was typed.
    """
    records = catalogue.tables[table].records
    key = catalogue.schemas[table].primary_key[0]
    asked = text.strip().casefold()
    tests = (
        lambda name: name == asked,
        lambda name: name.startswith(asked),
        lambda name: asked in name,
    )
    for test in tests:
        # A short name may stand in many; the list below then lets the person choose.
        found = [record for record in records if asked and any(map(test, _names(record, key)))]
        if len(found) == 1:
            return Match(found[0].cells[key], Text(found[0].cells["name_zh"], found[0].cells["name_en"]))
        if found:
            return Match("", near=_shown(found, key))
    by_name = {name: record for record in records for name in _names(record, key)}
    near = difflib.get_close_matches(asked, by_name, MOST_NEAR, 0.4)
    return Match("", near=_shown(list({id(by_name[name]): by_name[name] for name in near}.values()), key))


def _names(record: Record, key: str) -> list[str]:
    cells = record.cells
    names = [cells[key], cells["name_zh"], cells["name_en"], *cells.get("aliases", "").split("|")]
    return [name.casefold() for name in names if name]


def _shown(records: list[Record], key: str) -> tuple[str, ...]:
    return tuple(f"{record.cells[key]} {record.cells['name_zh']}" for record in records[:MOST_NEAR])


def line(schema: TableSchema, cells: Mapping[str, str]) -> str:
    """A row as its file holds it, without the line end.

    Args:
        schema: the table's.
        cells: by column; columns left out are empty.
    """
    out = io.StringIO()
    csv.writer(out, lineterminator="").writerow([cells.get(column, "") for column in schema.columns])
    return out.getvalue()


def template(schema: TableSchema, **known: str) -> str:
    """The line to add for a row of which only some cells are known; the others say in ``<…>`` what belongs there."""
    cells = {
        field.name: f"<{'|'.join(field.enum) or field.name}>"
        for field in schema.fields
        if field.required and not field.derived
    }
    return line(schema, {**cells, **known})


def register(catalogue: Catalogue, table: str, cells: Mapping[str, str]) -> Path:
    """Adds a row to a reference list at the place of its key, touching no other line.

    Returns:
        The file.

    Raises:
        OSError: the file cannot be written; it is then as it was.
    """
    schema = catalogue.schemas[table]
    path = catalogue.layout.reference / f"{table}.csv"
    key = schema.primary_key[0]
    lines = _physical(path) if path.is_file() else [header(schema)]
    later = [record.line for record in catalogue.tables[table] if record.cells[key] > cells[key]]
    at = min(later) - 1 if later else len(lines)
    lines.insert(at, line(schema, cells) + "\n")
    handle, aside = tempfile.mkstemp(prefix=f".{table}-", dir=path.parent)
    with os.fdopen(handle, "w", encoding="utf-8", newline="") as stream:
        stream.writelines(lines)
    Path(aside).chmod(0o644)
    return Path(aside).replace(path)


def _physical(path: Path) -> list[str]:
    """Lines by LF alone, as records count them."""
    with path.open(encoding="utf-8", newline="") as stream:
        return [part + "\n" for part in stream.read().removesuffix("\n").split("\n")]


def header(schema: TableSchema) -> str:
    """A table's file without rows."""
    return ",".join(schema.columns) + "\n"
