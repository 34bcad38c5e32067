"""The files of things: an index of each kind, and a file for each thing with the rows that belong to it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import IO, Any

from zoneledger.api.encoding import Json, rows
from zoneledger.api.entities import Entity
from zoneledger.api.paging import pages
from zoneledger.api.publication import Links, Publication

Files = Iterator[tuple[str, bytes]]

#: Rows that are held at a time, about.
HELD = 50_000


class Things:
    """The files of one kind. Rows come plan by plan and are wanted thing by thing: in between they lie in files.

    Args:
        publication: the datasets.
        entity: the kind.
        counts: how many rows will belong to each thing, by its id.
    """

    def __init__(self, publication: Publication, entity: Entity, counts: Mapping[str, int]) -> None:
        self._publication, self.entity, self._counts = publication, entity, counts
        heaps = 1 + sum(counts.values()) // HELD
        self._heaps: list[IO[str]] = [
            tempfile.TemporaryFile("w+", encoding="utf-8", newline="\n")  # noqa: SIM115 - closed by files()
            for _ in range(heaps)
        ]
        self._heap_of = {name: place * heaps // max(1, len(counts)) for place, name in enumerate(sorted(counts))}

    def add(self, written: Sequence[str], belonging: Mapping[str, Sequence[int]]) -> None:
        """Takes in a plan's rows.

        Args:
            written: its rows of the related table, as JSON, none of which has a line break.
            belonging: the places among them of those that belong to each thing.
        """
        for name, places in belonging.items():
            heap = self._heaps[self._heap_of[name]]
            heap.writelines(f"{name}\t{written[place]}\n" for place in places)

    def files(self) -> Files:
        """Path and content of every file.

        Raises:
            ValueError: an id cannot name a file.
        """
        table = self.entity.table
        records = dict(self._publication.records(table))
        # Each row stands in two files: in the index and in its own.
        things = dict(zip(records, self._publication.rows(table, list(records.values())), strict=True))
        yield from self._index(things)
        for number, heap in enumerate(self._heaps):
            found: dict[str, list[str]] = {}
            heap.seek(0)
            for line in heap:
                name, _, row = line[:-1].partition("\t")
                found.setdefault(name, []).append(row)
            heap.close()
            for name, row in things.items():
                if self._heap_of.get(name, 0) == number:
                    yield from self._file(name, row, found.get(name, []))

    def _file(self, name: str, row: Json, related: Sequence[str]) -> Files:
        publication, entity = self._publication, self.entity

        def page(path: str, items: Sequence[str], links: Links) -> bytes:
            return publication.answer(path, {"row": row, entity.related: rows(items)}, len(related), links)

        yield from pages(f"{entity.folder}/{name}", related, self._links(name), page)

    def _index(self, things: Mapping[str, Json]) -> Files:
        publication, entity = self._publication, self.entity

        def entry(name: str, row: Json) -> dict[str, Any]:
            links = publication.entry_links(f"{entity.folder}/{name}.json", self._links(name))
            return {"links": links, "row": row, "total": self._counts.get(name, 0)}

        def page(path: str, items: Iterable[tuple[str, Json]], links: Links) -> bytes:
            return publication.answer(path, [entry(*item) for item in items], len(things), links)

        links = Links(page=f"{entity.folder}/", source=f"data/all/{entity.table}.csv")
        yield from pages(entity.folder, list(things.items()), links, page)

    def _links(self, name: str) -> Links:
        entity = self.entity
        shown = entity.always_has_page or self._counts.get(name, 0) > 0
        return Links(page=f"{entity.folder}/{name}/" if shown else None, source=f"data/all/{entity.related}.csv")
