"""What a plan's files hold, as read: rules that ask for a few columns of a few plans type no row for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from zoneledger.catalogue import Catalogue
from zoneledger.catalogue.once import once
from zoneledger.catalogue.records import FileRows
from zoneledger.catalogue.schemas import REFERENCE


def plan_rows(catalogue: Catalogue, table: str, plan_id: str) -> Sequence[FileRows]:
    """The rows of a plan in one table; none where it has no such file.

    Args:
        catalogue: with this plan, and others or none.
        table: a table with rows of plans.
        plan_id: the plan.
    """
    return _filed(catalogue).get((table, plan_id), ())


@once
def _filed(catalogue: Catalogue) -> dict[tuple[str, str], list[FileRows]]:
    """All files by table and plan: looked for one by one, each plan would go through those of all others."""
    found: dict[tuple[str, str], list[FileRows]] = defaultdict(list)
    for name, table in catalogue.tables.items():
        for read in table.files if table.schema.group != REFERENCE else ():
            found[(name, read.plan_id)].append(read)
    return found
