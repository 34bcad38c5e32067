"""Which plans the page of one value is about: what it is made from, beside the shared lists."""

from __future__ import annotations

from collections.abc import Mapping

from zoneledger.catalogue import Catalogue
from zoneledger.facets.kind import Kind, file

#: What names a value beside the rows that are filed under it: by facet, a table and its column.
_ALSO: Mapping[str, tuple[tuple[str, str], ...]] = {
    "organizations": (("organization_aliases", "organization_id"),),
    "zones": (("plans", "zone_id"),),
    "cities": (("plans", "jurisdiction_code"),),
}


def concerned(catalogue: Catalogue, kind: Kind) -> dict[str, tuple[str, ...]]:
    """The ids of the plans that name each value of a facet, in their order; a value that none names has none.

    Args:
        catalogue: checked datasets, whole.
        kind: the facet.
    """
    found = {
        value: {row.text("plan_id") for rows in tables.values() for row in rows}
        for value, tables in file(catalogue, kind).items()
    }
    for table, column in _ALSO.get(kind.folder, ()):
        own = "id" if table == "plans" else "plan_id"
        for row in catalogue.rows(table):
            if row[column] is not None:
                found[row.text(column)].add(row.text(own))
    return {value: tuple(sorted(plans)) for value, plans in found.items()}
