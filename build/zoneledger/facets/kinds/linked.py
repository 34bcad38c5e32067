"""Files rows by what a table of links joins to them."""

from __future__ import annotations

from collections.abc import Callable

from zoneledger.catalogue import Catalogue, Row
from zoneledger.facets.kind import Filer


def linked(table: str, own: str, other: str) -> Filer:
    """Files a row under everything that links join to it, each once.

    Args:
        table: the table of links.
        own: its column with the row's id.
        other: its column with the value.
    """

    def filer(catalogue: Catalogue) -> Callable[[Row], list[str]]:
        values: dict[object, list[str]] = {}
        for link in catalogue.rows(table):
            found = values.setdefault(link[own], [])
            if link[other] is not None and link.text(other) not in found:
                found.append(link.text(other))
        return lambda row: values.get(row["id"], [])

    return filer
