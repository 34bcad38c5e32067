"""One side of a comparison, read: its schemas, tables, documents and receipts."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from zoneledger.catalogue import TableSchema
from zoneledger.catalogue.schemas import PLAN, REFERENCE
from zoneledger.diff.difference import Trouble
from zoneledger.diff.documents import Branch, DocumentError, content, read_document
from zoneledger.diff.revision_files import Version
from zoneledger.diff.sheets import Sheet, decode, read_sheet
from zoneledger.problems import Text

DATASET = "datasets/dataset.yml"
RECEIPTS = "datasets/receipts/"


@dataclass
class Side:
    """One version as far as it could be read.

    Args:
        name: ``base`` or ``head``.
        version: its files.
        schemas: tables by name.
        sheets: tables by path.
        documents: ``plan.yml`` and ``dataset.yml`` by path; None where one cannot be read.
        receipts: what audits wrote, by plan; not verified.
        problems: what was unusual.
    """

    name: str
    version: Version
    schemas: dict[str, TableSchema]
    sheets: dict[str, Sheet] = field(default_factory=dict)
    documents: dict[str, Branch | None] = field(default_factory=dict)
    receipts: dict[str, dict[str, Any]] = field(default_factory=dict)
    problems: list[Trouble] = field(default_factory=list)

    def plan_content(self, plan: str) -> dict[str, Any]:
        """The content of a plan's ``plan.yml``; empty where there is none."""
        document = self.documents.get(f"datasets/plans/{plan}/plan.yml")
        return content(document) if document is not None else {}

    @property
    def plans(self) -> tuple[str, ...]:
        """The plans that have a ``plan.yml``, by id."""
        folders = (path.split("/") for path in self.documents if path != DATASET)
        return tuple(sorted(parts[2] for parts in folders))


def read_side(name: str, version: Version, fallback: dict[str, TableSchema]) -> Side:
    """Reads a version; nothing about its files is raised.

    Args:
        name: ``base`` or ``head``.
        version: its files.
        fallback: the schemas to use where the version has none.
    """
    side = Side(name, version, _schemas(version) or fallback, problems=list(version.problems))
    for path, data in version.files.items():
        table = table_of(path, side.schemas)
        if table is not None:
            sheet = read_sheet(data, path, table[0])
            side.sheets[path] = sheet
            side.problems += [Trouble(name, path, *fault) for fault in sheet.faults]
        elif path == DATASET or _is_plan_file(path):
            side.documents[path] = _document(side, path, data)
        elif path.startswith(RECEIPTS) and path.endswith(".json"):
            _receipt(side, path, data)
    return side


def table_of(path: str, schemas: dict[str, TableSchema]) -> tuple[TableSchema, str] | None:
    """The table and the plan (empty for shared lists) whose rows a file holds; None where it holds none."""
    parts = path.split("/")
    if parts[0] != "datasets" or not parts[-1].endswith(".csv"):
        return None
    schema = schemas.get(parts[-1].removesuffix(".csv"))
    if schema is not None and len(parts) == 4 and parts[1] == "plans" and schema.group == PLAN:
        return schema, parts[2]
    if schema is not None and len(parts) == 3 and parts[1] == "reference" and schema.group == REFERENCE:
        return schema, ""
    return None


def _is_plan_file(path: str) -> bool:
    parts = path.split("/")
    return len(parts) == 4 and parts[:2] == ["datasets", "plans"] and parts[3] == "plan.yml"


def _document(side: Side, path: str, data: bytes) -> Branch | None:
    text, faults = decode(data)
    side.problems += [Trouble(side.name, path, *fault) for fault in faults]
    try:
        return read_document(text)
    except DocumentError as error:
        message = Text(f"无法解析，不比较（{error}）。", f"Cannot be parsed; not compared ({error}).")
        side.problems.append(Trouble(side.name, path, 0, "yaml", message))
        return None


def _receipt(side: Side, path: str, data: bytes) -> None:
    try:
        loaded = json.loads(data)
        if not isinstance(loaded, dict):
            raise ValueError("not a receipt")
        side.receipts[path.removeprefix(RECEIPTS).removesuffix(".json")] = loaded
    except (ValueError, RecursionError):
        message = Text("不是回执，不比较。", "Not a receipt; not compared.")
        side.problems.append(Trouble(side.name, path, 0, "receipt", message))


def _schemas(version: Version) -> dict[str, TableSchema]:
    """The schemas a version brings; those that cannot be used are left out."""
    found = {}
    for path, data in version.files.items():
        if path.startswith("schemas/") and path.endswith(".json") and not path.endswith(".schema.json"):
            try:
                schema = TableSchema(json.loads(data))
                # Asked once here, so that nothing later trips over a schema that lacks them.
                _ = (schema.group, schema.columns, schema.primary_key, schema.foreign_keys)
                found[schema.name] = schema
            except (ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError):
                continue
    return found
