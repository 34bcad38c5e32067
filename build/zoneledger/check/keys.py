"""Primary, unique and foreign keys: of shared lists, and of plans each by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from zoneledger.catalogue import Catalogue, Table
from zoneledger.catalogue.records import Record
from zoneledger.catalogue.schemas import PLAN, ForeignKey
from zoneledger.check.pointers import Pointers
from zoneledger.problems import Place, Problem, Rule, Severity, Text

EMPTY = Rule(
    "key-empty",
    Text("主键的每一部分都要填写", "Every part of a key is filled"),
    Text("填写该列。", "Fill the column."),
    why=Text(
        "主键有一部分是空的，就没有办法指到这一行。",
        "With a part of its key empty, a row cannot be pointed at.",
    ),
)
REPEATED = Rule(
    "key-repeated",
    Text("键不得重复", "A key stands only once"),
    Text("换一个未用过的编号，或删去重复的行。", "Take a number that was never used, or delete the repeated row."),
    why=Text(
        "别处按编号引用一行；编号重复，就不知道指的是哪一行。",
        "Other rows and pages point at a row by its id; if two bear it, nobody knows which is meant.",
    ),
)
TWICE = Text(
    "两行说的是一回事，就删去一行；不是，就改正写错的那一格。",
    "Delete one row if both say the same; else mend the cell that is wrong.",
)
UNKNOWN = Rule(
    "key-unknown",
    Text("所指的行必须存在", "What a row points at exists"),
    Text("改为已有的编号，或先在所指的表中加一行。", "Write an id that exists, or first add the row it points at."),
    why=Text(
        "单位、指标、措施等在各自的表中只写一次，别处填编号。编号对不上，这一行就与谁都没有关系。",
        "Organisations, indicators, measures and so on are written once, in their own table, and pointed at by "
        "id. An id that does not exist connects the row to nothing.",
    ),
)


def validate(catalogue: Catalogue, tables: Iterable[Table], found: Iterable[Problem]) -> Iterator[Problem]:
    """Problems with keys; a key that two plans have is told by ``strange_keys.py``.

    Args:
        catalogue: where keys are looked up.
        tables: what to judge.
        found: problems so far; a cell that is already wrong in itself is not judged as a key again.
    """
    faults = [problem for problem in found if problem.rule.severity is Severity.ERROR]
    broken = broken_cells(faults)
    # What a file lost cannot be pointed at; its own fault is told, not every pointer that now dangles.
    lost = {p.place.file for p in faults if p.rule.code.startswith(("file-", "row-"))}
    for table in tables:
        yield from _primary(table, broken)
        for columns in table.schema.unique_keys:
            yield from _repeated(table, columns, broken)
        for key in table.schema.foreign_keys:
            yield from _foreign(catalogue, table, key, broken, lost)


def broken_cells(found: Iterable[Problem]) -> set[Place]:
    """The cells that are wrong in themselves."""
    return {p.place for p in found if p.rule.severity is Severity.ERROR and p.place.column}


def whole_keys(table: Table, columns: tuple[str, ...], broken: set[Place]) -> Iterator[tuple[tuple[str, ...], Record]]:
    """The keys that are filled and of sound cells, each with its record."""
    for record in table:
        if not any(record.place(column) in broken for column in columns):
            key = tuple(_cell(record, column) for column in columns)
            if all(key):
                yield key, record


def repeated(table: Table, columns: tuple[str, ...], record: Record, file: str, line: int) -> Problem:
    """The problem of a key that stands at an earlier place too.

    Args:
        table: whose key it is.
        columns: the key's.
        record: the later one.
        file: where the earlier one stands.
        line: its line there.
    """
    shown = [column for column in columns if not table.schema.by_name[column].derived]
    message = Text(f"与 {file} 第 {line} 行重复。", f"It repeats line {line} of {file}.")
    value = ", ".join(record.cells[column] for column in shown)
    named = " + ".join(shown)
    allowed = Text(f"{named} 合起来只出现一次" if len(shown) > 1 else f"{named} 只出现一次", f"each {named} once")
    fix = REPEATED.tip if shown == ["id"] else TWICE
    return Problem(REPEATED, record.place(shown[-1]), value, message, allowed, fix)


def _cell(record: Record, column: str) -> str:
    return record.plan_id if column == "plan_id" and column not in record.cells else record.cells[column]


def _primary(table: Table, broken: set[Place]) -> Iterator[Problem]:
    columns = table.schema.primary_key
    for record in table:
        for column in columns:
            if not _cell(record, column) and record.place(column) not in broken:
                field = table.schema.by_name[column]
                message = Text(
                    f"主键的一部分“{field.title.zh}”是空的。", f"A part of the key is empty: the {field.title.en}."
                )
                yield Problem(EMPTY, record.place(column), "", message, field.description, EMPTY.tip)
    yield from _repeated(table, columns, broken)


def _repeated(table: Table, columns: tuple[str, ...], broken: set[Place]) -> Iterator[Problem]:
    first: dict[tuple[str, ...], Record] = {}
    for key, record in whole_keys(table, columns, broken):
        earlier = first.setdefault((record.plan_id, *key), record)
        if earlier is not record:
            yield repeated(table, columns, record, earlier.file, earlier.line)


def _foreign(
    catalogue: Catalogue, table: Table, key: ForeignKey, broken: set[Place], lost: set[str]
) -> Iterator[Problem]:
    if table.schema.by_name[key.column].derived:
        return
    target = catalogue.tables[key.table]
    # Rows of a plan point only into their own plan; shared lists are open to all.
    local = target.schema.group == PLAN
    known = {(record.plan_id if local else "", record.cells.get(key.target, "")) for record in target}
    pointers = Pointers(catalogue, key)
    for record in table:
        value = record.cells[key.column]
        folder = f"plans/{record.plan_id}" if local else "reference"
        if f"datasets/{folder}/{key.table}.csv" in lost:
            continue
        if not value or (record.plan_id if local else "", value) in known or record.place(key.column) in broken:
            continue
        allowed = pointers.ids(record.plan_id)
        title = target.schema.title
        message = Text(f"“{title.zh}”表中没有这一行。", f"The table of {title.en} has no such row.")
        fix = pointers.suggest(value, record.plan_id) or UNKNOWN.tip
        yield Problem(UNKNOWN, record.place(key.column), value, message, allowed, fix)
