"""What one plan adds to the files of facets: its lines, each once, and on which pages each stands."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import TypedDict

from zoneledger.catalogue import Catalogue, Row
from zoneledger.facets.kind import Kind
from zoneledger.facets.kinds import KINDS
from zoneledger.facets.questions import KIND as ASKED
from zoneledger.facets.questions import QUESTIONS
from zoneledger.facets.sheets import SHEETS
from zoneledger.packages import csv_lines

#: Ready questions whose page is an explorer's, or another, have no files.
_ASKED = frozenset(question.id for question in QUESTIONS if not question.address)
#: The tables that facets file, in the order in which they are written.
TABLES = tuple(table for table in SHEETS if any(table in kind.tables for kind in (*KINDS, ASKED)))


class Extract(TypedDict):
    """A plan's rows of one table.

    Args:
        lines: of a CSV, with their ends, in the order of the datasets.
        filed: by the path of a page, the places of its lines.
    """

    lines: list[str]
    filed: dict[str, list[int]]


def extract(catalogue: Catalogue) -> dict[str, Extract]:
    """What a plan adds, by table.

    Args:
        catalogue: holds this plan and what it leads to, and nothing of other plans.

    Raises:
        KeyError: a row asks for a value without a page.
    """
    values = {kind.folder: kind.names(catalogue) for kind in (*KINDS, ASKED)}
    return {table: _extract(catalogue, table, values) for table in TABLES}


def _extract(catalogue: Catalogue, table: str, values: Mapping[str, Collection[str]]) -> Extract:
    lines: list[str] = []
    places: dict[str, int] = {}
    for cells in SHEETS[table].lines(catalogue):
        places[cells[0]] = len(lines)
        lines.append(csv_lines.line(cells, "\n"))
    filed: dict[str, list[int]] = {}
    for kind in (*KINDS, ASKED):
        if table in kind.tables:
            for row, value in _filed(catalogue, kind, table, values[kind.folder]):
                filed.setdefault(f"{kind.folder}/{value}", []).append(places[row.text("id")])
    return Extract(lines=lines, filed=filed)


def _filed(catalogue: Catalogue, kind: Kind, table: str, known: Collection[str]) -> Iterator[tuple[Row, str]]:
    """Every row with each value that it is filed under and that has files."""
    values_of = kind.tables[table](catalogue)
    for row in catalogue.rows(table):
        for value in values_of(row):
            if value not in known:
                raise KeyError(f"{kind.folder}/{value}")
            if kind is not ASKED or value in _ASKED:
                yield row, value
