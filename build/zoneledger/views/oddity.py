"""What is wrong or looks wrong in a source: the notes of the plan, and of every row that is marked so."""

from __future__ import annotations

from dataclasses import dataclass

from zoneledger.catalogue import Catalogue
from zoneledger.catalogue.schemas import PLAN
from zoneledger.problems import Text
from zoneledger.views.provenance import Note, Provenance, provenance


@dataclass(frozen=True)
class Oddity:
    """A row whose note says that the source is, or may be, wrong.

    Args:
        table: the table's title.
        row_id: the row's id, its anchor on the plan's page.
        provenance: where it stands; its note is never None.
    """

    table: Text
    row_id: str
    note: Note
    provenance: Provenance


def oddities(catalogue: Catalogue, plan_id: str) -> tuple[Oddity, ...]:
    """Every row of a plan marked as an error in the source or as suspected, in the order of tables."""
    found = []
    for table, schema in catalogue.schemas.items():
        if schema.group != PLAN or "note_basis" not in schema.by_name:
            continue
        for row in catalogue.rows(table, plan_id):
            where = provenance(row, schema)
            if where.note and where.note.odd:
                found.append(Oddity(schema.title, row.text(schema.primary_key[0]), where.note, where))
    return tuple(found)


def plan_notes(catalogue: Catalogue, plan_id: str) -> tuple[Note, ...]:
    """The notes of ``plan.yml`` on the text as a whole."""
    field = catalogue.schemas["targets"].by_name["note_basis"]
    return tuple(
        Note(Text(note["zh"], note["en"]), note["basis"], field.label(note["basis"]), note.get("url", ""))
        for note in catalogue.plan_files[plan_id].get("notes", ())
    )
