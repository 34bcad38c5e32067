"""``datapackage.json``: a Data Package v2 descriptor with the schemas inlined.

Source: Data Package standard, version 2.0, https://datapackage.org/standard/data-package/. Texts follow the schemas'
convention: the standard's own ``title`` and ``description`` are Chinese, ``title_en`` and ``description_en`` English.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from zoneledger.catalogue import TableSchema
from zoneledger.packages import licence
from zoneledger.packages.checksums import Sum
from zoneledger.packages.citation import CONTRIBUTORS
from zoneledger.packages.formats.csv_raw import MEDIATYPE
from zoneledger.packages.identity import Same
from zoneledger.packages.package import Package
from zoneledger.packages.tables import Table
from zoneledger.problems import Text

FILE_NAME = "datapackage.json"
TITLE = Text("数据包描述文件", "Data Package descriptor")
PROFILES = "https://datapackage.org/profiles/2.0"

_KEYWORDS = ("开发区", "行动计划", "量化目标", "责任单位", "development zones", "action plans", "targets", "China")


def encode(package: Package, files: Mapping[str, Sum]) -> bytes:
    """The descriptor as the bytes of its file.

    Args:
        package: what is described.
        files: size and checksum of the package's CSV files, by name.
    """
    head = _indented({**_head(package), "resources": []}, 0).removesuffix("[]\n}")
    resources = ",\n    ".join(_written(table, files[f"{table.name}.csv"]) for table in package.tables)
    return f"{head}[\n    {resources}\n  ]\n}}\n".encode()


def describe(package: Package, files: Mapping[str, Sum]) -> dict[str, Any]:
    """The descriptor as a mapping; see `encode`."""
    resources = [
        {**_resource(table.schema, files[f"{table.name}.csv"]), "schema": table.schema.descriptor}
        for table in package.tables
    ]
    return {**_head(package), "resources": resources}


def _head(package: Package) -> dict[str, Any]:
    descriptor: dict[str, Any] = {
        "$schema": f"{PROFILES}/datapackage.json",
        "name": package.name,
        **_texts(package.title, package.description),
        "version": package.version,
        # The dataset's date: the clock is never asked, so that the same data give the same file.
        "created": f"{package.as_of.isoformat()}T00:00:00Z",
        "keywords": list(_KEYWORDS),
        "licenses": [{"name": licence.NAME, "path": licence.ADDRESS, "title": licence.TITLE.en}],
        "contributors": [{"title": CONTRIBUTORS}],
    }
    if package.homepage:
        descriptor["homepage"] = package.homepage
    if package.plans:
        descriptor["sources"] = [_source(plan) for plan in package.plans]
    return descriptor


def _written(table: Table, file: Sum) -> str:
    """A resource as JSON. All but its file's size and checksum is the same in every package and written once."""
    before, after = _around(Same(table.schema))
    return f"{before}{_stated(file)}{after}"


def _indented(value: Any, depth: int) -> str:
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return text.replace("\n", "\n" + "  " * depth) if depth else text


@lru_cache(maxsize=128)
def _around(schema: Same[TableSchema]) -> tuple[str, str]:
    """What stands before and after a file's size and checksum in the description of a table."""
    nowhere = Sum(0, "", 0)
    described = _indented({**_resource(schema.held, nowhere), "schema": schema.held.descriptor}, 2)
    # No text holds this: a line break in it is escaped.
    before, _, after = described.partition(_stated(nowhere))
    return before, after


def _texts(title: Text, description: Text) -> dict[str, str]:
    return {
        "title": title.zh,
        "title_en": title.en,
        "description": description.zh,
        "description_en": description.en,
    }


def _source(plan: dict[str, Any]) -> dict[str, str]:
    source = {"title": plan["title"]["zh"], "title_en": plan["title"]["en"]}
    return {**source, "path": plan["official_url"]} if "official_url" in plan else source


def _stated(file: Sum) -> str:
    """A file's size and checksum as they stand in its description."""
    return f'"bytes": {file.bytes},\n      "hash": "sha256:{file.sha256}",\n'


def _resource(schema: TableSchema, file: Sum) -> dict[str, Any]:
    """All of a resource but its schema, which stands last."""
    return {
        "$schema": f"{PROFILES}/dataresource.json",
        "name": schema.name,
        "type": "table",
        "path": f"{schema.name}.csv",
        **_texts(schema.title, schema.description),
        "format": "csv",
        "mediatype": MEDIATYPE,
        "encoding": "utf-8",
        "bytes": file.bytes,
        "hash": f"sha256:{file.sha256}",
        "dialect": {"$schema": f"{PROFILES}/tabledialect.json", "header": True},
    }
