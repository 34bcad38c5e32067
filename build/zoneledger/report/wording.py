"""The sentences that every format says of a report as a whole, and the words around a finding."""

from __future__ import annotations

from zoneledger.problems import Report, Severity, Text

VALUE = Text("值", "value")
ALLOWED = Text("允许", "allowed")
FIX = Text("改法", "fix")
SEVERITY = {Severity.ERROR: Text("错误", "error"), Severity.WARNING: Text("提醒", "warning")}
HELD_BACK = Text(
    "跨行、跨表的规则尚未运行：改正以上错误后再检查一次，可能还有发现。",
    "The rules between rows and tables have not run yet: mend the errors above and check again; there may be more.",
)


def counts(report: Report) -> Text:
    """How many errors and warnings there are."""
    errors, warnings = len(report.errors), len(report.warnings)
    counted = f"{errors} error{'s' * (errors != 1)}, {warnings} warning{'s' * (warnings != 1)}."
    return Text(f"{errors} 个错误，{warnings} 个提醒。", counted)


def more(code: str, number: int) -> Text:
    """How many of a kind are not listed."""
    return Text(f"……另有 {number} 处 {code} 未列出。", f"… and {number} more of {code}, not listed.")
