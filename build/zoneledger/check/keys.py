"""Primary, unique and foreign keys, over all plans at once."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator

from zoneledger.catalogue import Catalogue, Table
from zoneledger.catalogue.records import Record
from zoneledger.catalogue.schemas import PLAN, ForeignKey
from zoneledger.problems import Place, Problem, Rule, Severity, Text

EMPTY = Rule(
    "key-empty",
    Text("主键的每一部分都要填写", "Every part of a key is filled"),
    Text("填写该列。", "Fill the column."),
)
REPEATED = Rule(
    "key-repeated",
    Text("键不得重复", "A key stands only once"),
    Text("换一个未用过的编号，或删去重复的行。", "Take a number that was never used, or delete the repeated row."),
)
UNKNOWN = Rule(
    "key-unknown",
    Text("所指的行必须存在", "What a row points at exists"),
    Text("改为已有的编号，或先在所指的表中加一行。", "Write an id that exists, or first add the row it points at."),
)


def validate(catalogue: Catalogue, found: Iterable[Problem]) -> Iterator[Problem]:
    """Problems with keys.

    Args:
        catalogue: what to check.
        found: problems so far; a cell that is already wrong in itself is not judged as a key again.
    """
    faults = [problem for problem in found if problem.rule.severity is Severity.ERROR]
    broken = {problem.place for problem in faults if problem.place.column}
    # What a file lost cannot be pointed at; its own fault is told, not every pointer that now dangles.
    lost = {p.place.file for p in faults if p.rule.code.startswith(("file-", "row-"))}
    for table in catalogue.tables.values():
        yield from _primary(table, broken)
        for columns in table.schema.unique_keys:
            yield from _repeated(table, columns, broken)
        for key in table.schema.foreign_keys:
            yield from _foreign(catalogue, table, key, broken, lost)


def _cell(record: Record, column: str) -> str:
    return record.plan_id if column == "plan_id" and column not in record.cells else record.cells[column]


def _primary(table: Table, broken: set[Place]) -> Iterator[Problem]:
    columns = table.schema.primary_key
    for record in table:
        for column in columns:
            if not _cell(record, column) and record.place(column) not in broken:
                message = Text("主键的一部分是空的。", "A part of the key is empty.")
                yield Problem(EMPTY, record.place(column), "", message, fix=EMPTY.tip)
    yield from _repeated(table, columns, broken)


def _repeated(table: Table, columns: tuple[str, ...], broken: set[Place]) -> Iterator[Problem]:
    first: dict[tuple[str, ...], Record] = {}
    shown = [column for column in columns if not table.schema.by_name[column].derived]
    for record in table:
        if any(record.place(column) in broken for column in columns):
            continue
        key = tuple(_cell(record, column) for column in columns)
        if not all(key):
            continue
        earlier = first.setdefault(key, record)
        if earlier is not record:
            message = Text(
                f"与 {earlier.file} 第 {earlier.line} 行重复。", f"It repeats line {earlier.line} of {earlier.file}."
            )
            value = ", ".join(record.cells[column] for column in shown)
            yield Problem(REPEATED, record.place(shown[-1]), value, message, fix=REPEATED.tip)


def _foreign(
    catalogue: Catalogue, table: Table, key: ForeignKey, broken: set[Place], lost: set[str]
) -> Iterator[Problem]:
    if table.schema.by_name[key.column].derived:
        return
    target = catalogue.tables[key.table]
    # Rows of a plan point only into their own plan; shared lists are open to all.
    local = target.schema.group == PLAN
    known = {(record.plan_id if local else "", record.cells.get(key.target, "")) for record in target}
    for record in table:
        value = record.cells[key.column]
        folder = f"plans/{record.plan_id}" if local else "reference"
        if f"datasets/{folder}/{key.table}.csv" in lost:
            continue
        if not value or (record.plan_id if local else "", value) in known or record.place(key.column) in broken:
            continue
        own = sorted(text for plan, text in known if plan in ("", record.plan_id))
        near = difflib.get_close_matches(value, own, 1)
        allowed = Text(f"{key.table}.{key.target} 中的值", f"a value of {key.table}.{key.target}")
        fix = Text(f"改为 {near[0]}？", f"Write {near[0]}?") if near else UNKNOWN.tip
        message = Text(f"{key.table} 中没有这一行。", f"{key.table} has no such row.")
        yield Problem(UNKNOWN, record.place(key.column), value, message, allowed, fix)
