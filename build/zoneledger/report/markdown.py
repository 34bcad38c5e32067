"""A report as Markdown for a step summary: a table of the rules broken, then the findings of each.

What comes from a dataset stands in fenced blocks only, where nothing is a link, a mention, a tag or a table.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from zoneledger.problems import Problem, Report, Rule, Text
from zoneledger.report import text, wording
from zoneledger.report.selection import select
from zoneledger.report.setting import Setting

SHOWN_OF_A_KIND = 20
#: GitHub refuses a step summary of more than 1 MiB, the whole of it.
MOST_BYTES = 900_000


def lines(report: Report, setting: Setting) -> Iterator[str]:
    """The summary line by line; what is left out is said, by kind."""
    lang = setting.lang
    yield Text("## 检查结果", "## What the check found").of(lang)
    yield ""
    yield wording.counts(report).of(lang)
    if report.held_back:
        yield ""
        yield wording.HELD_BACK.of(lang)
    if not report.problems:
        return
    yield from _table(report, setting)
    listed, left = select(report.problems, SHOWN_OF_A_KIND, len(report.problems))
    by_code: dict[str, list[Problem]] = {}
    for problem in listed:
        by_code.setdefault(problem.rule.code, []).append(problem)
    used = 0
    for code in sorted(by_code):
        section = list(_section(by_code[code], left[code], setting))
        used += sum(len(line.encode("utf-8", "replace")) + 1 for line in section)
        if used > MOST_BYTES:
            yield ""
            yield Text(
                f"**内容过长，{code} 及其后各项未列出；请在本机运行 zoneledger check。**",
                f"**Too long: {code} and what follows are not listed. Run zoneledger check yourself to see them.**",
            ).of(lang)
            return
        yield from section


def _table(report: Report, setting: Setting) -> Iterator[str]:
    rules = {problem.rule.code: problem.rule for problem in report.problems}
    numbers = Counter(problem.rule.code for problem in report.problems)
    yield ""
    yield Text("| 规则 | 内容 | 级别 | 处数 |", "| Rule | What it says | Severity | Found |").of(setting.lang)
    yield "| --- | --- | --- | ---: |"
    for code in sorted(rules):
        severity = wording.SEVERITY[rules[code].severity].of(setting.lang)
        title = rules[code].title.of(setting.lang).replace("|", "\\|")
        yield f"| {_linked(rules[code], setting)} | {title} | {severity} | {numbers[code]} |"


def _section(problems: Sequence[Problem], left: int, setting: Setting) -> Iterator[str]:
    rule = problems[0].rule
    told = [line for problem in problems for line in text.one(problem, setting.lang)]
    longest = max((len(run) for line in told for run in re.findall("`+", line)), default=0)
    fence = "`" * max(3, longest + 1)
    yield ""
    yield f"### {_linked(rule, setting)}"
    yield ""
    yield f"{fence}text"
    yield from told
    yield fence
    if left:
        yield ""
        yield wording.more(rule.code, left).of(setting.lang)


def _linked(rule: Rule, setting: Setting) -> str:
    page = setting.page(rule.code)
    return f"[`{rule.code}`]({page})" if page else f"`{rule.code}`"
