"""Takes a column's committed values back, on demand: what a spreadsheet destroyed, git still knows."""

from __future__ import annotations

from zoneledger.fix.sheet import Sheet
from zoneledger.problems import Rule, Text

RULE = Rule(
    "column-restored",
    Text("按要求从上次提交恢复", "Restored from the last commit, as asked"),
    Text("无需改动。", "Nothing to do."),
)


def restore_tip(shown: str, column: str) -> Text:
    """The command that restores a column of a file."""
    command = f"zoneledger fix {shown} --restore {column}"
    return Text(f"运行 {command}", f"Run {command}")


def restore_empty(sheet: Sheet, columns: frozenset[str]) -> None:
    """Fills the empty cells of the columns named from the last commit, in the rows that git knows."""
    for line, row in sheet.known():
        cells = sheet.cells(line)
        for column in sheet.header:
            if column in columns and not cells[column].strip() and row[column]:
                sheet.set(line, column, row[column])
                sheet.done(RULE, line.number, cell=(column, cells[column], row[column]))
