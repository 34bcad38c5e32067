"""A report as text for a terminal: every problem with its place, what is allowed and what to type."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from zoneledger.problems import Problem, Report, Severity, Text

SHOWN_OF_A_KIND = 20

_WORDS = {
    "value": Text("值", "value"),
    "allowed": Text("允许", "allowed"),
    "fix": Text("改法", "fix"),
    Severity.ERROR: Text("错误", "error"),
    Severity.WARNING: Text("提醒", "warning"),
}


def lines(report: Report, lang: str) -> Iterator[str]:
    """The report line by line.

    Args:
        report: what was found.
        lang: ``zh`` or ``en``.

    Yields:
        Problems in file order; beyond twenty of one kind only their number, said aloud, then a summary.
    """
    shown: Counter[str] = Counter()
    for problem in report.problems:
        shown[problem.rule.code] += 1
        if shown[problem.rule.code] <= SHOWN_OF_A_KIND:
            yield from _problem(problem, lang)
    for code, count in sorted(shown.items()):
        if count > SHOWN_OF_A_KIND:
            more = count - SHOWN_OF_A_KIND
            yield Text(f"……另有 {more} 处 {code} 未列出。", f"… and {more} more of {code}, not listed.").of(lang)
    errors, warnings = len(report.errors), len(report.warnings)
    counted = f"{errors} error{'s' * (errors != 1)}, {warnings} warning{'s' * (warnings != 1)}."
    yield Text(f"{errors} 个错误，{warnings} 个提醒。", counted).of(lang)


def _problem(problem: Problem, lang: str) -> Iterator[str]:
    place = problem.place
    where = ":".join(filter(None, [place.file, str(place.line) if place.line else "", place.column]))
    yield f"{where} {_WORDS[problem.rule.severity].of(lang)} [{problem.rule.code}] {problem.message.of(lang)}"
    details = {"value": visible(problem.value), "allowed": problem.allowed.of(lang), "fix": problem.fix.of(lang)}
    for key, text in details.items():
        if text:
            yield f"    {_WORDS[key].of(lang)}: {_shorten(text)}"


def visible(value: str) -> str:
    """A value safe to print: line breaks and unprintable characters are spelled out."""
    return "".join(char if char.isprintable() else f"\\u{ord(char):04x}" for char in value)


def _shorten(text: str) -> str:
    return text if len(text) <= 400 else text[:400] + "…"
