"""What a kind of thing with files of its own is: organisations, agency types, indicators, zones."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from zoneledger.api.publication import Publication
from zoneledger.catalogue.records import Record
from zoneledger.packages.tables import cell
from zoneledger.problems import Text

#: The rows that belong to each thing, by its id.
Belonging = dict[str, list[Record]]


@dataclass(frozen=True)
class Entity:
    """One kind.

    Args:
        folder: where its files lie; spelled as the folder of its pages on the site.
        table: the shared list that names each thing.
        related: the table whose rows are listed in a thing's file.
        belonging: finds these rows, for all things at once.
        title: what one file holds.
        always_has_page: whether the site has a page of a thing without such rows.
    """

    folder: str
    table: str
    related: str
    belonging: Callable[[Publication], Belonging]
    title: Text
    always_has_page: bool = True


def by_column(table: str, column: str) -> Callable[[Publication], Belonging]:
    """Rows belong to what one of their columns names."""

    def find(publication: Publication) -> Belonging:
        found: Belonging = {}
        field = publication.tables[table].schema.by_name[column]
        for record in publication.tables[table].records:
            found.setdefault(cell(record, field), []).append(record)
        return found

    return find
