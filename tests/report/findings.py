"""Findings made up for the formats: every field as hostile as a dataset can make it."""

from __future__ import annotations

from zoneledger.problems import Place, Problem, Report, Rule, Severity, Text

ERROR = Rule("made-error", Text("虚构的错误, 甲: 乙", "an invented error, a: b"), Text("改正。", "Mend it."))
OTHER = Rule("made-other", Text("另一种错误", "another error"), Text("再改。", "Mend that too."))
WARNING = Rule(
    "made-warning", Text("虚构的提醒", "an invented warning"), Text("可改。", "Better so."), Severity.WARNING
)

HOSTILE = (
    "<script>alert(1)</script> </code></pre> | a | b |\n::error file=x::planted\r\n##[error]planted "
    "`tick` ```` fence\n````\n# heading\n@everyone #1 [x](http://evil.example/) https://evil.example "
    "100% %0A a:b,c \u202egnp.exe\u2066 \u200b\ufeff\x00\x1b[31m\u2028end"
)


def hostile(rule: Rule = ERROR) -> Problem:
    """A finding whose every field comes from somebody who means harm."""
    said = Text(f"中文 {HOSTILE}", f"English {HOSTILE}")
    return Problem(rule, Place(f"datasets/{HOSTILE}.csv", 7, HOSTILE), HOSTILE, said, said, said)


def many(rule: Rule, number: int, file: str = "a.csv") -> list[Problem]:
    return [
        Problem(rule, Place(file, line, "value"), str(line), rule.title, fix=rule.tip) for line in range(1, number + 1)
    ]


def report(*problems: Problem) -> Report:
    return Report.of(problems)
