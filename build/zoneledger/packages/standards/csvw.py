"""``csv-metadata.json``: CSV on the Web metadata beside the CSV files of a package.

Source: Metadata Vocabulary for Tabular Data, W3C Recommendation, https://www.w3.org/TR/tabular-metadata/. A reader of
any one file of the folder finds the description under this name (Model for Tabular Data, section 5.3).
"""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

from zoneledger.catalogue import Field, TableSchema
from zoneledger.packages import licence
from zoneledger.packages.identity import Same
from zoneledger.packages.package import Package
from zoneledger.packages.standards.literals import both

FILE_NAME = "csv-metadata.json"

_BASE = {"string": "string", "integer": "integer", "number": "decimal", "boolean": "boolean", "date": "date"}


def encode(package: Package) -> bytes:
    """The description as the bytes of its file."""
    return b"".join(halves(package))


def halves(package: Package) -> tuple[bytes, bytes]:
    """The same in two parts: what speaks of the package, and the tables, which are alike in all packages."""
    opened = json.dumps(_head(package), ensure_ascii=False, indent=2).removesuffix("\n}")
    return f"{opened},\n".encode(), _tables(tuple(Same(table.schema) for table in package.tables), package.homepage)


def describe(package: Package) -> dict[str, Any]:
    """The description as a mapping: every table, column, key and reference of the package."""
    tables = [_table(table.schema) for table in package.tables]
    return {**_head(package), "tables": tables, **_tail(package.homepage)}


def _head(package: Package) -> dict[str, Any]:
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "zh"}],
        "dc:title": both(package.title),
        "dc:description": both(package.description),
        "dc:license": {"@id": licence.ADDRESS},
        "dc:modified": {"@value": package.as_of.isoformat(), "@type": "xsd:date"},
    }


def _tail(homepage: str) -> dict[str, Any]:
    return {"dc:source": {"@id": homepage}} if homepage else {}


@lru_cache(maxsize=4)
def _tables(schemas: tuple[Same[TableSchema], ...], homepage: str) -> bytes:
    written = (json.dumps(_table(schema.held), ensure_ascii=False, indent=2) for schema in schemas)
    tables = ",\n    ".join(table.replace("\n", "\n    ") for table in written)
    tail = json.dumps(_tail(homepage), ensure_ascii=False, indent=2)
    last = f",{tail[1:]}\n" if homepage else "\n}\n"
    return f'  "tables": [\n    {tables}\n  ]{last}'.encode()


def _table(schema: TableSchema) -> dict[str, Any]:
    described: dict[str, Any] = {"columns": [_column(field) for field in schema.fields]}
    described["primaryKey"] = list(schema.primary_key)
    if schema.foreign_keys:
        described["foreignKeys"] = [
            {
                "columnReference": key.column,
                "reference": {"resource": f"{key.table}.csv", "columnReference": key.target},
            }
            for key in schema.foreign_keys
        ]
    return {
        "url": f"{schema.name}.csv",
        "dc:title": both(schema.title),
        "dc:description": both(schema.description),
        "tableSchema": described,
    }


def _column(field: Field) -> dict[str, Any]:
    constraints = field.constraints
    datatype: dict[str, Any] = {"base": _BASE[field.type]}
    if field.type == "boolean":
        datatype["format"] = "true|false"
    if field.type == "string" and "pattern" in constraints:
        datatype["format"] = constraints["pattern"]
    if "minimum" in constraints:
        datatype["minimum"] = constraints["minimum"]
    column: dict[str, Any] = {
        # The header's cell. A title in words would have to stand in the file.
        "titles": field.name,
        "name": field.name,
        "dc:title": both(field.title),
        "dc:description": both(field.description),
        "datatype": datatype if len(datatype) > 1 else datatype["base"],
    }
    if constraints.get("required"):
        column["required"] = True
    return column
