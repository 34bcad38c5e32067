"""Settled codings: rows coded otherwise than a machine reads the clause around their anchor, each with its reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from zoneledger.catalogue import Catalogue, Row
from zoneledger.catalogue.facts import fact
from zoneledger.catalogue.schemas import PLAN
from zoneledger.problems import Text
from zoneledger.views.name import bilingual
from zoneledger.views.provenance import Provenance, provenance, provenance_of
from zoneledger.views.quantity import quantity
from zoneledger.views.statement import statement

NOTE = "reading_note"


@dataclass(frozen=True)
class SettledCoding:
    """One such row.

    Args:
        row_id: its anchor on the plan's page.
        claim: what the row says.
        note: why it is coded so.
        provenance: where it stands, and what is printed there.
    """

    row_id: str
    claim: Text
    note: Text
    provenance: Provenance


def _coding(said: dict[str, Any]) -> SettledCoding:
    claim, note = Text(*said["claim"]), Text(*said["note"])
    return SettledCoding(said["row_id"], claim, note, provenance_of(said["provenance"]))


@fact(lambda said: tuple(map(_coding, said)))
def settled_codings(catalogue: Catalogue, plan_id: str) -> tuple[SettledCoding, ...]:
    """The rows of a plan with a reading note, in the order of tables and files."""
    return tuple(
        SettledCoding(
            row.text(schema.primary_key[0]),
            _claim(catalogue, table, row),
            bilingual(row, NOTE),
            provenance(row, schema, bare=True),
        )
        for table, schema in catalogue.schemas.items()
        if f"{NOTE}_zh" in schema.by_name
        for row in catalogue.rows(table, plan_id)
        if row[f"{NOTE}_zh"] or row[f"{NOTE}_en"]
    )


@fact(lambda said: tuple((row_id, Text(*note)) for row_id, note in said))
def coding_notes(catalogue: Catalogue, plan_id: str) -> tuple[tuple[str, Text], ...]:
    """Rows whose note says how they were coded: each row's id and its note, in the order of tables and files."""
    return tuple(
        (row.text(schema.primary_key[0]), bilingual(row, "note"))
        for table, schema in catalogue.schemas.items()
        if "note_basis" in schema.by_name and schema.group == PLAN
        for row in catalogue.rows(table, plan_id)
        if row["note_basis"] == "coding"
    )


def _claim(catalogue: Catalogue, table: str, row: Row) -> Text:
    if table == "targets":
        return statement(catalogue, row)
    called, much = bilingual(row, "name"), quantity(catalogue, table, row)
    return Text(f"{called.zh}：{much.zh}", f"{called.en}: {much.en}")
