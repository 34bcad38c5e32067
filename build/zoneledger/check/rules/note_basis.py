"""A note says what kind it is, and an official text has an address."""

from __future__ import annotations

from collections.abc import Iterator

from zoneledger.catalogue import Catalogue
from zoneledger.check.scope import Scope
from zoneledger.problems import Place, Problem, Rule, Text

RULE = Rule(
    "note-basis",
    Text("有备注就有依据；据官方文本者附网址", "A note has a basis; one from an official text has an address"),
    Text(
        "填写 note_basis；依据为 official_text 时填写 note_url。",
        "Fill note_basis; with official_text fill note_url too.",
    ),
    why=Text(
        "读者要知道备注是编者的猜测，还是另有官方文本为证。",
        "Readers must be able to tell an editor's guess from what another official text proves.",
    ),
)
SCOPE = Scope.TABLE


COLUMNS = ("note_zh", "note_basis", "note_url")


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Notes without a basis, bases without a note, official texts without an address."""
    for table in catalogue.own:
        if not table.schema.by_name.keys() >= set(COLUMNS):
            continue
        for read in table.files:
            for line, note, basis, address in zip(read.lines, *map(read.column, COLUMNS), strict=True):
                if bool(note) != bool(basis):
                    message = Text("备注与依据只填了一个。", "Only one of note and basis is filled.")
                    yield Problem(RULE, Place(read.file, line, "note_basis"), basis, message, fix=RULE.tip)
                elif basis == "official_text" and not address:
                    message = Text("没有官方文本的网址。", "The official text's address is missing.")
                    yield Problem(RULE, Place(read.file, line, "note_url"), "", message, fix=RULE.tip)
