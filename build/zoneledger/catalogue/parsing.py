"""Text to lines of cells, strictly; and the word for a file whose cells are not separated by commas."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from itertools import compress
from operator import not_

from zoneledger.catalogue.decoding import SIZE, run_fix
from zoneledger.catalogue.schemas import TableSchema
from zoneledger.problems import Place, Problem, Rule, Text

# A cell longer than this is a swallowed file or a paste by mistake, never a value.
MAX_CELL = 20_000
# Nor is a line longer than this a row, or a table of more rows than this one plan's: both would fill the memory.
MAX_LINE = 1_000_000
MAX_ROWS = 20_000

QUOTING = Rule(
    "file-quoting",
    Text("引号必须成对，逗号分隔", "Quotes come in pairs, commas separate"),
    Text(
        '含逗号、引号或换行的单元格用双引号括起，其中的双引号写两次（""）。',
        'A cell with a comma, quote or line break stands in double quotes; a double quote in it is written twice ("").',
    ),
    why=Text(
        "少一个引号，后面的许多行会被吞进同一个单元格。",
        "One missing quote swallows the rows that follow into a single cell.",
    ),
)
SEPARATOR = Rule(
    "file-separator",
    Text("单元格以逗号分隔", "Commas separate the cells"),
    Text("运行 zoneledger fix。", "Run zoneledger fix."),
    why=Text(
        "有的表格软件按地区设置用分号或制表符保存；不先认出来，每一行都会成为一个单元格。",
        "In some regions spreadsheets save with semicolons or tabs; taken for commas, every row would be a single cell.",
    ),
)
SEPARATORS = {
    ";": Text("分号", "semicolons"),
    "\t": Text("制表符", "tabs"),
}

PAIRED = Text("成对的双引号", "double quotes in pairs")


def parse(text: str, shown: str, delimiter: str = ",") -> tuple[list[tuple[int, list[str]]], list[Problem]]:
    """Splits a text into records.

    Args:
        text: the file's text with LF line ends.
        shown: its name in messages.
        delimiter: what separates the cells.

    Returns:
        Each record with the physical line it starts on, up to the first broken quote, and that fault.
    """
    csv.field_size_limit(MAX_CELL)
    reader = csv.reader(_physical(text), strict=True, delimiter=delimiter)
    lines: list[tuple[int, list[str]]] = []
    start = 1
    try:
        for cells in reader:
            if len(lines) > MAX_ROWS:
                message = Text(f"表格超过 {MAX_ROWS} 行。", f"The table has more than {MAX_ROWS} rows.")
                return lines, [Problem(SIZE, Place(shown, start), "", message, fix=SIZE.tip)]
            lines.append((start, cells))
            start = reader.line_num + 1
    except csv.Error as error:
        detail = str(error)
        if detail == _LONG_LINE:
            message = Text(f"这一行超过 {MAX_LINE} 字。", f"This line exceeds {MAX_LINE} characters.")
            return lines, [Problem(SIZE, Place(shown, start), "", message, fix=SIZE.tip)]
        if "field larger" in detail:
            message = Text(
                f"从此行起有超过 {MAX_CELL} 字的单元格，多半是引号没有闭合。",
                f"A cell that starts here exceeds {MAX_CELL} characters: most likely a quote is not closed.",
            )
        else:
            message = Text("从此行起引号没有正确闭合。", f"From this line on a quote is not closed rightly ({detail}).")
        return lines, [Problem(QUOTING, Place(shown, start), _line(text, start), message, PAIRED, QUOTING.tip)]
    return lines, []


def split(text: str) -> tuple[range, list[tuple[str, ...]]]:
    """Splits a text of one record a line, as nearly all are, at the speed of the library alone, or a little faster.

    Args:
        text: the file's text with LF line ends.

    Returns:
        The physical lines and the records; none at all where the text has faults or bounds to be told of, or a record
        of several lines: ``parse`` reads those.
    """
    if len(text) > MAX_LINE:
        return range(0), []
    lines = text.split("\n")
    if not lines[-1]:
        lines.pop()  # what follows the last line's end
    if len(lines) > MAX_ROWS + 1:
        return range(0), []
    # three lines of four have no quotes, and then every comma separates
    plain = [0 < len(line) <= MAX_CELL and '"' not in line for line in lines]
    csv.field_size_limit(MAX_CELL)
    reader = csv.reader(compress(lines, map(not_, plain)), strict=True)
    try:
        records = [tuple(line.split(",") if free else next(reader)) for line, free in zip(lines, plain, strict=True)]
    except (csv.Error, StopIteration):  # at its end before the lines are: a record had taken more than one
        return range(0), []
    return range(1, len(records) + 1), records


def separator(text: str, schema: TableSchema) -> str:
    """What separates the cells: the mark that cuts the first line into most of the schema's columns; else a comma."""
    first = text.partition("\n")[0].replace('"', "")
    if first.lower().startswith("sep=") and len(first) == 5:  # a line that Excel reads and does not show
        return first[4]
    known = {
        mark: len(set(schema.by_name) & {name.strip() for name in first.split(mark)}) for mark in (",", *SEPARATORS)
    }
    return max(known, key=lambda mark: known[mark])


def wrong_separator(mark: str, shown: str, header: str) -> Problem:
    """The one problem of a file whose cells something else separates.

    Args:
        mark: what separates them.
        shown: the file's name in messages.
        header: its first line.
    """
    name = SEPARATORS.get(mark, Text(f"“{mark}”", f"“{mark}”"))
    message = Text(
        f"单元格以{name.zh}分隔；表格软件在一些地区设置下如此保存。",
        f"Its cells are separated by {name.en}, as spreadsheets save them under some regional settings.",
    )
    return Problem(SEPARATOR, Place(shown, 1), header[:80], message, Text("逗号", "commas"), run_fix(shown))


def _physical(text: str) -> Iterator[str]:
    """Physical lines by LF alone: ``splitlines`` would also cut at vertical tabs and the like."""
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end + 1
        if end - start > MAX_LINE:
            raise csv.Error(_LONG_LINE)
        yield text[start:end]
        start = end


_LONG_LINE = "a line that is too long"


def _line(text: str, number: int) -> str:
    for index, line in enumerate(_physical(text), 1):
        if index == number:
            return line.rstrip("\n")[:80]
    return ""
