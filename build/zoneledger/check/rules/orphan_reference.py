"""Every row of a shared list is used by some plan."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from zoneledger.catalogue import Catalogue
from zoneledger.catalogue.schemas import REFERENCE
from zoneledger.check.plan_rows import plan_rows
from zoneledger.check.scope import Scope
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
SCOPE = Scope.ACROSS


#: Words are used by texts and not by rows; ``glossary-example`` asks for a row that prints them.
_WORDS = "glossary"


def extract(catalogue: Catalogue, plan_id: str) -> dict[str, list[str]]:
    """The rows of shared lists that a plan points at: their keys in order, by table."""
    pointed: dict[str, set[str]] = defaultdict(set)
    for name, schema in catalogue.schemas.items():
        keys = [key for key in schema.foreign_keys if catalogue.schemas[key.table].group == REFERENCE]
        if schema.group == REFERENCE or not keys:
            continue
        own = plan_rows(catalogue, name, plan_id)
        for key in keys:
            pointed[key.table].update(chain.from_iterable(read.column(key.column) for read in own))
    return {table: sorted(filter(None, values)) for table, values in sorted(pointed.items())}


def gather(shared: Catalogue, extracts: Mapping[str, Mapping[str, Sequence[str]]]) -> Iterator[Problem]:
    """Rows of shared lists that nothing leads to; a relation between indicators is used when both ends are."""
    pointed = _used(shared, extracts.values())
    for name, schema in shared.schemas.items():
        if schema.group != REFERENCE or name == _WORDS:
            continue
        for row in shared.rows(name):
            key = schema.primary_key[0]
            if len(schema.primary_key) == 1:
                idle = row[key] not in pointed[name]
            else:
                idle = any(row[k.column] not in pointed[k.table] for k in schema.foreign_keys)
            if idle:
                message = Text("没有一行用到它。", "Nothing uses it.")
                yield Problem(RULE, Place(row.file, row.line, key), row.text(key), message, fix=RULE.tip)


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """The same from all plans of a catalogue."""
    return gather(catalogue, {plan_id: extract(catalogue, plan_id) for plan_id in catalogue.plan_files})


def _used(shared: Catalogue, extracts: Iterable[Mapping[str, Sequence[str]]]) -> dict[str, set[object]]:
    """What plans point at, by table, then what those rows point at in turn (parents, base units, agency types)."""
    pointed: dict[str, set[object]] = defaultdict(set)
    for extracted in extracts:
        for table, keys in extracted.items():
            pointed[table].update(keys)
    fresh: list[tuple[str, object]] = [(table, key) for table, keys in pointed.items() for key in keys]
    _follow(shared, pointed, fresh)
    # a plan that was not read counts by its bare words
    lists = [schema for schema in shared.schemas.values() if schema.group == REFERENCE and len(schema.primary_key) == 1]
    idle = {
        schema.name: {row.text(schema.primary_key[0]) for row in shared.rows(schema.name)} - pointed[schema.name]
        for schema in lists
    }
    found = shared.elsewhere(set().union(*idle.values())) if shared.unread else set()
    fresh = [(table, key) for table, keys in idle.items() for key in keys & found]
    for table, key in fresh:
        pointed[table].add(key)
    _follow(shared, pointed, fresh)
    return pointed


def _follow(shared: Catalogue, pointed: dict[str, set[object]], fresh: list[tuple[str, object]]) -> None:
    """Adds what the rows of shared lists lead to, from some of them on."""
    while fresh:
        table, key = fresh.pop()
        found = shared.row(table, key)
        for link in shared.schemas[table].foreign_keys if found is not None else ():
            value = found[link.column] if found is not None else None
            if value is not None and value not in pointed[link.table]:
                pointed[link.table].add(value)
                fresh.append((link.table, value))
