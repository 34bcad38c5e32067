"""A report as text for a terminal: every problem with its place, what is allowed and what to type."""

from __future__ import annotations

from collections.abc import Iterator

from zoneledger.problems import Problem, Report, Text
from zoneledger.report import wording
from zoneledger.report.printable import safe, visible
from zoneledger.report.selection import select
from zoneledger.report.setting import Setting

SHOWN_OF_A_KIND = 20


def lines(report: Report, setting: Setting) -> Iterator[str]:
    """The report line by line.

    Args:
        report: what was found.
        setting: the language, and where the rules' pages are.

    Yields:
        Problems in file order; beyond twenty of one kind only their number, said aloud; where each rule is
        explained; a summary.
    """
    lang = setting.lang
    listed, left = select(report.problems, SHOWN_OF_A_KIND, len(report.problems))
    for problem in listed:
        yield from one(problem, lang)
    for code, number in sorted(left.items()):
        yield wording.more(code, number).of(lang)
    yield from _pages(report, setting)
    if report.held_back:
        yield wording.HELD_BACK.of(lang)
    yield wording.counts(report).of(lang)


def one(problem: Problem, lang: str) -> Iterator[str]:
    """One problem: a line with its place, rule and message, then what stands there, what may, and what to type."""
    place = problem.place
    where = ":".join(filter(None, [place.file, str(place.line) if place.line else "", place.column]))
    severity = wording.SEVERITY[problem.rule.severity].of(lang)
    yield f"{visible(where)} {severity} [{problem.rule.code}] {safe(problem.message.of(lang), lang)}"
    details = (
        (wording.VALUE, problem.value),
        (wording.ALLOWED, problem.allowed.of(lang)),
        (wording.FIX, problem.fix.of(lang)),
    )
    for word, said in details:
        if said:
            yield f"    {word.of(lang)}: {safe(said, lang)}"


def _pages(report: Report, setting: Setting) -> Iterator[str]:
    codes = sorted({problem.rule.code for problem in report.problems})
    if not codes:
        return
    if not setting.site_url:
        listed = ", ".join(codes)
        yield Text(
            f"规则说明：zoneledger explain <规则>（{listed}）", f"Rules: zoneledger explain <rule> ({listed})"
        ).of(setting.lang)
        return
    yield Text(
        "规则说明（离线可用 zoneledger explain <规则>）：", "The rules (offline: zoneledger explain <rule>):"
    ).of(setting.lang)
    for code in codes:
        yield f"    {code}: {setting.page(code)}"
