"""The first line of a table's file: exactly the schema's columns, or one problem that says all that is off."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from zoneledger.catalogue.decoding import run_fix
from zoneledger.catalogue.schemas import TableSchema
from zoneledger.problems import Place, Problem, Rule, Severity, Text

MAX_COLUMNS = 500

HEADER = Rule(
    "file-header",
    Text("表头必须正是模式规定的列", "The header has exactly the schema's columns"),
    Text("从同名模式或另一计划的文件复制表头。", "Copy the header from the schema or from another plan's file."),
    why=Text(
        "列按名字读取。表头少一列或写错一列，整列数据就无处可放。",
        "Columns are read by name. With one missing or misspelt, a whole column of data has no place.",
    ),
)
COLUMN_ORDER = Rule(
    "canonical-column-order",
    Text("列按模式的次序排列", "Columns stand in the schema's order"),
    Text("运行 zoneledger fix。", "Run zoneledger fix."),
    Severity.WARNING,
    why=Text(
        "各计划的列次序相同，两份文件才便于对照。",
        "With the same order in every plan, two files can be read side by side.",
    ),
)

#: What is off, the column to point at, and what to do about it.
Fault = tuple[str, Text, Text]


def judge(header: list[str], line: int, shown: str, schema: TableSchema) -> Problem | None:
    """What is wrong with a header, as one problem.

    Args:
        header: the names in the file's first record.
        line: its physical line.
        shown: the file's name in messages.
        schema: the table's rules.
    """
    listed = ",".join(schema.columns)
    allowed = Text(listed, listed)
    if len(header) > MAX_COLUMNS:
        message = Text(f"表头有 {len(header)} 列。", f"The header has {len(header)} columns.")
        return Problem(HEADER, Place(shown, line), str(len(header)), message, allowed, HEADER.tip)
    faults = list(_faults(header, schema))
    if len(faults) == 1:
        column, message, fix = faults[0]
        value = column if column in header else ""
        return Problem(HEADER, Place(shown, line, column), value, message, allowed, fix)
    if faults:
        message = Text(
            f"表头有 {len(faults)} 处不对：" + "".join(text.zh for _, text, _ in faults),
            f"{len(faults)} things are off in the header. " + " ".join(text.en for _, text, _ in faults),
        )
        return Problem(HEADER, Place(shown, line), ",".join(header), message, allowed, HEADER.tip)
    if tuple(header) != schema.columns:
        message = Text("列的次序与模式不同。", "The columns stand in another order than the schema's.")
        return Problem(COLUMN_ORDER, Place(shown, line), ",".join(header), message, allowed, run_fix(shown))
    return None


def _faults(header: list[str], schema: TableSchema) -> Iterator[Fault]:
    missing = [name for name in schema.columns if name not in header]
    for name in dict.fromkeys(header):
        count = header.count(name)
        if count > 1 and name:
            yield name, Text(f"列 {name} 出现 {count} 次。", f"Column {name} stands {count} times."), HEADER.tip
        if name in schema.columns:
            continue
        near = difflib.get_close_matches(name, missing, 1)
        if near:  # a misspelt column is one fault, not one too many and one too few
            missing.remove(near[0])
            message = Text(f"没有 {name} 这一列，应是 {near[0]}？", f"There is no column {name}; is {near[0]} meant?")
            yield name, message, Text(f"改为 {near[0]}", f"Write {near[0]}")
        elif name in schema.by_name:
            message = Text(
                f"{name} 在发布时写出，不在此文件中。", f"{name} is written on publication and has no place here."
            )
            yield name, message, Text(f"删去 {name} 一列", f"Delete column {name}")
        elif name:
            yield name, Text(f"没有 {name} 这一列。", f"There is no column {name}."), HEADER.tip
        else:
            yield "", Text(f"有 {count} 列没有名称。", f"{count} columns have no name."), HEADER.tip
    for name in missing:
        yield name, Text(f"缺少列 {name}。", f"Column {name} is missing."), HEADER.tip
