"""What is odd about a text as a whole: it is incomplete, its notes say so, or it overrides its own figures."""

from __future__ import annotations

from collections.abc import Iterator

from zoneledger.catalogue import Catalogue
from zoneledger.problems import Text
from zoneledger.views.oddities.spot import KINDS, WHOLE_TEXT, Spot
from zoneledger.views.provenance import Note

#: The one column whose cell lists several values: a Table Schema cannot label them.
COMPLETENESS = {
    "complete": Text("完整", "complete"),
    "truncated": Text("文末残缺", "cut off at its end"),
    "redacted": Text("部分数字被遮去", "some digits redacted"),
    "annex_missing": Text("缺附件", "annex missing"),
}


def find(catalogue: Catalogue, plan_id: str) -> Iterator[Spot]:
    """Overriding notes, what is missing, and the notes on the text as a whole."""
    content = catalogue.plan_files[plan_id]

    def spot(kind: str, anchor: str, text: Text, url: str = "") -> Spot:
        return Spot(kind, plan_id, anchor, (), WHOLE_TEXT, text, url=url)

    for said in content.get("overriding_notes", ()):
        yield spot("overriding", "overriding", Text(said["zh"], said["en"]))
    for value in content["completeness"]:
        if value != "complete":
            yield spot("incomplete", "document", COMPLETENESS.get(value, Text(value, value)))
    for note in plan_notes(catalogue, plan_id):
        if note.basis in KINDS:
            yield spot(note.basis, "oddities", note.text, note.url)


def plan_notes(catalogue: Catalogue, plan_id: str) -> tuple[Note, ...]:
    """The notes of ``plan.yml`` on the text as a whole, those on coding too."""
    field = catalogue.schemas["targets"].by_name["note_basis"]
    return tuple(
        Note(Text(note["zh"], note["en"]), note["basis"], field.label(note["basis"]), note.get("url", ""))
        for note in catalogue.plan_files[plan_id].get("notes", ())
    )
