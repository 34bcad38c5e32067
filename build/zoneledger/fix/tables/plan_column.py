"""The plan's id as a column, as published files have it; in the plan's folder it says nothing new."""

from __future__ import annotations

from zoneledger.catalogue.header import HEADER as RULE
from zoneledger.fix.sheet import Sheet
from zoneledger.problems import Text

__all__ = ["RULE", "mend"]


def mend(sheet: Sheet) -> None:
    """Drops it where every row names this very plan; otherwise rows of another plan are in the file, and it stays."""
    for field in sheet.schema.fields:
        if not field.from_folder or sheet.header.count(field.name) != 1:
            continue
        index = sheet.header.index(field.name)
        if any(line.cells[index : index + 1] not in ([sheet.plan_id], [""]) for line in sheet.lines):
            continue
        del sheet.header[index]
        for line in sheet.lines:
            del line.cells[index]
        message = Text(f"删去 {field.name} 一列：文件夹名已写明计划。", f"Dropped {field.name}: the folder names the plan.")
        sheet.done(RULE, 1, message, (field.name, "", ""))
