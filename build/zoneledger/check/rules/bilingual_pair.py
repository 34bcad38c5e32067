"""What is said in one language is said in the other."""

from __future__ import annotations

from collections.abc import Iterator

from zoneledger.catalogue import Catalogue, TableSchema
from zoneledger.catalogue.records import FileRows
from zoneledger.check.scope import Scope
from zoneledger.problems import Place, Problem, Rule, Text

RULE = Rule(
    "bilingual-pair",
    Text("中文列与英文列同填同空", "A Chinese column and its English twin are both filled or both empty"),
    Text("补上另一种语言。", "Add the other language."),
    why=Text(
        "网站两种语言都要能读；只有一种语言的备注，另一种语言的读者就看不到。",
        "The site is read in two languages; a note in one of them is lost on readers of the other.",
    ),
)
SCOPE = Scope.TABLE


def pairs(schema: TableSchema) -> list[tuple[str, str]]:
    """The columns of a table that say the same in both languages: ``note_zh`` and ``note_en``, ``scope`` likewise."""
    found = []
    for name in schema.columns:
        if name.endswith("_en"):
            stem = name.removesuffix("_en")
            twin = next((other for other in (f"{stem}_zh", stem) if other in schema.columns), None)
            if twin is not None:
                found.append((twin, name))
    return found


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Rows that fill only one of a pair."""
    for table in catalogue.own:
        both = pairs(table.schema)
        for read in table.files:
            for zh, en in both:
                cells = [read.column(column) for column in (zh, en)]
                blank = [column.count("") for column in cells]
                # filled throughout in both, or in neither: nearly always
                if blank[0] == blank[1] and blank[0] in (0, len(read.rows)):
                    continue
                halves = [list(map(bool, column)) for column in cells]
                if halves[0] != halves[1]:
                    yield from _single(read, zh, en, halves)


def _single(read: FileRows, zh: str, en: str, halves: list[list[bool]]) -> Iterator[Problem]:
    for line, in_chinese, in_english in zip(read.lines, *halves, strict=True):
        if in_chinese != in_english:
            empty, filled = (en, zh) if in_chinese else (zh, en)
            message = Text(f"{filled} 已填而此列为空。", f"{filled} is filled and this column is empty.")
            yield Problem(RULE, Place(read.file, line, empty), "", message, fix=RULE.tip)
