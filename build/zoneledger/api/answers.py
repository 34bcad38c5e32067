"""The files of things: an index of each kind, and a file for each thing with the rows that belong to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from zoneledger.api.entities import Entity
from zoneledger.api.entities.entity import Belonging
from zoneledger.api.paging import pages
from zoneledger.api.publication import Links, Publication
from zoneledger.catalogue.records import Record

Files = Iterator[tuple[str, bytes]]


def entity_files(publication: Publication, entity: Entity) -> Files:
    """Path and content of every file of one kind.

    Args:
        publication: the datasets.
        entity: the kind.

    Raises:
        ValueError: an id cannot name a file.
    """
    belonging = entity.belonging(publication)
    yield from _index(publication, entity, belonging)
    for name, record in publication.records(entity.table):
        yield from entity_file(publication, entity, name, record, belonging.get(name, []))


def entity_file(
    publication: Publication, entity: Entity, name: str, record: Record, related: Sequence[Record]
) -> Files:
    """The file of one thing, and its further pages where many rows belong to it.

    Args:
        publication: the datasets.
        entity: its kind.
        name: its id.
        record: its row.
        related: the rows that belong to it.
    """
    row = publication.row(entity.table, record)

    def page(path: str, records: Sequence[Record], links: Links) -> bytes:
        rows = [publication.row(entity.related, record) for record in records]
        return publication.answer(path, {"row": row, entity.related: rows}, len(related), links)

    yield from pages(f"{entity.folder}/{name}", related, _links(entity, name, len(related)), page)


def _index(publication: Publication, entity: Entity, belonging: Belonging) -> Files:
    things = list(publication.records(entity.table))

    def entry(name: str, record: Record) -> dict[str, Any]:
        count = len(belonging.get(name, ()))
        links = publication.entry_links(f"{entity.folder}/{name}.json", _links(entity, name, count))
        return {"links": links, "row": publication.row(entity.table, record), "total": count}

    def page(path: str, items: Sequence[tuple[str, Record]], links: Links) -> bytes:
        return publication.answer(path, [entry(*item) for item in items], len(things), links)

    links = Links(page=f"{entity.folder}/", source=f"data/all/{entity.table}.csv")
    yield from pages(entity.folder, things, links, page)


def _links(entity: Entity, name: str, count: int) -> Links:
    shown = entity.always_has_page or count > 0
    return Links(page=f"{entity.folder}/{name}/" if shown else None, source=f"data/all/{entity.related}.csv")
