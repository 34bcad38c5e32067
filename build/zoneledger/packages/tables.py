"""What is published of each table: its columns, derived ones included, and its cells as text.

Every download format takes its rows from here, so that all formats hold the same table.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from zoneledger.catalogue import Catalogue, Field, TableSchema
from zoneledger.catalogue.records import Record
from zoneledger.catalogue.schemas import PLAN, PLAN_FILE, REFERENCE
from zoneledger.packages.computed import published_records

# The plans first, then what they say, then the lists they share.
_GROUPS = (PLAN_FILE, PLAN, REFERENCE)


@dataclass(frozen=True)
class PublishedTable:
    """One table of one package.

    Args:
        schema: the table's rules.
        records: its rows, in the order of the datasets: by plan, then as in the file.
    """

    schema: TableSchema
    records: tuple[Record, ...]

    @property
    def name(self) -> str:
        """The table's name."""
        return self.schema.name

    @property
    def header(self) -> tuple[str, ...]:
        """All published columns, in the schema's order."""
        return tuple(field.name for field in self.schema.fields)

    def lines(self) -> Iterator[tuple[str, ...]]:
        """The rows as text, one cell a column; an empty cell is the empty string.

        A cell is what the contributor's file holds: ``zoneledger check`` lets only one form of a value pass.
        """
        for record in self.records:
            yield tuple(cell(record, field) for field in self.schema.fields)


def cell(record: Record, field: Field) -> str:
    """A record's published cell as text; the plan's id is the name of its folder."""
    return record.plan_id if field.from_folder else record.cells.get(field.name, "")


def ordered(schemas: Iterable[TableSchema]) -> list[TableSchema]:
    """The tables in publication order: plans, plan tables, reference lists; by name within each."""
    return sorted(schemas, key=lambda schema: (_GROUPS.index(schema.group), schema.name))


def whole(catalogue: Catalogue) -> tuple[PublishedTable, ...]:
    """Every table with every row; tables without rows are there too, so that all foreign keys have a target."""
    records = published_records(catalogue)
    return tuple(PublishedTable(schema, tuple(records[schema.name])) for schema in ordered(catalogue.schemas.values()))
