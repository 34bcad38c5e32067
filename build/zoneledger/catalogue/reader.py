"""CSV text to rows that know their physical line, strictly: nothing is guessed, padded or dropped."""

from __future__ import annotations

from collections.abc import Sequence

from zoneledger.catalogue.cells import places
from zoneledger.catalogue.decoding import run_fix
from zoneledger.catalogue.header import HEADER, judge
from zoneledger.catalogue.parsing import parse, separator, split, wrong_separator
from zoneledger.catalogue.records import FileRows
from zoneledger.catalogue.schemas import TableSchema
from zoneledger.catalogue.shifted_row import first_misfit
from zoneledger.problems import Place, Problem, Rule, Text

WIDTH = Rule(
    "row-width",
    Text("每行的单元格数与表头相同", "A row has as many cells as the header"),
    Text(
        "检查多出或缺少的逗号；含逗号的文字要加双引号。",
        "Look for a missing or extra comma; quote text that holds one.",
    ),
    why=Text(
        "多一个或少一个逗号，其后的值都会落到旁边的列里。",
        "One comma too many or too few moves every later value into its neighbour's column.",
    ),
)
BLANK = Rule(
    "row-blank",
    Text("没有空行", "No row is blank"),
    Text("删去空行，或运行 zoneledger fix。", "Delete the blank row, or run zoneledger fix."),
    why=Text(
        "空行不说明任何事实，却会让行号与所见不符。",
        "A blank row states nothing and makes line numbers differ from what one sees.",
    ),
)


def read_csv(text: str, shown: str, schema: TableSchema, plan_id: str = "") -> tuple[FileRows | None, list[Problem]]:
    """Reads one table's file.

    Args:
        text: what stands in it, with LF line ends.
        shown: its name in messages, from the repository's root.
        schema: the table's rules, for the header.
        plan_id: the plan whose folder it is in, if any.

    Returns:
        The rows that could be read, each with as many cells as the header, or None; and the problems found.
    """
    lines, rows = split(text)
    if rows and rows[0] == schema.columns and _even(rows):
        return FileRows(shown, plan_id, places(schema.columns), lines[1:], rows[1:]), []
    return _explained(text, shown, schema, plan_id)


def _even(rows: Sequence[Sequence[str]]) -> bool:
    """Whether all rows are as wide as the first one and none is blank."""
    return len(set(map(len, rows))) == 1 and all(map(any, rows))


def _explained(text: str, shown: str, schema: TableSchema, plan_id: str) -> tuple[FileRows | None, list[Problem]]:
    """The rows of a text that may have faults, and a word for each of them."""
    mark = separator(text, schema)
    if mark != ",":
        return None, [wrong_separator(mark, shown, text.partition("\n")[0])]
    lines, problems = parse(text, shown)
    if not lines:
        listed = ",".join(schema.columns)
        message = Text("文件是空的。", "The file is empty.")
        return None, [*problems, Problem(HEADER, Place(shown, 1), "", message, Text(listed, listed), HEADER.tip)]
    header_line, header = lines[0]
    wrong = judge(header, header_line, shown, schema)
    problems += [wrong] if wrong else []
    if wrong and wrong.rule is HEADER:
        return None, problems
    kept = []
    for line, cells in lines[1:]:
        if len(cells) == len(header) and any(cells):
            kept.append((line, cells))
        else:
            problems.append(bad_row(cells, header, Place(shown, line), schema))
    numbers, rows = [line for line, _ in kept], [tuple(cells) for _, cells in kept]
    return FileRows(shown, plan_id, places(tuple(header)), numbers, rows), problems


def bad_row(cells: list[str], header: list[str], place: Place, schema: TableSchema) -> Problem:
    """What is wrong with a record that is blank or has not as many cells as the header."""
    if not any(cells):
        message = Text("这一行是空的。", "This row is blank.")
        return Problem(BLANK, place, ",".join(cells), message, fix=run_fix(place.file))
    message = Text(
        f"这一行有 {len(cells)} 个单元格，表头有 {len(header)} 个。",
        f"The row has {len(cells)} cells, the header {len(header)}.",
    )
    allowed = Text(f"{len(header)} 个单元格", f"{len(header)} cells")
    misfit = first_misfit(cells, header, schema)
    if misfit is None:
        return Problem(WIDTH, place, ",".join(cells)[:80], message, allowed, WIDTH.tip)
    column, cell = misfit
    fix = Text(
        f"从 {column} 一列起对不上（那里是“{cell[:20]}”）：看它和它左边的逗号，是多、是少，还是写成了“，”。{WIDTH.tip.zh}",
        f"From column {column} on the cells do not fit (“{cell[:20]}” stands there): look for the comma there or to "
        f"its left, too many, missing, or typed as “，”. {WIDTH.tip.en}",
    )
    return Problem(WIDTH, place, ",".join(cells)[:80], message, allowed, fix)
