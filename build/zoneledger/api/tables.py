"""Tables: what each is and what its columns mean, and the rows of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from zoneledger.api.columns import LIST, kind_of
from zoneledger.api.nulls import null_meaning
from zoneledger.api.paging import pages
from zoneledger.api.publication import Links, Publication, named
from zoneledger.catalogue import Field
from zoneledger.catalogue.records import Record
from zoneledger.packages.tables import PublishedTable
from zoneledger.problems import Text

FOLDER = "tables"


def table_files(publication: Publication) -> Iterator[tuple[str, bytes]]:
    """Path and content of ``tables.json`` and of every table's files."""
    tables = publication.tables.values()
    described = [_description(publication, table) for table in tables]
    links = Links(page="dictionary/", source="data/all/datapackage.json")
    yield f"{FOLDER}.json", publication.answer(f"{FOLDER}.json", described, len(described), links)
    for table in tables:
        yield from _rows(publication, table)


def _rows(publication: Publication, table: PublishedTable) -> Iterator[tuple[str, bytes]]:
    name = named(table.name)

    def page(path: str, records: Sequence[Record], links: Links) -> bytes:
        rows = [publication.row(name, record) for record in records]
        return publication.answer(path, rows, len(table.records), links)

    yield from pages(f"{FOLDER}/{name}", table.records, _links(name), page)


def _links(name: str) -> Links:
    return Links(page=f"dictionary/#{name}", source=f"data/all/{name}.csv")


def _description(publication: Publication, table: PublishedTable) -> dict[str, Any]:
    schema = table.schema
    return {
        "description": both(schema.description),
        "fields": [_field(schema.name, field) for field in schema.fields],
        "foreign_keys": [
            {"field": key.column, "table": key.table, "target": key.target} for key in schema.foreign_keys
        ],
        "links": publication.entry_links(f"{FOLDER}/{schema.name}.json", _links(schema.name)),
        "name": schema.name,
        "primary_key": list(schema.primary_key),
        "title": both(schema.title),
        "total": len(table.records),
    }


def _field(table: str, field: Field) -> dict[str, Any]:
    kind = kind_of(field)
    meaning = null_meaning(table, field) if kind is not LIST else None
    return {
        "description": both(field.description),
        "kind": kind.name,
        "labels": {code: both(label) for code, label in field.labelled.items()} if field.enum else None,
        "name": field.name,
        "null": both(meaning) if meaning else None,
        "title": both(field.title),
    }


def both(text: Text) -> dict[str, str]:
    """A text in both languages."""
    return {"en": text.en, "zh": text.zh}
