"""The JSON Schemas of the files that the check leaves behind, and how much of each may be there.

Keys that are not named are tolerated and never read. A limit stands before what it limits: validation goes in order.
"""

from __future__ import annotations

from typing import Any

Schema = dict[str, Any]

MAX_TEXT = 20_000
MAX_NUMBER = 10_000_000


def _object(required: dict[str, Schema], **optional: Schema) -> Schema:
    return {
        "type": "object",
        "maxProperties": 60,
        "required": list(required),
        "properties": required | optional,
    }


def _list(item: Schema, most: int) -> Schema:
    return {"type": "array", "maxItems": most, "items": item}


_COUNT: Schema = {"type": "integer", "minimum": 0, "maximum": MAX_NUMBER}
_TEXT: Schema = {"type": "string", "maxLength": MAX_TEXT}
_NAME: Schema = {"type": "string", "maxLength": 300}
_CELL: Schema = {"type": ["string", "number", "boolean", "null"], "maxLength": MAX_TEXT}
_CELLS: Schema = {"type": "object", "maxProperties": 100, "additionalProperties": _CELL}
_BILINGUAL = _object({"zh": _TEXT, "en": _TEXT})
_VERSION: Schema = {"const": 1}

_PROBLEM = _object(
    {"code": _NAME, "severity": {"enum": ["error", "warning"]}, "file": _NAME, "line": _COUNT, "message": _BILINGUAL},
    column=_NAME,
    value=_TEXT,
    allowed=_BILINGUAL,
    fix=_BILINGUAL,
)
PROBLEMS = _object(
    {"version": _VERSION, "errors": _COUNT, "warnings": _COUNT, "problems": _list(_PROBLEM, 5_000)},
    not_listed={"type": "object", "maxProperties": 300, "additionalProperties": _COUNT},
)

_ANCHOR = _object({}, locator=_TEXT, printed=_TEXT)
_PLACE: dict[str, Schema] = {"file": _NAME, "line": _COUNT}
_ROW = _object({"key": _CELLS} | _PLACE, anchor=_ANCHOR)
_EDIT = _object({"column": _NAME, "old": _CELL, "new": _CELL})
_EDITED = _object({"key": _CELLS, "cells": _list(_EDIT, 100)} | _PLACE, anchor=_ANCHOR)
_TABLE = _object(
    {
        "table": _NAME,
        "added": _list(_ROW, 2_000),
        "removed": _list(_ROW, 2_000),
        "changed": _list(_EDITED, 2_000),
    },
    id_changes=_list(_object({"column": _NAME, "old": _CELL, "new": _CELL} | _PLACE), 2_000),
)
CHANGES = _object(
    {
        "version": _VERSION,
        "summary": {"type": "object", "maxProperties": 50, "additionalProperties": _COUNT},
        "tables": _list(_TABLE, 1_000),
    },
    documents=_list(_object({"file": _NAME, "path": _NAME, "old": _CELL, "new": _CELL}), 1_000),
)

PULL_REQUEST = _object(
    {
        "version": _VERSION,
        "number": {"type": "integer", "minimum": 1, "maximum": 100 * MAX_NUMBER},
        "sha": {"type": "string", "pattern": "^[0-9a-f]{40}$"},
    }
)
