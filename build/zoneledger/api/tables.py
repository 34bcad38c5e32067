"""Tables: what each is and what its columns mean, and the rows of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from zoneledger.api.columns import LIST, kind_of
from zoneledger.api.encoding import rows
from zoneledger.api.nulls import null_meaning
from zoneledger.api.paging import Pages
from zoneledger.api.publication import Links, Publication, named
from zoneledger.catalogue import Field, TableSchema
from zoneledger.problems import Text

FOLDER = "tables"


def description_file(publication: Publication, counts: Mapping[str, int]) -> tuple[str, bytes]:
    """Path and content of ``tables.json``.

    Args:
        publication: the datasets.
        counts: the rows of each table; those without any may be absent.
    """
    described = [
        _description(publication, table.schema, counts.get(name, 0)) for name, table in publication.tables.items()
    ]
    links = Links(page="dictionary/", source="data/all/datapackage.json")
    return f"{FOLDER}.json", publication.answer(f"{FOLDER}.json", described, len(described), links)


def row_pages(publication: Publication, name: str, total: int) -> Pages[str]:
    """The files of a table's rows.

    Args:
        publication: the datasets.
        name: the table.
        total: how many rows it has.
    """

    def page(path: str, written: Sequence[str], links: Links) -> bytes:
        return publication.answer(path, rows(written), total, links)

    return Pages(f"{FOLDER}/{named(name)}", total, _links(name), page)


def _links(name: str) -> Links:
    return Links(page=f"dictionary/#{name}", source=f"data/all/{name}.csv")


def _description(publication: Publication, schema: TableSchema, total: int) -> dict[str, Any]:
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
        "total": total,
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
