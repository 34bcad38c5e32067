"""``datapackage.json``: a Data Package v2 descriptor with the schemas inlined.

Source: Data Package standard, version 2.0, https://datapackage.org/standard/data-package/. Texts follow the schemas'
convention: the standard's own ``title`` and ``description`` are Chinese, ``title_en`` and ``description_en`` English.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from zoneledger.packages import licence
from zoneledger.packages.checksums import sha256
from zoneledger.packages.citation import CONTRIBUTORS
from zoneledger.packages.formats.csv_raw import MEDIATYPE
from zoneledger.packages.package import Package
from zoneledger.packages.tables import PublishedTable
from zoneledger.problems import Text

FILE_NAME = "datapackage.json"
TITLE = Text("数据包描述文件", "Data Package descriptor")
PROFILES = "https://datapackage.org/profiles/2.0"

_KEYWORDS = ("开发区", "行动计划", "量化目标", "责任单位", "development zones", "action plans", "targets", "China")


def encode(package: Package, files: Mapping[str, bytes]) -> bytes:
    """The descriptor as the bytes of its file.

    Args:
        package: what is described.
        files: the package's CSV files by name, for their sizes and hashes.
    """
    text = json.dumps(describe(package, files), ensure_ascii=False, indent=2)
    return f"{text}\n".encode()


def describe(package: Package, files: Mapping[str, bytes]) -> dict[str, Any]:
    """The descriptor as a mapping; see `encode`."""
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
    descriptor["resources"] = [_resource(table, files[f"{table.name}.csv"]) for table in package.tables]
    return descriptor


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


def _resource(table: PublishedTable, content: bytes) -> dict[str, Any]:
    schema = table.schema
    return {
        "$schema": f"{PROFILES}/dataresource.json",
        "name": table.name,
        "type": "table",
        "path": f"{table.name}.csv",
        **_texts(schema.title, schema.description),
        "format": "csv",
        "mediatype": MEDIATYPE,
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{sha256(content)}",
        "dialect": {"$schema": f"{PROFILES}/tabledialect.json", "header": True},
        "schema": schema.descriptor,
    }
