"""Where a row comes from: the place in the document, the words printed there, and what is odd about them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from zoneledger.catalogue import Row, TableSchema
from zoneledger.problems import Text

#: Notes of these kinds say that the source itself is, or may be, wrong.
ODD = ("printed_error", "suspected")


@dataclass(frozen=True)
class Note:
    """What is special about a row.

    Args:
        text: the note.
        basis: the enum value, empty where none is given.
        label: the basis in words.
        url: the text behind it, where one is.
    """

    text: Text
    basis: str
    label: Text
    url: str = ""

    @property
    def odd(self) -> bool:
        """Whether the note says that the source is wrong or looks so."""
        return self.basis in ODD


@dataclass(frozen=True)
class Provenance:
    """The anchor of a row and the line that holds it.

    Args:
        locator: printed section numbers joined with ``/``; empty where the table has none.
        printed: the verbatim stretch; empty where the table has none.
        occurrence: which one under the locator, from 1.
        member: which figure of the stretch, from 1.
        file: path from the repository's root.
        line: physical line from 1.
        note: what is special, if anything.
        reading: why the row is coded otherwise than a machine reads its clause; None where it is not.
        row: the row's id; the parts of its key with blanks between them where it has no id.
    """

    locator: str
    printed: str
    occurrence: int
    member: int
    file: str
    line: int
    note: Note | None
    reading: Text | None = None
    row: str = ""

    @property
    def anchor(self) -> str:
        """The place in the source as a reader would write it to another."""
        parts = [self.locator, self.printed, f"#{self.occurrence}" if self.printed else ""]
        return " | ".join(part for part in parts if part)


def provenance(row: Row, schema: TableSchema, bare: bool = False) -> Provenance:
    """The provenance of any row; columns its table lacks count as empty.

    Args:
        row: a row of the table.
        schema: the table's schema, for the labels of notes.
        bare: without the notes, where they are shown apart.
    """
    values, known = row.values, schema.by_name
    locator = "anchor_locator" if "anchor_locator" in known else "locator"
    return Provenance(
        locator=row.text(locator) if locator in known else "",
        printed=row.text("printed") if "printed" in known else "",
        occurrence=int(values.get("occurrence") or 1),
        member=int(values.get("member") or 1),
        file=row.file,
        line=row.line,
        note=None if bare else note(row, schema),
        reading=None if bare or "reading_note_zh" not in known else _reading(row),
        row=" ".join(row.text(column) for column in schema.primary_key),
    )


def provenance_of(said: dict[str, Any]) -> Provenance:
    """The provenance of which JSON says this."""
    found, reading = said["note"], said["reading"]
    note = Note(**{**found, "text": Text(*found["text"]), "label": Text(*found["label"])}) if found else None
    return Provenance(**{**said, "note": note, "reading": Text(*reading) if reading else None})


def _reading(row: Row) -> Text | None:
    zh, en = row.text("reading_note_zh"), row.text("reading_note_en")
    return Text(zh, en) if zh or en else None


def note(row: Row, schema: TableSchema) -> Note | None:
    """A row's note; None where it has none."""
    if not row.values.get("note_zh") and not row.values.get("note_en"):
        return None
    basis = row.text("note_basis") if "note_basis" in row.values else ""
    label = schema.by_name["note_basis"].label(basis) if basis else Text("", "")
    url = row.text("note_url") if "note_url" in row.values else ""
    return Note(Text(row.text("note_zh"), row.text("note_en")), basis, label, url)
