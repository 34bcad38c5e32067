"""Plans: a file each with the plan's rows of every table, and what it adds to the files about all plans."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from zoneledger.api import part
from zoneledger.api.encoding import Json, encode, rows
from zoneledger.api.paging import pages
from zoneledger.api.publication import Links, Publication, named
from zoneledger.api.shares import SHARES, entities_of, tables_of
from zoneledger.catalogue import Catalogue, TableSchema
from zoneledger.catalogue.schemas import PLAN, REFERENCE
from zoneledger.packages.tables import ordered

FOLDER = "plans"
TABLE = "plans"

#: What ``plan.yml`` says beyond the row of the table; absent lists are written as empty ones.
_LISTS = ("issuers", "notes", "overriding_notes")


@dataclass(frozen=True)
class PlanAnswers:
    """What becomes of a plan.

    Args:
        files: its own files, by path below the API's folder.
        pieces: what it adds to all others, by name.
    """

    files: dict[str, bytes]
    pieces: dict[str, bytes]

    @property
    def part(self) -> bytes:
        """The same as bytes to keep (``part.head_of``, ``part.held_of`` and ``part.rows_of`` read them)."""
        return part.as_bytes(self.pieces)


def plan_files(catalogue: Catalogue, plan_id: str, site_url: str, unpacked: bool = True) -> PlanAnswers:
    """A plan's file, and its part of the files about all plans.

    Args:
        catalogue: datasets that hold the plan; what else they hold makes no difference.
        plan_id: the plan.
        site_url: the address the site is served at, with a slash at its end.
        unpacked: whether the plan's Data Package is there unpacked, or as an archive alone.

    Raises:
        ValueError: the id cannot name a file.
    """
    return answers(Publication(catalogue, site_url), plan_id, unpacked)


def answers(publication: Publication, plan_id: str, unpacked: bool = True) -> PlanAnswers:
    """The same from datasets that are indexed already; see ``plan_files``."""
    (record,) = publication.of_plan(TABLE, named(plan_id))
    row = publication.row(TABLE, record)
    written = {
        name: publication.rows(name, publication.of_plan(name, plan_id))
        for name in plan_tables(publication.catalogue.schemas)
    }
    total, links = sum(map(len, written.values())), _links(plan_id, unpacked)
    path = f"{FOLDER}/{plan_id}.json"
    tables = {name: rows(own) for name, own in written.items()}
    result = {"document": _document(publication, plan_id), "row": row, "tables": tables}
    content = publication.answer(path, result, total, links)
    entry = encode({"links": publication.entry_links(path, links), "row": row, "total": total})
    held = {name: own for name, own in {TABLE: [row], **written}.items() if own}
    counts = {name: len(own) for name, own in held.items()}
    head = part.Head(plan_id, entry, counts, {name: own[0] for name, own in held.items()})
    pieces = {part.HEAD: head.as_bytes()}
    for share in SHARES:
        own = part.Held(
            {name: counts[name] for name in tables_of(share, counts)}, _belonging(publication, plan_id, share)
        )
        pieces[share] = own.as_bytes(held)
    return PlanAnswers({path: content}, pieces)


def index_files(publication: Publication, entries: Sequence[Json]) -> Iterator[tuple[str, bytes]]:
    """Path and content of the index of plans.

    Args:
        publication: the datasets.
        entries: every plan's, by plan id.
    """

    def page(path: str, items: Sequence[Json], links: Links) -> bytes:
        return publication.answer(path, Json(f"[{','.join(items)}]"), len(entries), links)

    yield from pages(FOLDER, entries, Links(page="plans/", source="data/all/plans.csv"), page)


def plan_tables(schemas: Mapping[str, TableSchema]) -> list[str]:
    """The tables that a plan's file holds, in publication order."""
    return [schema.name for schema in ordered(schemas.values()) if schema.group == PLAN]


def _belonging(publication: Publication, plan_id: str, share: str) -> dict[str, dict[str, list[int]]]:
    """Which of the plan's rows of a share belong to which things, by the rows' places in their tables."""
    own = (entity for entity in entities_of(share) if publication.catalogue.schemas[entity.related].group != REFERENCE)
    return {entity.folder: entity.belonging(publication, plan_id) for entity in own}


def _document(publication: Publication, plan_id: str) -> dict[str, Any]:
    content = publication.catalogue.plan_files[plan_id]
    lists = {name: list(content.get(name, ())) for name in _LISTS}
    lists["notes"] = [{"url": None, **note} for note in lists["notes"]]
    return {**lists, "summary": content["summary"]}


def _links(plan_id: str, unpacked: bool) -> Links:
    package = f"{plan_id}/datapackage.json" if unpacked else f"{plan_id}.zip"
    return Links(page=f"plans/{plan_id}/", source=f"data/plans/{package}")
