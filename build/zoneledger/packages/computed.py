"""Columns computed from the whole dataset, written into the rows that are published."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from zoneledger.assessment import assessments
from zoneledger.catalogue import Catalogue, TableSchema
from zoneledger.catalogue.cells import Cells
from zoneledger.catalogue.once import once
from zoneledger.catalogue.records import Record
from zoneledger.catalogue.schemas import ASSESSMENT
from zoneledger.packages.identity import Same
from zoneledger.packages.wide import wide_records

# Computed cells by table, row id and column.
_Computed = Mapping[str, Mapping[str, Mapping[str, str]]]


def published_records(catalogue: Catalogue) -> dict[str, list[Record]]:
    """The records of every table as they are published: as the contributor wrote them, computed cells added.

    Those of the wide tables are made of all others.
    """
    found = assessed_records(catalogue)
    return {**found, **wide_records(catalogue, found)}


@once
def assessed_records(catalogue: Catalogue) -> dict[str, list[Record]]:
    """The same without those of the wide tables, made once for packages and interface."""
    computed = _assessed(catalogue) if _asks_for_assessments(Same(catalogue.schemas)) else {}
    return {
        name: [_with(record, computed[name]) for record in table.records] if name in computed else table.records
        for name, table in catalogue.tables.items()
    }


def _with(record: Record, cells: Mapping[str, Mapping[str, str]]) -> Record:
    own, more = record.cells, cells[record.cells["id"]]
    return replace(record, cells=own.extended(more) if isinstance(own, Cells) else {**own, **more})


@lru_cache(maxsize=4)
def _asks_for_assessments(schemas: Same[dict[str, TableSchema]]) -> bool:
    fields = (field for schema in schemas.held.values() for field in schema.fields)
    return any(field.descriptor.get("derived") == ASSESSMENT for field in fields)


def _assessed(catalogue: Catalogue) -> _Computed:
    """What became of each target, and what each outcome says of its target alone."""
    found = assessments(catalogue)
    return {
        "targets": {
            target_id: {
                "assessment": assessment.verdict,
                "assessment_reason": assessment.reason,
                "assessment_outcomes": "|".join(row.text("id") for row in assessment.evidence),
            }
            for target_id, assessment in found.items()
        },
        "outcomes": {
            finding.outcome.text("id"): {"assessment": finding.verdict, "assessment_reason": finding.reason}
            for assessment in found.values()
            for finding in assessment.findings
        },
    }
