"""One plan by itself: its packages, and what it adds to the whole. Nothing here looks at another plan."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from zoneledger.catalogue import Catalogue
from zoneledger.catalogue.schemas import REFERENCE
from zoneledger.packages.closure import Closure
from zoneledger.packages.computed import published_records
from zoneledger.packages.download import Download, Output
from zoneledger.packages.formats import FORMATS
from zoneledger.packages.outputs import outputs, stretch
from zoneledger.packages.package import plan_package
from zoneledger.packages.part import Part
from zoneledger.packages.pieces import Piece
from zoneledger.packages.tables import PublishedTable, Table, ordered
from zoneledger.scale import Scale

# What the descriptions of the whole say of a plan.
_SAID = ("id", "title", "summary", "period", "official_url", "overriding_notes")


@dataclass(frozen=True)
class PlanFiles:
    """What becomes of a plan.

    Args:
        outputs: its own files below ``/data/``.
        part: what it adds to the whole, as bytes to keep (``Part.of_bytes`` reads them).
    """

    outputs: list[Output]
    part: bytes


def every_format(plans: int, scale: Scale) -> bool:
    """Whether each plan is offered in every format, or as an archive of CSV files alone.

    Args:
        plans: how many plans there are in all.
        scale: how many are few.
    """
    return plans <= scale.formats


def plan_files(
    catalogue: Catalogue, plan_id: str, homepage: str, every_format: bool = True, closure: Closure | None = None
) -> PlanFiles:
    """A plan's packages and its part of the whole.

    Args:
        catalogue: datasets that hold the plan and every row it leads to; what else they hold makes no difference.
        plan_id: the plan.
        homepage: the site's address; empty where none is known.
        every_format: whether the plan is offered in every format.
        closure: cuts plans out of these datasets, where one is at hand.

    Raises:
        ValueError: the id cannot name a folder.
    """
    closed = closure or Closure(catalogue, published_records(catalogue))
    cuts = closed.tables(plan_id)
    package = plan_package(catalogue, plan_id, cuts, homepage, every_format)
    own = [_own(table, plan_id) for table in cuts if table.schema.group != REFERENCE]
    stretched = _stretched(own)
    # A row of another plan that a row points to stands in the package, and not in the part.
    whole = {table.name for table in own for cut in cuts if table.name == cut.name and table.count == cut.count}
    written = list(outputs(package, {key: rows for key, rows in stretched.items() if key[1] in whole}))
    downloads = [each.download for each in written if each.download is not None]
    plan = {name: package.plans[0][name] for name in _SAID if name in package.plans[0]}
    return PlanFiles(written, _part(plan, own, stretched, downloads))


def shared_part(catalogue: Catalogue) -> bytes:
    """What the shared lists add to the whole, as bytes to keep.

    Args:
        catalogue: datasets with all rows of these lists; their plans make no difference.
    """
    tables = [
        PublishedTable(schema, tuple(catalogue.tables[schema.name].records))
        for schema in ordered(catalogue.schemas.values())
        if schema.group == REFERENCE
    ]
    return _part(None, tables, _stretched(tables), [])


def _own(table: PublishedTable, plan_id: str) -> PublishedTable:
    records = tuple(record for record in table.records if record.plan_id == plan_id)
    return table if len(records) == table.count else PublishedTable(table.schema, records)


def _stretched(tables: Iterable[Table]) -> dict[tuple[str, str], Piece]:
    forms = [form for form in FORMATS if form.stretches]
    return {(form.id, table.name): stretch(form, table) for table in tables if table.count for form in forms}


def _part(
    plan: dict[str, Any] | None,
    tables: Iterable[Table],
    stretched: Mapping[tuple[str, str], Piece],
    downloads: Sequence[Download],
) -> bytes:
    counts = {table.name: table.count for table in tables if table.count}
    return Part(plan, downloads, counts, {key: each.packed for key, each in stretched.items()}).as_bytes()
