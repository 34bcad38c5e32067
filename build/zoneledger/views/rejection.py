"""Reported figures that were looked at and set aside, each with the reason."""

from __future__ import annotations

from dataclasses import dataclass

from zoneledger.catalogue import Catalogue, Row
from zoneledger.problems import NOTHING, Text
from zoneledger.views.date import interval_words
from zoneledger.views.name import bilingual, enum
from zoneledger.views.provenance import Provenance, provenance


@dataclass(frozen=True)
class RejectionView:
    """One row of ``rejected_evidence``.

    Args:
        target_id: the target it was held against; empty where it speaks to none.
        reported: the figure as printed, with its unit.
        address_kind: that the address is a copy; nothing where it is the publisher's own page.
        Other arguments: cells of the row and the labels of its enums.
    """

    id: str
    target_id: str
    reason: Text
    scope: str
    indicator: Text
    reported: str
    period: Text
    source_title: str
    publisher: str
    address: str
    address_kind: Text
    grade: Text
    provenance: Provenance


def rejections(catalogue: Catalogue, plan_id: str) -> tuple[RejectionView, ...]:
    """The rejected evidence of a plan, in file order."""
    return tuple(_rejection(catalogue, row) for row in catalogue.rows("rejected_evidence", plan_id))


def _rejection(catalogue: Catalogue, row: Row) -> RejectionView:
    return RejectionView(
        id=row.text("id"),
        target_id=row.text("target_id"),
        reason=enum(catalogue, "rejected_evidence", "reason", row),
        scope=row.text("scope_printed"),
        indicator=bilingual(row, "indicator"),
        reported=f"{row.text('value')}{row.text('unit_printed')}",
        period=interval_words(row.text("period")),
        source_title=row.text("source_title"),
        publisher=row.text("publisher"),
        address=row.text("address"),
        address_kind=enum(catalogue, "rejected_evidence", "address_kind", row)
        if row["address_kind"] == "copy"
        else NOTHING,
        grade=enum(catalogue, "rejected_evidence", "grade", row),
        provenance=provenance(row, catalogue.schemas["rejected_evidence"]),
    )
