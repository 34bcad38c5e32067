"""A column that lost all its values: a slip in a spreadsheet leaves every row sound and the column gone."""

from __future__ import annotations

from zoneledger.fix.restoring import restore_tip
from zoneledger.fix.sheet import Sheet
from zoneledger.problems import Place, Problem, Rule, Text

RULE = Rule(
    "column-emptied",
    Text("没有一列失去全部取值", "No column has lost all its values"),
    Text("从上次提交恢复该列。", "Restore the column from the last commit."),
)

#: Fewer values may have been deleted on purpose.
FEWEST = 3


def mend(sheet: Sheet) -> None:
    """Tells of columns that git knows filled and that are wholly empty now, and of required columns without a value."""
    known = sheet.known()
    for index, name in enumerate(sheet.header):
        if not sheet.lines or any(line.cells[index] for line in sheet.lines):
            continue
        lost = sum(bool(row[name]) for _, row in known)
        required = sheet.schema.by_name[name].required
        if lost < FEWEST and not (required and (lost or len(sheet.lines) >= FEWEST)):
            continue
        if lost:
            message = Text(
                f"此列已空；上次提交时，这些行里有 {lost} 行填了它。",
                f"The column is empty; in the last commit {lost} of these rows had it filled.",
            )
            fix = restore_tip(sheet.shown, name)
        else:
            message = Text("必填的列全空。", "A required column is wholly empty.")
            fix = Text("照原文填写。", "Fill it from the source.")
        sheet.left.append(Problem(RULE, Place(sheet.shown, 1, name), "", message, fix=fix))
