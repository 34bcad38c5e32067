"""A report as annotations of GitHub Actions: each finding beside the line of the change it is about.

The runner takes a line that begins with ``::`` for an order, and shows ten errors and ten warnings a step.
Form and escapes: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from zoneledger.problems import Problem, Report, Text
from zoneledger.report import wording
from zoneledger.report.printable import safe, visible
from zoneledger.report.selection import select
from zoneledger.report.setting import Setting

#: What GitHub shows of one severity in one step; more are dropped without a word.
SHOWN = 10


def lines(report: Report, setting: Setting) -> Iterator[str]:
    """One order to the runner a finding, ten of each severity at most; then what is not annotated; a summary."""
    for problems in (report.errors, report.warnings):
        yield from _annotations(problems, setting)
    if report.held_back:
        yield wording.HELD_BACK.of(setting.lang)
    yield wording.counts(report).of(setting.lang)


def _annotations(problems: Sequence[Problem], setting: Setting) -> Iterator[str]:
    listed, left = select(problems, SHOWN, SHOWN)
    for problem in listed:
        yield _annotation(problem, setting)
    if left:
        kind = wording.SEVERITY[problems[0].rule.severity].of(setting.lang)
        codes = ", ".join(f"{code} {number}" for code, number in sorted(left.items()))
        told = Text(
            f"{kind}共 {len(problems)} 处，只在文件中标出 {len(listed)} 处。未标出：{codes}。",
            f"{len(problems)} of severity {kind}, only {len(listed)} marked in the files. Not marked: {codes}.",
        )
        yield f"::notice title=ZoneLedger::{_data(told.of(setting.lang))}"


def _annotation(problem: Problem, setting: Setting) -> str:
    lang, rule, place = setting.lang, problem.rule, problem.place
    properties = {"file": visible(place.file)}
    if place.line:
        properties["line"] = str(place.line)
    properties["title"] = f"{rule.code}: {rule.title.of(lang)}"
    told = [safe(problem.message.of(lang), lang)]
    details = (
        (Text("列", "column"), place.column),
        (wording.VALUE, problem.value),
        (wording.ALLOWED, problem.allowed.of(lang)),
        (wording.FIX, problem.fix.of(lang)),
    )
    told += [f"{word.of(lang)}: {safe(said, lang)}" for word, said in details if said]
    told.append(setting.page(rule.code) or f"zoneledger explain {rule.code}")
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{rule.severity.value} {listed}::" + _data("\n".join(told))


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
