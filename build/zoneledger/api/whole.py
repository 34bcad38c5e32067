"""The files about all plans, put together from the plans' parts: indexes, tables, things, the description.

The parts are read twice, first their heads alone; what is held in memory does not grow with the plans' rows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from zoneledger.api import part
from zoneledger.api.encoding import Json
from zoneledger.api.entities import ENTITIES
from zoneledger.api.openapi import openapi_file
from zoneledger.api.paging import ROWS
from zoneledger.api.plans import TABLE, index_files
from zoneledger.api.publication import Links, Publication
from zoneledger.api.tables import both, description_file, row_pages
from zoneledger.api.things import Things
from zoneledger.catalogue.schemas import REFERENCE
from zoneledger.problems import Text

Files = Iterator[tuple[str, bytes]]
#: Gives the parts of all plans by plan id, each time anew.
Parts = Callable[[], Iterable[bytes]]


@dataclass
class _Totals:
    """What the heads say together.

    Args:
        entries: the plans' entries of their index.
        counts: the rows of each table.
        first: the first row of each table.
        ids: the first plan and the first thing of each kind, by table.
        belonging: how many rows belong to each thing, by folder and id.
    """

    entries: list[Json] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    first: dict[str, Json] = field(default_factory=dict)
    ids: dict[str, str] = field(default_factory=dict)
    belonging: dict[str, dict[str, int]] = field(default_factory=lambda: {each.folder: {} for each in ENTITIES})

    def add(self, head: part.Head) -> None:
        """Takes in a part's head."""
        self.entries.append(head.entry)
        self.ids.setdefault(TABLE, head.plan_id)
        for name, count in head.counts.items():
            self.counts[name] = self.counts.get(name, 0) + count
            self.first.setdefault(name, head.first[name])
        for folder, things in head.belonging.items():
            known = self.belonging[folder]
            for name, places in things.items():
                known[name] = known.get(name, 0) + len(places)


def whole_files(publication: Publication, parts: Parts) -> Files:
    """Path and content of every file that is not one plan's own.

    Args:
        publication: datasets with every row of the shared lists; their plans make no difference.
        parts: those of all plans.

    Raises:
        ValueError: an id cannot name a file.
    """
    totals = _Totals()
    for written in parts():
        totals.add(part.head_of(written))
    shared = _shared(publication)
    for name, rows in shared.items():
        totals.counts[name] = len(rows)
        totals.first.update({name: rows[0]} if rows else {})
    for entity in ENTITIES:
        for name, _ in publication.records(entity.table):
            totals.ids.setdefault(entity.table, name)
    yield _index(publication)
    yield openapi_file(publication, totals.first, totals.ids)
    yield description_file(publication, totals.counts)
    yield from index_files(publication, totals.entries)
    yield from _rows(publication, parts, totals, shared)


def _shared(publication: Publication) -> dict[str, list[Json]]:
    """Every row of the shared lists, by table."""
    return {
        name: publication.rows(name, table.records)
        for name, table in publication.tables.items()
        if table.schema.group == REFERENCE
    }


def _rows(publication: Publication, parts: Parts, totals: _Totals, shared: Mapping[str, list[Json]]) -> Files:
    """The files that hold rows: those of tables, and those of things."""
    # From the shared lists some things have their rows, as agency types their organisations.
    own = {each.folder: each.belonging(publication, "") for each in ENTITIES if each.related in shared}
    for folder, found in own.items():
        totals.belonging[folder] = {name: len(places) for name, places in found.items()}
    things = [Things(publication, entity, totals.belonging[entity.folder]) for entity in ENTITIES]
    tables = {name: row_pages(publication, name, totals.counts.get(name, 0)) for name in publication.tables}
    for rows, belonging in chain([(shared, own)], map(_read, parts())):
        for name, written in rows.items():
            yield from tables[name].add(written)
        for each in things:
            each.add(rows.get(each.entity.related, ()), belonging.get(each.entity.folder, {}))
    for pages in tables.values():
        yield from pages.end()
    for each in things:
        yield from each.files()


def _read(written: bytes) -> tuple[Mapping[str, Sequence[str]], Mapping[str, Mapping[str, Sequence[int]]]]:
    head = part.head_of(written)
    return part.rows_of(written, head), head.belonging


def _index(publication: Publication) -> tuple[str, bytes]:
    names = ("tables", "plans", *(entity.folder for entity in ENTITIES), "openapi")
    dataset = publication.catalogue.dataset
    result = {
        "addresses": {name: publication.address(f"{name}.json") for name in names},
        "description": both(Text(**dataset["description"])),
        "rows_per_page": ROWS,
        "title": both(Text(**dataset["title"])),
    }
    links = Links(page="api/", source="data/all/datapackage.json")
    return "index.json", publication.answer("index.json", result, len(names), links)
