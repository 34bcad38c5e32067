"""One table's file through all repairs, from its bytes to the bytes it should have."""

from __future__ import annotations

from pathlib import Path

from zoneledger.catalogue import TableSchema
from zoneledger.catalogue.decoding import refusal
from zoneledger.catalogue.header import HEADER, judge
from zoneledger.catalogue.parsing import QUOTING, SEPARATOR, SEPARATORS, parse, separator
from zoneledger.catalogue.reader import bad_row
from zoneledger.fix import restoring, tables
from zoneledger.fix.canonical import csv_bytes
from zoneledger.fix.cell_repairs import mend_cells
from zoneledger.fix.cells import numbers
from zoneledger.fix.committed import Committed, committed_text
from zoneledger.fix.decoding import Decoded, decode
from zoneledger.fix.findings import Outcome
from zoneledger.fix.sheet import Line, Sheet, as_text
from zoneledger.problems import Place, Problem, Text


def repair_table(
    outcome: Outcome, root: Path, schema: TableSchema, plan_id: str = "", restore: frozenset[str] = frozenset()
) -> None:
    """Works out what a table's file should hold; nothing is written.

    Args:
        outcome: the file, to be filled with its bytes before and after, and with what was done and what is left.
        root: the checkout's top folder.
        schema: the table's rules.
        plan_id: the plan whose folder it is in, if any.
        restore: columns whose lost values are taken from the last commit.
    """
    path, shown = outcome.path, outcome.file
    refused = refusal(path, shown, root)
    if refused is not None:
        outcome.left.append(refused)
        return
    outcome.before = outcome.after = path.read_bytes()
    known = committed_text(path)
    decoded = decode(outcome.before, shown, known)
    if isinstance(decoded, Problem):
        outcome.left.append(decoded)
        return
    sheet = _taken_apart(decoded, shown, schema, plan_id, Committed.of(known, schema))
    for shape in tables.SHAPES if not sheet.left else ():
        shape.mend(sheet)
    sheet.left += _unfit(sheet) if not sheet.left else []
    if sheet.left:  # without sound columns nothing else is certain: the file stays as it is
        outcome.left = sheet.left
        return
    for table in tables.BEFORE_CELLS:
        table.mend(sheet)
    restoring.restore_empty(sheet, restore)
    mend_cells(sheet, restore)
    if sheet.delimiter != "," and any(problem.message == numbers.COMMA.message for problem in sheet.left):
        # Once commas separate the cells, 1,200 would pass for twelve hundred: the file stays until that is settled.
        outcome.left = sheet.left
        return
    for table in tables.AFTER_CELLS:
        table.mend(sheet)
    outcome.after = csv_bytes(schema, (sheet.cells(line) for line in sheet.lines))
    outcome.repairs, outcome.left = sheet.repairs, sheet.left


def _taken_apart(decoded: Decoded, shown: str, schema: TableSchema, plan_id: str, committed: Committed) -> Sheet:
    text, first = decoded.text, 1
    mark = separator(text, schema)
    sheet = Sheet(shown, schema, plan_id, [], [], committed, mark, decoded.from_spreadsheet, list(decoded.repairs))
    if text[:4].lower() == "sep=":
        text, first = text.partition("\n")[2], 2
    if mark != "," or first == 2:
        name = SEPARATORS.get(mark, Text(f"“{mark}”", f"“{mark}”"))
        message = Text(f"{name.zh}改为逗号。", f"Replaced {name.en} by commas.")
        if mark == ",":
            message = Text("删去首行 sep=。", "Dropped the first line, sep=.")
        sheet.done(SEPARATOR, 1, message)
        sheet.from_spreadsheet = True
    records, broken = parse(text, shown, mark)
    if broken or not records:
        sheet.left += broken or [_empty(shown, schema)]
        return sheet
    (_, header), *rest = records
    sheet.header = header
    sheet.lines = [Line(number + first - 1, cells) for number, cells in rest]
    if as_text(sheet.header, sheet.lines, mark) != text:
        sheet.done(QUOTING, 1, Text("引号改为只在需要时使用。", "Left quotes only where a cell needs them."))
    return sheet


def _unfit(sheet: Sheet) -> list[Problem]:
    """Why the lines do not have the schema's columns."""
    wrong = judge(sheet.header, 1, sheet.shown, sheet.schema)
    if wrong is not None and wrong.rule is HEADER:
        return [wrong]
    width = len(sheet.header)
    return [
        bad_row(line.cells, sheet.header, Place(sheet.shown, line.number), sheet.schema)
        for line in sheet.lines
        if len(line.cells) != width
    ]


def _empty(shown: str, schema: TableSchema) -> Problem:
    listed = ",".join(schema.columns)
    return Problem(
        HEADER, Place(shown, 1), "", Text("文件是空的。", "The file is empty."), Text(listed, listed), HEADER.tip
    )
