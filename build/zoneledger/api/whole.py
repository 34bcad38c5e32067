"""The files about all plans, put together from the plans' parts: indexes, tables, things, the description.

Of the parts each kind of files reads one piece, twice where rows are in it: first how much there is. What is held in memory
does not grow with the plans' rows.
"""

from __future__ import annotations

from collections import Counter
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
from zoneledger.api.shares import SHARES, entities_of, tables_of
from zoneledger.api.tables import both, description_file, row_pages
from zoneledger.api.things import Things
from zoneledger.catalogue.schemas import REFERENCE
from zoneledger.problems import Text

Files = Iterator[tuple[str, bytes]]
#: Gives the parts of all plans by plan id, each time anew.
Parts = Callable[[], Iterable[bytes]]

#: The pieces of parts; each gives files of its own.
PIECES = (part.HEAD, *SHARES)


@dataclass
class _Totals:
    """What the heads say together.

    Args:
        entries: the plans' entries of their index.
        counts: the rows of each table.
        first: the first row of each table.
        ids: the first plan and the first thing of each kind, by table.
    """

    entries: list[Json] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    first: dict[str, Json] = field(default_factory=dict)
    ids: dict[str, str] = field(default_factory=dict)

    def add(self, head: part.Head) -> None:
        """Takes in a part's head."""
        self.entries.append(head.entry)
        self.ids.setdefault(TABLE, head.plan_id)
        for name, count in head.counts.items():
            self.counts[name] = self.counts.get(name, 0) + count
            self.first.setdefault(name, head.first[name])


def whole_files(publication: Publication, parts: Parts) -> Files:
    """Path and content of every file that is not one plan's own.

    Args:
        publication: datasets with every row of the shared lists; their plans make no difference.
        parts: those of all plans.

    Raises:
        ValueError: an id cannot name a file.
    """
    for piece in PIECES:
        yield from piece_files(publication, piece, parts)


def piece_files(publication: Publication, piece: str, parts: Parts) -> Files:
    """Those of them that are made from one piece of the parts; see ``whole_files``.

    Args:
        publication: datasets with every row of the shared lists.
        piece: one of ``PIECES``.
        parts: those of all plans; no other piece is read.
    """
    return _described(publication, parts) if piece == part.HEAD else _rows(publication, piece, parts)


def _described(publication: Publication, parts: Parts) -> Files:
    """The files that hold no rows: what there is, and the index of plans."""
    totals = _Totals()
    for written in parts():
        totals.add(part.head_of(written))
    for name, rows in _shared(publication).items():
        totals.counts[name] = len(rows)
        totals.first.update({name: rows[0]} if rows else {})
    for entity in ENTITIES:
        for name, _ in publication.records(entity.table):
            totals.ids.setdefault(entity.table, name)
    yield _index(publication)
    yield openapi_file(publication, totals.first, totals.ids)
    yield description_file(publication, totals.counts)
    yield from index_files(publication, totals.entries)


def _shared(publication: Publication) -> dict[str, list[Json]]:
    """Every row of the shared lists, by table."""
    return {
        name: publication.rows(name, table.records)
        for name, table in publication.tables.items()
        if table.schema.group == REFERENCE
    }


def _rows(publication: Publication, share: str, parts: Parts) -> Files:
    """The files that hold rows of a share: those of tables, and those of things."""
    names, entities = tables_of(share, publication.tables), entities_of(share)
    shared = {name: rows for name, rows in _shared(publication).items() if name in names}
    # From the shared lists some things have their rows, as agency types their organisations.
    own = {each.folder: each.belonging(publication, "") for each in entities if each.related in shared}
    totals = {name: len(rows) for name, rows in shared.items()}
    belonging = {each.folder: Counter[str]() for each in entities}
    for held in chain([part.Held({}, own)], (part.held_of(written, share) for written in parts())):
        for name, count in held.counts.items():
            totals[name] = totals.get(name, 0) + count
        for folder, found in held.belonging.items():
            belonging[folder].update({name: len(places) for name, places in found.items()})
    things = [Things(publication, entity, belonging[entity.folder]) for entity in entities]
    tables = {name: row_pages(publication, name, totals.get(name, 0)) for name in names}
    before: Sequence[tuple[part.Held, Mapping[str, Sequence[str]]]] = [(part.Held({}, own), shared)]
    for held, rows in chain(before, (part.rows_of(written, share) for written in parts())):
        for name, lines in rows.items():
            yield from tables[name].add(lines)
        for each in things:
            each.add(rows.get(each.entity.related, ()), held.belonging.get(each.entity.folder, {}))
    for pages in tables.values():
        yield from pages.end()
    for each in things:
        yield from each.files()


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
