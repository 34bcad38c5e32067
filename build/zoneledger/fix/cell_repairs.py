"""Every cell of a sheet through the repairs of cells, until none of them has anything to add."""

from __future__ import annotations

from zoneledger.fix import cells, restoring
from zoneledger.fix.findings import Answer, Cell, Doubt
from zoneledger.fix.sheet import Sheet
from zoneledger.problems import NOTHING, Place, Problem, Rule, Text

#: No cell needs more rounds; one that does is left as the last round left it.
_ROUNDS = 12


def mend_cells(sheet: Sheet, restore: frozenset[str]) -> None:
    """Repairs what is certain in every cell and notes what is not.

    Args:
        sheet: the file.
        restore: columns in which a cell in doubt takes the value it had in the last commit.
    """
    judged: dict[tuple[str, str, str | None], tuple[str, Rule | None, Doubt | None]] = {}
    for line in sheet.lines:
        row = sheet.committed.row(sheet.cells(line))
        for index, column in enumerate(sheet.header):
            value = line.cells[index]
            committed = row[column] if row is not None else None
            if not value:
                continue
            key = (column, value, committed)
            if key not in judged:
                judged[key] = _judge(Cell(value, sheet.schema.by_name[column], committed, sheet.delimiter))
            after, rule, doubt = judged[key]
            if rule is not None and doubt is not None and column in restore and committed is not None:
                after, rule, doubt = committed, restoring.RULE, None
            if rule is not None and after != value:
                line.cells[index] = after
                sheet.done(rule, line.number, cell=(column, value, after))
            if doubt is not None and rule is not None:
                place = Place(sheet.shown, line.number, column)
                sheet.left.append(_left(place, after, committed or "", doubt, rule))


def _judge(cell: Cell) -> tuple[str, Rule | None, Doubt | None]:
    """The cell after its repairs, the rule that changed it last or is in doubt about it, and that doubt."""
    value, rule = cell.value, None
    for _ in range(_ROUNDS):
        found, answer = _first_answer(Cell(value, cell.field, cell.committed, cell.delimiter))
        if isinstance(answer, Doubt):
            return value, found, answer
        if answer is None:
            break
        value, rule = answer.value, found
    return value, rule, None


def _first_answer(cell: Cell) -> tuple[Rule | None, Answer]:
    """What the first repair with an answer says; each change is looked at by all of them again."""
    for repair in cells.REPAIRS:
        answer = repair.mend(cell)
        if answer is not None:
            return repair.RULE, answer
    return None, None


def _left(place: Place, value: str, committed: str, doubt: Doubt, rule: Rule) -> Problem:
    """The doubt as a problem, with the committed value beside it where git knows one."""
    allowed, fix = doubt.allowed, rule.tip
    if committed and committed != value:
        known = Text(f"上次提交时为 {committed}", f"committed last: {committed}")
        allowed = known if allowed == NOTHING else Text(f"{allowed.zh}；{known.zh}", f"{allowed.en}; {known.en}")
        tip = restoring.restore_tip(place.file, place.column)
        fix = Text(f"{fix.zh}要用上次提交的值：{tip.zh}", f"{fix.en} To take the committed value: {tip.en}")
    return Problem(rule, place, value, doubt.message, allowed, fix)
