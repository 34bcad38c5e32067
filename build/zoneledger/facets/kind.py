"""What a facet is: one way to file the rows of the tables, with a page and its files for each value."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field

from zoneledger.catalogue import Catalogue, Row
from zoneledger.catalogue.once import once
from zoneledger.problems import Text

#: From the catalogue to what tells under which values a row is filed; what it needs is looked up once.
Filer = Callable[[Catalogue], Callable[[Row], Iterable[str]]]

#: The rows of each table under each value: value → table → rows in the order of the datasets.
Filed = dict[str, dict[str, list[Row]]]


@dataclass(frozen=True)
class Kind:
    """One facet.

    Args:
        folder: where its pages lie, below their language's root; the facet's name as well.
        names: every value that has a page, in the order in which a hub lists them, with its words.
        tables: what files the rows of a table; in the order in which a page shows the tables.
        explorer: the parameter of each explorer (``targets``, ``duties``) that chooses the very rows of a page.
    """

    folder: str
    names: Callable[[Catalogue], dict[str, Text]]
    tables: Mapping[str, Filer]
    explorer: Mapping[str, str] = field(default_factory=dict)


def file(catalogue: Catalogue, kind: Kind, only: Collection[str] | None = None) -> Filed:
    """Files the rows under the values of a facet; each table is read once, however many values there are.

    Args:
        catalogue: checked datasets.
        kind: the facet.
        only: the values asked for; all by default, and then what was filed is kept: hubs, pages and files ask for the same.

    Raises:
        KeyError: a row asks for a value without a page.
    """
    if only is not None:
        return _file(catalogue, kind, set(only))
    filings = _filings(catalogue)
    if id(kind) not in filings:
        # with the facet itself, so that no other can be given its number
        filings[id(kind)] = kind, _file(catalogue, kind, None)
    return filings[id(kind)][1]


@once
def _filings(_: Catalogue) -> dict[int, tuple[Kind, Filed]]:
    """What was filed already, by facet."""
    return {}


def _file(catalogue: Catalogue, kind: Kind, only: set[str] | None) -> Filed:
    filed: Filed = {value: {} for value in kind.names(catalogue) if only is None or value in only}
    for table, filer in kind.tables.items():
        values_of = filer(catalogue)
        for row in catalogue.rows(table):
            for value in values_of(row):
                if only is None or value in only:
                    filed[value].setdefault(table, []).append(row)
    return filed


def by_column(column: str) -> Filer:
    """Files a row under what one of its columns says; under nothing where the cell is empty."""
    return lambda _: lambda row: [row.text(column)] if row[column] is not None else []
