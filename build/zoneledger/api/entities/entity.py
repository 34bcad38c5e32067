"""What a kind of thing with files of its own is: organisations, agency types, indicators, zones."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from zoneledger.api.publication import Publication
from zoneledger.problems import Text

#: The rows that belong to each thing, by its id: their places among a plan's rows of their table.
Belonging = dict[str, list[int]]


@dataclass(frozen=True)
class Entity:
    """One kind.

    Args:
        folder: where its files lie; spelled as the folder of its pages on the site.
        table: the shared list that names each thing.
        related: the table whose rows are listed in a thing's file.
        belonging: finds these rows in a plan, for all things at once; in the shared lists, where the plan is named "".
        title: what one file holds.
        always_has_page: whether the site has a page of a thing without such rows.
    """

    folder: str
    table: str
    related: str
    belonging: Callable[[Publication, str], Belonging]
    title: Text
    always_has_page: bool = True


def by_column(table: str, column: str) -> Callable[[Publication, str], Belonging]:
    """Rows belong to what one of their columns names."""

    def find(publication: Publication, plan_id: str) -> Belonging:
        found: Belonging = {}
        for place, record in enumerate(publication.of_plan(table, plan_id)):
            # An empty cell names nothing.
            if name := record.cells.get(column, ""):
                found.setdefault(name, []).append(place)
        return found

    return find
