"""How far a plan was checked against its source: the audit's receipt, and the figures that are no row."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal

from zoneledger.audit.faults.names import NAMES
from zoneledger.audit.receipts import FaultRun, Receipt
from zoneledger.catalogue import Catalogue
from zoneledger.problems import Text
from zoneledger.views.name import bilingual, enum
from zoneledger.views.number import share
from zoneledger.views.provenance import Provenance, provenance


@dataclass(frozen=True)
class TableProof:
    """What was looked for in the source, and found, of one table."""

    title: Text
    rows: int
    anchors: int
    found: int


@dataclass(frozen=True)
class FaultProof:
    """Faults planted in a copy of the rows to see whether the audit catches them.

    Args:
        planted: how many.
        caught: how many of them were.
        seed: what plants the very same ones again.
        kinds: each kind of fault, how many were planted and how many caught.
    """

    planted: int
    caught: int
    seed: int
    kinds: tuple[tuple[Text, int, int], ...] = ()

    @property
    def rate(self) -> Text:
        """Share that was caught; never rounded up to all of them."""
        if self.caught < self.planted:
            percent = Decimal(100 * self.caught) / self.planted
            return Text(*[f"{percent.quantize(Decimal('0.1'), ROUND_DOWN)}%"] * 2)
        return share(self.caught, self.planted)


@dataclass(frozen=True)
class Proof:
    """What the last audit proved.

    Args:
        source_sha256: checksum of the text it read.
        tables: the tables that have anchors.
        changed: rows added, removed or edited since.
        figures: how many figures the text prints.
        carried: how many of them a row carries, by table.
        excluded: how many are excluded by name, by reason.
        open: how many are neither.
        duties: how many organisations the lists of those responsible print.
        duties_carried: how many of them a row carries.
        reading_notes: rows coded otherwise than a machine reads their clause, each with its reason.
        faults: the last run of planted faults; None where there was none on these rows.
    """

    source_sha256: str
    tables: tuple[TableProof, ...]
    changed: int
    figures: int
    carried: tuple[tuple[Text, int], ...]
    excluded: tuple[tuple[Text, int], ...]
    open: int
    duties: int
    duties_carried: int
    reading_notes: int
    faults: FaultProof | None

    @property
    def rows(self) -> int:
        """Rows the audit read, outcomes aside."""
        return sum(table.rows for table in self.tables)

    @property
    def figures_carried(self) -> int:
        """Figures that some row carries."""
        return sum(number for _, number in self.carried)

    @property
    def figures_excluded(self) -> int:
        """Figures that are excluded by name."""
        return sum(number for _, number in self.excluded)

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
    reason = catalogue.schemas["exclusions"].by_name["reason"]
    figures, faults = receipt.figures, receipt.faults
    return Proof(
        source_sha256=receipt.source_sha256,
        tables=tuple(tables),
        changed=changed,
        figures=figures.found,
        carried=tuple(
            (catalogue.schemas[name].title, number)
            for name, number in figures.carried.items()
            if name in catalogue.schemas
        ),
        excluded=tuple((reason.label(key), figures.excluded[key]) for key in reason.enum if key in figures.excluded),
        open=figures.open,
        duties=receipt.duties.found,
        duties_carried=receipt.duties.carried,
        reading_notes=receipt.reading_notes,
        faults=_faults(faults) if faults else None,
    )


def _faults(run: FaultRun) -> FaultProof:
    kinds = ((Text(NAMES.get(kind, kind), kind), n, run.caught.get(kind, 0)) for kind, n in run.planted.items())
    return FaultProof(sum(run.planted.values()), sum(run.caught.values()), run.seed, tuple(kinds))


def exclusions(catalogue: Catalogue, plan_id: str) -> tuple[ExclusionView, ...]:
    """Figures of the source that were looked at and are no row."""
    schema = catalogue.schemas["exclusions"]
    return tuple(
        ExclusionView(
            enum(catalogue, "exclusions", "reason", row), bilingual(row, "note"), provenance(row, schema, bare=True)
        )
        for row in catalogue.rows("exclusions", plan_id)
    )
