"""CSV text to records that know their physical line, strictly: nothing is guessed, padded or dropped."""

from __future__ import annotations

import csv
import difflib
from collections.abc import Iterator
from pathlib import Path

from zoneledger.catalogue.decoding import read_text
from zoneledger.catalogue.records import Record
from zoneledger.catalogue.schemas import TableSchema
from zoneledger.problems import Place, Problem, Rule, Severity, Text

# A cell longer than this is a swallowed file or a paste by mistake, never a value.
MAX_CELL = 20_000
MAX_COLUMNS = 500

QUOTING = Rule(
    "file-quoting",
    Text("引号必须成对，逗号分隔", "Quotes come in pairs, commas separate"),
    Text(
        '含逗号、引号或换行的单元格用双引号括起，其中的双引号写两次（""）。',
        'A cell with a comma, quote or line break stands in double quotes; a double quote in it is written twice ("").',
    ),
)
HEADER = Rule(
    "file-header",
    Text("表头必须正是模式规定的列", "The header has exactly the schema's columns"),
    Text("从同名模式或另一计划的文件复制表头。", "Copy the header from the schema or from another plan's file."),
)
WIDTH = Rule(
    "row-width",
    Text("每行的单元格数与表头相同", "A row has as many cells as the header"),
    Text(
        "检查多出或缺少的逗号；含逗号的文字要加双引号。",
        "Look for a missing or extra comma; quote text that holds one.",
    ),
)
BLANK = Rule(
    "row-blank",
    Text("没有空行", "No row is blank"),
    Text("删去空行。", "Delete the blank row."),
)
COLUMN_ORDER = Rule(
    "canonical-column-order",
    Text("列按模式的次序排列", "Columns stand in the schema's order"),
    Text("把列排成模式的次序。", "Put the columns into the schema's order."),
    Severity.WARNING,
)


PAIRED = Text("成对的双引号", "double quotes in pairs")


def read_csv(
    path: Path, shown: str, root: Path, schema: TableSchema, plan_id: str = ""
) -> tuple[list[Record], list[Problem]]:
    """Reads one table's file.

    Args:
        path: the CSV file.
        shown: its name in messages, from the repository's root.
        root: the folder it must lie in.
        schema: the table's rules, for the header.
        plan_id: the plan whose folder it is in, if any.

    Returns:
        The records that could be read, each with as many cells as the header, and the problems found.
    """
    text, problems = read_text(path, shown, root)
    if text is None:
        return [], problems
    lines, broken = _parse(text, shown)
    problems += broken
    if not lines:
        message = Text("文件是空的。", "The file is empty.")
        return [], [*problems, Problem(HEADER, Place(shown, 1), "", message, _columns(schema), HEADER.tip)]
    header_line, header = lines[0]
    wrong = list(_header_problems(header, header_line, shown, schema))
    problems += wrong
    if any(problem.rule is HEADER for problem in wrong):
        return [], problems
    records = []
    for line, cells in lines[1:]:
        if len(cells) == len(header):
            records.append(Record(shown, line, dict(zip(header, cells, strict=True)), plan_id))
        else:
            problems.append(_bad_row(cells, header, Place(shown, line)))
    return records, problems


def _parse(text: str, shown: str) -> tuple[list[tuple[int, list[str]]], list[Problem]]:
    """All records with the physical line they start on; stops at the first broken quote."""
    csv.field_size_limit(MAX_CELL)
    reader = csv.reader(_physical(text), strict=True)
    lines: list[tuple[int, list[str]]] = []
    start = 1
    try:
        for cells in reader:
            lines.append((start, cells))
            start = reader.line_num + 1
    except csv.Error as error:
        detail = str(error)
        if "field larger" in detail:
            message = Text(
                f"从此行起有超过 {MAX_CELL} 字的单元格，多半是引号没有闭合。",
                f"A cell that starts here exceeds {MAX_CELL} characters: most likely a quote is not closed.",
            )
        else:
            message = Text("从此行起引号没有正确闭合。", f"From this line on a quote is not closed rightly ({detail}).")
        return lines, [Problem(QUOTING, Place(shown, start), _line(text, start), message, PAIRED, QUOTING.tip)]
    return lines, []


def _physical(text: str) -> Iterator[str]:
    """Physical lines by LF alone: ``splitlines`` would also cut at vertical tabs and the like."""
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end + 1
        yield text[start:end]
        start = end


def _line(text: str, number: int) -> str:
    for index, line in enumerate(_physical(text), 1):
        if index == number:
            return line.rstrip("\n")[:80]
    return ""


def _columns(schema: TableSchema) -> Text:
    listed = ",".join(schema.columns)
    return Text(listed, listed)


def _header_problems(header: list[str], line: int, shown: str, schema: TableSchema) -> Iterator[Problem]:
    allowed = _columns(schema)
    if len(header) > MAX_COLUMNS:
        message = Text(f"表头有 {len(header)} 列。", f"The header has {len(header)} columns.")
        yield Problem(HEADER, Place(shown, line), str(len(header)), message, allowed, HEADER.tip)
        return
    for name in dict.fromkeys(header):
        if header.count(name) > 1:
            message = Text(
                f"列 {name} 出现 {header.count(name)} 次。", f"Column {name} stands {header.count(name)} times."
            )
            yield Problem(HEADER, Place(shown, line, name), name, message, allowed, HEADER.tip)
        if name not in schema.columns:
            near = difflib.get_close_matches(name, schema.columns, 1)
            fix = Text(f"改为 {near[0]}", f"Write {near[0]}") if near else HEADER.tip
            yield Problem(
                HEADER, Place(shown, line, name), name, Text("没有这一列。", "There is no such column."), allowed, fix
            )
    for name in schema.columns:
        if name not in header:
            message = Text(f"缺少列 {name}。", f"Column {name} is missing.")
            yield Problem(HEADER, Place(shown, line, name), "", message, allowed, HEADER.tip)
    if sorted(header) == sorted(schema.columns) and tuple(header) != schema.columns:
        message = Text("列的次序与模式不同。", "The columns stand in another order than the schema's.")
        yield Problem(COLUMN_ORDER, Place(shown, line), ",".join(header), message, allowed, COLUMN_ORDER.tip)


def _bad_row(cells: list[str], header: list[str], place: Place) -> Problem:
    if not any(cells):
        return Problem(BLANK, place, "", Text("这一行是空的。", "This row is blank."), fix=BLANK.tip)
    message = Text(
        f"这一行有 {len(cells)} 个单元格，表头有 {len(header)} 个。",
        f"The row has {len(cells)} cells, the header {len(header)}.",
    )
    allowed = Text(f"{len(header)} 个单元格", f"{len(header)} cells")
    return Problem(WIDTH, place, ",".join(cells)[:80], message, allowed, WIDTH.tip)
