"""JSON Schemas of rows, from the Table Schemas."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from zoneledger.api import columns
from zoneledger.api.columns import item_pattern, kind_of
from zoneledger.api.encoding import Json
from zoneledger.api.nulls import null_meaning
from zoneledger.api.openapi.shapes import Schema, array, closed, nullable, ref
from zoneledger.api.openapi.wording import line, paragraphs
from zoneledger.catalogue import Field, TableSchema
from zoneledger.problems import Text


def row_name(table: str) -> str:
    """The name of the schema of a table's rows."""
    return f"{table}_row"


def row(schema: TableSchema, example: Json | None) -> Schema:
    """The schema of a table's rows.

    Args:
        schema: the table's Table Schema.
        example: its first row; None where it has none.
    """
    return closed(
        {field.name: column(schema.name, field) for field in schema.fields},
        description=paragraphs(schema.description),
        title=line(schema.title),
        **({"examples": [example]} if example is not None else {}),
    )


def column(table: str, field: Field) -> Schema:
    """The schema of one column's values.

    Args:
        table: the table's name.
        field: the column.
    """
    filled = _filled(field)
    meaning = null_meaning(table, field) if kind_of(field) is not columns.LIST else None
    null = Text(f"null：{meaning.zh}", f"null: {meaning.en}") if meaning else None
    labels = Text("；".join(f"{code} {label.zh}" for code, label in field.labelled.items()) + "。", "")
    labels = labels._replace(en="; ".join(f"{code}: {label.en}" for code, label in field.labelled.items()) + ".")
    return {
        **(nullable(filled) if meaning else filled),
        "description": paragraphs(field.description, labels if field.enum else None, null),
        "title": line(field.title),
    }


def _filled(field: Field) -> Schema:
    kind, constraints = kind_of(field), field.constraints
    if kind in (columns.DATE, columns.PERIOD):
        return ref(kind.name)
    if kind is columns.LIST:
        return array({"pattern": _whole(item_pattern(field)), "type": "string"}, minItems=1 if field.required else 0)
    if kind is columns.CODE:
        return {"enum": list(field.enum), "type": "string"}
    if kind is columns.TEXT:
        limits = {name: constraints[name] for name in ("maxLength",) if name in constraints}
        pattern = {"pattern": _whole(constraints["pattern"])} if "pattern" in constraints else {}
        return {"minLength": 1, "type": "string", **limits, **pattern}
    bounds: dict[str, Json] = {
        name: _plain(constraints[name]) for name in ("minimum", "maximum") if name in constraints
    }
    return {"type": kind.name, **bounds}


def _whole(pattern: str) -> str:
    """A Table Schema's pattern is of the whole cell, a JSON Schema's of any part of it."""
    return f"^(?:{pattern})$"


def _plain(bound: Any) -> Json:
    return Json(format(Decimal(str(bound)), "f"))
