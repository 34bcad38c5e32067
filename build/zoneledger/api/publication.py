"""What every answer is made from: the published tables, indexed once, and the envelope around each answer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from zoneledger.api.columns import Kind, kind_of
from zoneledger.api.encoding import Json, encode
from zoneledger.catalogue import Catalogue, Field, TableSchema
from zoneledger.catalogue.records import Record
from zoneledger.catalogue.schemas import PLAN, PLAN_FILE, REFERENCE
from zoneledger.packages import licence
from zoneledger.packages.computed import assessed_records
from zoneledger.packages.identity import Same
from zoneledger.packages.tables import Columns, PublishedTable, cell, ordered

#: Where the files lie below the site's root; both languages read the same ones.
FOLDER = "api/v1"

#: The form of the answers. The second number grows where something is added; what would break a reader is a new folder.
SCHEMA_VERSION = "1.0"

_GROUPS = (PLAN_FILE, PLAN, REFERENCE)
_LANGUAGES = {"zh": "", "en": "en/"}
_NAME = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")


@dataclass(frozen=True)
class Links:
    """Where else to go from an answer.

    Args:
        page: the page of the site that shows the same, below each language's root; None where there is none.
        source: the CSV table or Data Package with the same rows, below the site's root; None where there is none.
        next: the address of the following page of rows, below the API's folder.
        prev: the one before.
    """

    page: str | None = None
    source: str | None = None
    next: str | None = None
    prev: str | None = None


@dataclass(frozen=True)
class Publication:
    """The datasets as they are published, and where.

    Args:
        catalogue: checked datasets.
        site_url: the address the site is served at, with a slash at its end.
    """

    catalogue: Catalogue
    site_url: str

    @cached_property
    def tables(self) -> dict[str, PublishedTable]:
        """Every table with every row, in publication order; not the wide ones, whose columns are those of others joined."""
        records = assessed_records(self.catalogue)
        schemas = (schema for schema in ordered(self.catalogue.schemas.values()) if schema.group in _GROUPS)
        return {schema.name: PublishedTable(schema, tuple(records[schema.name])) for schema in schemas}

    @cached_property
    def _of_plans(self) -> Mapping[tuple[str, str], list[Record]]:
        found: dict[tuple[str, str], list[Record]] = {}
        for name, table in self.tables.items():
            for record in table.records:
                found.setdefault((name, record.plan_id), []).append(record)
        return found

    def of_plan(self, table: str, plan_id: str) -> list[Record]:
        """A plan's rows of a table, in the order of its file."""
        return self._of_plans.get((table, plan_id), [])

    def records(self, table: str) -> Iterator[tuple[str, Record]]:
        """The rows of a table that has a column ``id``, each with its own.

        Raises:
            ValueError: an id cannot name a file.
        """
        field = self.tables[table].schema.by_name["id"]
        for record in self.tables[table].records:
            yield named(cell(record, field)), record

    def row(self, table: str, record: Record) -> Json:
        """A row as JSON: every column, empty cells written out as null."""
        return self.rows(table, (record,))[0]

    def rows(self, table: str, records: Sequence[Record]) -> list[Json]:
        """Rows of a table as JSON; many together take a third of the time that each takes by itself."""
        shape, kinds = _shapes(Same(self.catalogue.schemas))[table]
        columns = Columns(records)
        written = (kind.column(columns.of(field)) for field, kind in kinds)
        return [Json(shape % cells) for cells in zip(*written, strict=True)]

    def address(self, path: str) -> str:
        """The whole address of a file of the API."""
        return f"{self.site_url}{FOLDER}/{path}"

    def links(self, path: str, links: Links) -> dict[str, Any]:
        """The links of an answer, or of an entry that leads to one; every key is there."""
        onward = {name: self.address(to) if to else None for name, to in (("next", links.next), ("prev", links.prev))}
        return {**onward, **self.entry_links(path, links)}

    def entry_links(self, path: str, links: Links) -> dict[str, Any]:
        """The links of an entry of an index: without pages before and after."""
        pages = {lang: f"{self.site_url}{prefix}{links.page}" for lang, prefix in _LANGUAGES.items()}
        source = None if links.source is None else f"{self.site_url}{links.source}"
        return {"page": None if links.page is None else pages, "self": self.address(path), "source": source}

    def answer(self, path: str, result: Any, total: int, links: Links) -> bytes:
        """A whole file: the envelope with what was asked for.

        Args:
            path: the file's, below the API's folder.
            result: what was asked for.
            total: how many rows or entries that is, over all pages.
            links: where else to go.
        """
        dataset = self.catalogue.dataset
        document = {
            "as_of": dataset["as_of"],
            "data_version": dataset["version"],
            "licence": {"address": licence.ADDRESS, "name": licence.NAME},
            "links": self.links(path, links),
            "result": result,
            "schema_version": SCHEMA_VERSION,
            "total": total,
        }
        return f"{encode(document)}\n".encode()


@lru_cache(maxsize=4)
def _shapes(schemas: Same[dict[str, TableSchema]]) -> dict[str, tuple[str, list[tuple[Field, Kind]]]]:
    """Of every table, a row with a place for each cell, and what stands there: the columns by name."""
    shapes = {}
    for name, schema in schemas.held.items():
        if schema.group in _GROUPS:
            fields = sorted(schema.fields, key=lambda field: field.name)
            shape = ",".join(f'"{field.name}":%s' for field in fields)
            shapes[name] = f"{{{shape}}}", [(field, kind_of(field)) for field in fields]
    return shapes


def named(name: str) -> str:
    """A name that can be a file's.

    Raises:
        ValueError: it cannot.
    """
    if not _NAME.fullmatch(name):
        raise ValueError(f"{name!r} cannot name a file")
    return name
