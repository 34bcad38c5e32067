"""Every row of a shared list is used by some plan."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from zoneledger.catalogue import Catalogue
from zoneledger.catalogue.schemas import REFERENCE
from zoneledger.problems import Place, Problem, Rule, Text

RULE = Rule(
    "orphan-reference",
    Text("共享清单的每一行都有计划用到", "Every row of a shared list is used"),
    Text("删去该行，或在用到它的行里写上它。", "Delete the row, or name it where it is used."),
    why=Text(
        "没有一行用到的单位或指标，会在网站上成为空页。",
        "An organisation or indicator that nothing uses would become an empty page.",
    ),
)


#: Words are used by texts and not by rows; ``glossary-example`` asks for a row that prints them.
_WORDS = "glossary"


def used(catalogue: Catalogue) -> dict[str, set[object]]:
    """What plans point at, by table, then what those rows point at in turn (parents, base units, agency types)."""
    pointed: dict[str, set[object]] = defaultdict(set)
    fresh: list[tuple[str, object]] = []

    def follow(table: str, values: dict[str, object]) -> None:
        for key in catalogue.schemas[table].foreign_keys:
            value = values[key.column]
            if value is not None and value not in pointed[key.table]:
                pointed[key.table].add(value)
                fresh.append((key.table, value))

    for name, schema in catalogue.schemas.items():
        if schema.group != REFERENCE:
            for row in catalogue.rows(name):
                follow(name, dict(row.values))
        elif len(schema.primary_key) == 1:
            # a plan that was not read counts by its bare words
            unread = {row[schema.primary_key[0]] for row in catalogue.rows(name)} & catalogue.words_elsewhere
            pointed[name] |= unread
            fresh += [(name, key) for key in unread]
    while fresh:
        table, key = fresh.pop()
        found = catalogue.row(table, key) if catalogue.schemas[table].group == REFERENCE else None
        if found is not None:
            follow(table, dict(found.values))
    return pointed


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Rows of shared lists that nothing leads to; a relation between indicators is used when both ends are."""
    pointed = used(catalogue)
    for name, schema in catalogue.schemas.items():
        if schema.group != REFERENCE or name == _WORDS:
            continue
        for row in catalogue.rows(name):
            key = schema.primary_key[0]
            if len(schema.primary_key) == 1:
                idle = row[key] not in pointed[name]
            else:
                idle = any(row[k.column] not in pointed[k.table] for k in schema.foreign_keys)
            if idle:
                message = Text("没有一行用到它。", "Nothing uses it.")
                yield Problem(RULE, Place(row.file, row.line, key), row.text(key), message, fix=RULE.tip)
