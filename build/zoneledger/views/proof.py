"""How far a plan was checked against its source: the audit's receipt, and the figures that are no row."""

from __future__ import annotations

from dataclasses import dataclass

from zoneledger.audit.receipts import Receipt
from zoneledger.catalogue import Catalogue
from zoneledger.problems import Text
from zoneledger.views.name import bilingual, enum
from zoneledger.views.provenance import Provenance, provenance


@dataclass(frozen=True)
class TableProof:
    """What was looked for in the source, and found, of one table."""

    title: Text
    rows: int
    anchors: int
    found: int


@dataclass(frozen=True)
class Proof:
    """What the last audit proved.

    Args:
        source_sha256: checksum of the text it read.
        tables: the tables that have anchors.
        changed: rows added, removed or edited since.
    """

    source_sha256: str
    tables: tuple[TableProof, ...]
    changed: int

    @property
    def anchors(self) -> int:
        """Rows looked for in the source."""
        return sum(table.anchors for table in self.tables)

    @property
    def found(self) -> int:
        """Those of them that were found."""
        return sum(table.found for table in self.tables)


@dataclass(frozen=True)
class ExclusionView:
    """A figure of the source that is no row, and why."""

    reason: Text
    note: Text
    provenance: Provenance


def proof(catalogue: Catalogue, receipt: Receipt, changed: int) -> Proof:
    """The view of a receipt.

    Args:
        catalogue: for the tables' titles.
        receipt: what the last audit wrote.
        changed: rows changed since.
    """
    tables = (
        TableProof(catalogue.schemas[name].title, receipt.rows[name], anchors, receipt.found.get(name, 0))
        for name, anchors in receipt.anchors.items()
        if anchors and name in catalogue.schemas
    )
    return Proof(receipt.source_sha256, tuple(tables), changed)


def exclusions(catalogue: Catalogue, plan_id: str) -> tuple[ExclusionView, ...]:
    """Figures of the source that were looked at and are no row."""
    schema = catalogue.schemas["exclusions"]
    return tuple(
        ExclusionView(
            enum(catalogue, "exclusions", "reason", row), bilingual(row, "note"), provenance(row, schema, bare=True)
        )
        for row in catalogue.rows("exclusions", plan_id)
    )
