"""How the rows of a page can be taken along: its files, and the explorers that show the same rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from zoneledger.catalogue import Catalogue, Row
from zoneledger.facets.kind import Kind
from zoneledger.facets.questions import Question
from zoneledger.facets.sheets import SHEETS
from zoneledger.problems import Text

#: How many rows a page shows; its files and the explorers have them all. A row takes up to 1.3 kilobytes.
ROWS_SHOWN = 300
#: A page with more rows than these shows a sample: whoever wants a part of so many filters them, or goes by plan.
SAMPLED = 1500
SAMPLE = 100
#: Rows of one file; of a table with more under one value there is no file: the packages have the table whole.
ROWS_FILED = 20_000
#: The explorer of a table's rows, by the table.
EXPLORERS = {"targets": "targets", "responsibilities": "duties"}


@dataclass(frozen=True)
class Parcel:
    """The rows of one table on one page.

    Args:
        table: the table.
        title: what its rows are called.
        rows: how many there are.
        shown: how many the page shows.
        file: the address of the CSV below the site's root; empty where there are too many rows for one.
        explorer: the address of the explorer with the filter set, below its language's root; empty where none shows the
            very rows.
    """

    table: str
    title: Text
    rows: int
    shown: int
    file: str
    explorer: str = ""


def of_value(
    catalogue: Catalogue, kind: Kind, value: str, filed: Mapping[str, Sequence[Row]], most: int | None = None
) -> tuple[Parcel, ...]:
    """What the page of a facet's value offers; nothing where it has no rows.

    Args:
        catalogue: for the titles of tables.
        kind: the facet.
        value: the value.
        filed: its rows by table.
        most: how many rows its page shows, where its rows are too long for ``ROWS_SHOWN`` of them.
    """
    queries = {explorer: f"{parameter}={value}" for explorer, parameter in kind.explorer.items()}
    return _parcels(
        catalogue, f"{kind.folder}/{value}/", filed, queries, ROWS_SHOWN if most is None else min(ROWS_SHOWN, most)
    )


def of_question(catalogue: Catalogue, question: Question, filed: Mapping[str, Sequence[Row]]) -> tuple[Parcel, ...]:
    """What the page of a ready question offers, or the page that answers it."""
    return _parcels(catalogue, question.page, filed, question.explorer(catalogue), ROWS_SHOWN)


def _parcels(
    catalogue: Catalogue, folder: str, filed: Mapping[str, Sequence[Row]], queries: Mapping[str, str], most: int
) -> tuple[Parcel, ...]:
    counts = {table: len(rows) for table, rows in filed.items()}
    shown = shares(counts, min(most, SAMPLE) if sum(counts.values()) > SAMPLED else most)
    found = []
    for table, rows in filed.items():
        explorer = EXPLORERS.get(table, "")
        address = f"explore/{explorer}/?{queries[explorer]}" if explorer in queries else ""
        title = catalogue.schemas[table].title
        sheet = folder + SHEETS[table].file if len(rows) <= ROWS_FILED else ""
        found.append(Parcel(table, title, len(rows), shown[table], sheet, address))
    return tuple(found)


def shares(counts: Mapping[str, int], limit: int) -> dict[str, int]:
    """How many rows of each table a page shows: small tables whole, the large ones an equal part of what is left.

    >>> shares({"a": 10, "b": 700, "c": 700}, 500)
    {'a': 10, 'b': 245, 'c': 245}
    """
    shown, left = {}, limit
    for place, table in enumerate(sorted(counts, key=lambda table: counts[table])):
        shown[table] = min(counts[table], left // (len(counts) - place))
        left -= shown[table]
    return {table: shown[table] for table in counts}
