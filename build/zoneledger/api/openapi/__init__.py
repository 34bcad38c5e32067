"""``openapi.json``: the API described in OpenAPI 3.1, generated from the Table Schemas and from nothing else.

Source: OpenAPI Specification 3.1.1, https://spec.openapis.org/oas/v3.1.1; its schemas are JSON Schema, draft 2020-12.
Summaries and titles are one line in both languages, descriptions a paragraph in each.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from zoneledger.api.encoding import Json, encode
from zoneledger.api.openapi import paths, results, rows, shapes
from zoneledger.api.openapi.wording import line, paragraphs
from zoneledger.api.publication import FOLDER, SCHEMA_VERSION, Publication
from zoneledger.packages import licence
from zoneledger.problems import Text

__all__ = ["describe", "openapi_file"]

_TAGS = {
    paths.INDEX: Text("入口与本说明。", "The way in, and this description."),
    paths.TABLES: Text("每张表的各行，与数据包里的 CSV 相同。", "The rows of each table, the same as in the packages."),
    paths.PLANS: Text("一份计划一个文件。", "One file a plan."),
    paths.THINGS: Text(
        "单位、部门类型、指标、开发区，各附属于它的行。",
        "Organisations, agency types, indicators and zones, each with the rows that belong to it.",
    ),
}
_ABOUT = Text(
    "静态文件，只读，没有密钥，也不限次数；一个地址就是一个文件。",
    "Static files: read only, without keys and without limits. An address is a file.",
)


def openapi_file(publication: Publication, first: Mapping[str, Json], ids: Mapping[str, str]) -> tuple[str, bytes]:
    """Path and content of ``openapi.json``; see ``describe``."""
    return "openapi.json", f"{encode(describe(publication, first, ids))}\n".encode()


def describe(publication: Publication, first: Mapping[str, Json], ids: Mapping[str, str]) -> dict[str, Any]:
    """The description as a mapping.

    Args:
        publication: the datasets.
        first: the first row of each table that has rows, as an example.
        ids: the first id of each table whose rows have files of their own, likewise.
    """
    dataset = publication.catalogue.dataset
    tables = publication.tables
    row_schemas = {rows.row_name(name): rows.row(table.schema, first.get(name)) for name, table in tables.items()}
    missing = Text("没有这个文件；回答是网站的404页。", "There is no such file; the answer is the site's 404 page.")
    return {
        "components": {
            "parameters": paths.parameters(publication, ids),
            "responses": {
                "missing": {
                    "content": {"text/html": {"schema": {"type": "string"}}},
                    "description": line(missing),
                }
            },
            "schemas": {**shapes.shared(), **results.described(), **row_schemas},
        },
        "externalDocs": {"description": line(Text("使用说明", "How to use it")), "url": f"{publication.site_url}api/"},
        "info": {
            "description": paragraphs(Text(**dataset["description"]), _ABOUT),
            "license": {"identifier": licence.NAME, "name": licence.TITLE.en},
            "title": line(Text("ZoneLedger 开发区目标责任台账 JSON 接口", "ZoneLedger JSON API")),
            "version": SCHEMA_VERSION,
        },
        "openapi": paths.VERSION,
        "paths": paths.path_items(publication, ids),
        # Nobody needs a key; said here, lest a reader take it for forgotten.
        "security": [],
        "servers": [{"url": f"{publication.site_url}{FOLDER}"}],
        "tags": [{"description": paragraphs(text), "name": name} for name, text in _TAGS.items()],
    }
