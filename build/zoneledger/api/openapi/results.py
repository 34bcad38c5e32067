"""JSON Schemas of what each kind of file holds inside its envelope."""

from __future__ import annotations

from zoneledger.api import columns
from zoneledger.api.entities import ENTITIES, Entity
from zoneledger.api.openapi.rows import row_name
from zoneledger.api.openapi.shapes import Schema, array, closed, nullable, ref
from zoneledger.api.plans import TABLE, plan_tables
from zoneledger.api.publication import Publication

_NAME = {"pattern": "^[a-z0-9_]+$", "type": "string"}
_COUNT = {"minimum": 0, "type": "integer"}
_KINDS = (
    columns.TEXT, columns.CODE, columns.NUMBER_KIND, columns.INTEGER,
    columns.BOOLEAN, columns.DATE, columns.PERIOD, columns.LIST,
)  # fmt: skip


def index() -> Schema:
    """The result of ``index.json``."""
    address = {"format": "uri", "type": "string"}
    names = ("tables", "plans", *(entity.folder for entity in ENTITIES), "openapi")
    return closed(
        {
            "addresses": closed(dict.fromkeys(names, address)),
            "description": ref("text"),
            "rows_per_page": {"minimum": 1, "type": "integer"},
            "title": ref("text"),
        }
    )


def tables() -> Schema:
    """The result of ``tables.json``."""
    return array(ref("table"))


def described() -> dict[str, Schema]:
    """The schemas that describe a table and its columns, by name."""
    labels = {"additionalProperties": ref("text"), "minProperties": 1, "type": "object"}
    field = closed(
        {
            "description": ref("text"),
            "kind": {"enum": [kind.name for kind in _KINDS], "type": "string"},
            "labels": nullable(labels),
            "name": _NAME,
            "null": nullable(ref("text")),
            "title": ref("text"),
        }
    )
    key = closed({"field": _NAME, "table": _NAME, "target": _NAME})
    table = closed(
        {
            "description": ref("text"),
            "fields": array(ref("field"), minItems=1),
            "foreign_keys": array(key),
            "links": ref("entry_links"),
            "name": _NAME,
            "primary_key": array(_NAME, minItems=1),
            "title": ref("text"),
            "total": _COUNT,
        }
    )
    return {"field": field, "table": table}


def rows(table: str) -> Schema:
    """The result of a table's file."""
    return array(ref(row_name(table)))


def entries(table: str) -> Schema:
    """The result of an index of things."""
    return array(closed({"links": ref("entry_links"), "row": ref(row_name(table)), "total": _COUNT}))


def thing(entity: Entity) -> Schema:
    """The result of one thing's file."""
    return closed({"row": ref(row_name(entity.table)), entity.related: rows(entity.related)})


def plan(publication: Publication) -> Schema:
    """The result of one plan's file."""
    words = {"minLength": 1, "type": "string"}
    note = closed(
        {
            "basis": {"enum": ["printed_error", "suspected", "official_text", "coding"], "type": "string"},
            "en": words,
            "url": {"format": "uri", "type": ["string", "null"]},
            "zh": words,
        }
    )
    document = closed(
        {
            "issuers": array(ref("text"), minItems=1),
            "notes": array(note),
            "overriding_notes": array(ref("text")),
            "summary": ref("text"),
        }
    )
    held = closed({name: rows(name) for name in plan_tables(publication.catalogue.schemas)})
    return closed({"document": document, "row": ref(row_name(TABLE)), "tables": held})
