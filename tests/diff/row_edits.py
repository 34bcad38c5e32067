"""Edits of one row of a table, such that the pages can still be written."""

from __future__ import annotations

import csv
import io
from typing import Any

Rows = list[dict[str, str]]


def rows_of(data: bytes) -> Rows:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8"), newline="")))


def file_of(rows: Rows, header: list[str]) -> bytes:
    stream = io.StringIO(newline="")
    writer = csv.DictWriter(stream, header, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return stream.getvalue().encode("utf-8")


def header_of(data: bytes) -> list[str]:
    return next(csv.reader(io.StringIO(data.decode("utf-8"), newline="")))


def text_edited(row: dict[str, str], schema: dict[str, Any]) -> dict[str, str]:
    """Every filled cell of free text says something else, every whole figure is one higher, every code the next one."""
    fields = {field["name"]: field for field in schema["fields"]}
    pointing = {key["fields"][0] for key in schema.get("foreignKeys", ())}
    fixed = {*schema["primaryKey"], *pointing, "occurrence", "member", "position"}
    return {name: _edited(cell, fields[name]) if name not in fixed else cell for name, cell in row.items()}


def _edited(cell: str, field: dict[str, Any]) -> str:
    limits = field.get("constraints", {})
    if not cell:
        return cell
    if "enum" in limits:
        values = limits["enum"]
        return str(values[(values.index(cell) + 1) % len(values)])
    if field["type"] in ("integer", "number"):
        return str(int(cell) + 1) if cell.isdigit() else cell
    return cell if "pattern" in limits else cell + "改"


def pointed_elsewhere(row: dict[str, str], schema: dict[str, Any], keys: dict[str, list[str]]) -> dict[str, str]:
    """Every filled foreign key outside the primary one points to the next row of its table."""
    edited = dict(row)
    for key in schema.get("foreignKeys", ()):
        name, there = key["fields"][0], keys.get(key["reference"]["resource"], [])
        if row.get(name) in there and name not in schema["primaryKey"]:
            edited[name] = there[(there.index(row[name]) + 1) % len(there)]
    return edited
