"""Plans: an index, and a file each with the plan's rows of every table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from zoneledger.api.paging import pages
from zoneledger.api.publication import Links, Publication
from zoneledger.catalogue.records import Record
from zoneledger.catalogue.schemas import PLAN

FOLDER = "plans"
TABLE = "plans"

#: What ``plan.yml`` says beyond the row of the table; absent lists are written as empty ones.
_LISTS = ("issuers", "notes", "overriding_notes")


def plan_files(publication: Publication) -> Iterator[tuple[str, bytes]]:
    """Path and content of the index and of every plan's file.

    Raises:
        ValueError: a plan's id cannot name a file.
    """
    plans = list(publication.records(TABLE))

    def page(path: str, items: Sequence[tuple[str, Record]], links: Links) -> bytes:
        return publication.answer(path, [_entry(publication, *item) for item in items], len(plans), links)

    yield from pages(FOLDER, plans, Links(page="plans/", source="data/all/plans.csv"), page)
    for plan_id, record in plans:
        yield f"{FOLDER}/{plan_id}.json", plan_file(publication, plan_id, record)


def plan_tables(publication: Publication) -> list[str]:
    """The tables that a plan's file holds, in publication order."""
    return [name for name, table in publication.tables.items() if table.schema.group == PLAN]


def plan_file(publication: Publication, plan_id: str, record: Record) -> bytes:
    """One plan's file. Never split: a plan is read as a whole, and its tables have an upper limit each.

    Args:
        publication: the datasets.
        plan_id: the plan.
        record: its row.
    """
    tables = {
        name: [publication.row(name, record) for record in publication.of_plan(name, plan_id)]
        for name in plan_tables(publication)
    }
    result = {"document": _document(publication, plan_id), "row": publication.row(TABLE, record), "tables": tables}
    return publication.answer(f"{FOLDER}/{plan_id}.json", result, sum(map(len, tables.values())), _links(plan_id))


def _document(publication: Publication, plan_id: str) -> dict[str, Any]:
    content = publication.catalogue.plan_files[plan_id]
    lists = {name: list(content.get(name, ())) for name in _LISTS}
    lists["notes"] = [{"url": None, **note} for note in lists["notes"]]
    return {**lists, "summary": content["summary"]}


def _entry(publication: Publication, plan_id: str, record: Record) -> dict[str, Any]:
    total = sum(len(publication.of_plan(name, plan_id)) for name in plan_tables(publication))
    links = publication.entry_links(f"{FOLDER}/{plan_id}.json", _links(plan_id))
    return {"links": links, "row": publication.row(TABLE, record), "total": total}


def _links(plan_id: str) -> Links:
    return Links(page=f"plans/{plan_id}/", source=f"data/plans/{plan_id}/datapackage.json")
