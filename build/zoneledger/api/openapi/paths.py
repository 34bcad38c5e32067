"""Every path of the API: which file it is, what it holds, and a real one as an example."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from zoneledger.api.entities import ENTITIES
from zoneledger.api.openapi import results
from zoneledger.api.openapi.shapes import Schema, envelope
from zoneledger.api.openapi.wording import line, paragraphs
from zoneledger.api.plans import TABLE
from zoneledger.api.publication import Publication
from zoneledger.problems import Text

#: The version of the OpenAPI Specification.
VERSION = "3.1.1"

INDEX, TABLES, PLANS, THINGS = "index", "tables", "plans", "things"


@dataclass(frozen=True)
class Route:
    """One kind of file.

    Args:
        path: the file's path; ``{id}`` stands for a thing's id.
        tag: the group it is listed under.
        title: what it is.
        result: the schema of what it holds inside the envelope.
        paged: whether long lists of it go on in numbered files.
        ids: the table whose ids ``{id}`` stands for.
        about: what else there is to say.
    """

    path: str
    tag: str
    title: Text
    result: Schema
    paged: bool = False
    ids: str | None = None
    about: Text | None = None


def routes(publication: Publication) -> Iterator[Route]:
    """Every kind of file but this description itself, as a file's own name or the pattern of several."""
    yield Route("index", INDEX, Text("从这里开始", "Start here"), results.index())
    yield Route("tables", TABLES, Text("各表与各列的含义", "What tables and columns mean"), results.tables())
    for name, table in publication.tables.items():
        title = Text(f"{table.schema.title.zh}的各行", f"Rows of {table.schema.title.en}")
        yield Route(f"tables/{name}", TABLES, title, results.rows(name), paged=True, about=table.schema.description)
    yield Route("plans", PLANS, Text("全部计划", "All plans"), results.entries(TABLE), paged=True)
    title = Text("一份计划和它的全部行", "One plan with all its rows")
    yield Route("plans/{id}", PLANS, title, results.plan(publication), ids=TABLE)
    for entity in ENTITIES:
        schema = publication.tables[entity.table].schema
        title = Text(f"全部{schema.title.zh}", f"All {schema.title.en}")
        about = schema.description
        yield Route(entity.folder, THINGS, title, results.entries(entity.table), paged=True, about=about)
        one = f"{entity.folder}/{{id}}"
        yield Route(one, THINGS, entity.title, results.thing(entity), paged=True, ids=entity.table)


def path_items(publication: Publication, ids: Mapping[str, str]) -> dict[str, Any]:
    """The ``paths`` of the description; ``ids`` name a real file of each kind."""
    items: dict[str, Any] = {}
    for route in routes(publication):
        example = _example(publication, route, ids)
        items[f"/{route.path}.json"] = _item(publication, route, "", example)
        if route.paged:
            items[f"/{route.path}/pages/{{page}}.json"] = _item(publication, route, "_page", None)
    items["/openapi.json"] = {"get": _own()}
    return items


def parameters(publication: Publication, ids: Mapping[str, str]) -> dict[str, Any]:
    """The shared parameters: a page's number, and an id of each kind of thing, by the pattern of its Table Schema."""
    description = Text("第几页，从2起；第一页没有编号。", "Which page, from 2; the first has no number.")
    schema: dict[str, Any] = {"minimum": 2, "type": "integer"}
    found = {"page": _parameter("page", paragraphs(description), schema, 2)}
    for table in (TABLE, *(entity.table for entity in ENTITIES)):
        field = publication.tables[table].schema.by_name["id"]
        schema = {"pattern": f"^{field.constraints['pattern']}$", "type": "string"}
        found[f"{table}_id"] = _parameter("id", paragraphs(field.description), schema, ids.get(table))
    return found


def _parameter(name: str, description: str, schema: Mapping[str, Any], example: Any) -> dict[str, Any]:
    fixed = {"in": "path", "name": name, "required": True}
    return {**fixed, "description": description, "schema": schema, **({} if example is None else {"example": example})}


def _example(publication: Publication, route: Route, ids: Mapping[str, str]) -> str | None:
    name = ids.get(route.ids) if route.ids else ""
    return None if name is None else publication.address(f"{route.path.replace('{id}', name)}.json")


def _item(publication: Publication, route: Route, suffix: str, example: str | None) -> dict[str, Any]:
    further = Text("续页。", "A further page.") if suffix else None
    operation = {
        "description": paragraphs(Text(f"{route.title.zh}。", f"{route.title.en}."), route.about, further),
        "operationId": f"get_{route.path.replace('/', '_').replace('{id}', 'one')}{suffix}",
        "responses": _responses(envelope(route.result), example),
        "summary": line(route.title),
        "tags": [route.tag],
    }
    names = ([f"{route.ids}_id"] if route.ids else []) + (["page"] if suffix else [])
    refs = [{"$ref": f"#/components/parameters/{name}"} for name in names]
    return {"get": operation, **({"parameters": refs} if refs else {})}


def _responses(schema: Schema, example: str | None) -> dict[str, Any]:
    real = {"examples": {"real": {"externalValue": example}}} if example else {}
    return {
        "200": {
            "content": {"application/json": {"schema": schema, **real}},
            "description": line(Text("找到了", "Found")),
        },
        "404": {"$ref": "#/components/responses/missing"},
    }


def _own() -> dict[str, Any]:
    title = Text("本说明", "This description")
    parts = {"info": {"type": "object"}, "openapi": {"const": VERSION, "type": "string"}, "paths": {"type": "object"}}
    return {
        "description": paragraphs(Text("本说明，OpenAPI 3.1。", "This description, in OpenAPI 3.1.")),
        "operationId": "get_openapi",
        "responses": _responses({"properties": parts, "required": sorted(parts), "type": "object"}, None),
        "summary": line(title),
        "tags": [INDEX],
    }
