"""Dates that a row gives as printed stand at its anchor or near it: the year, and the month and day where it has them.

The deadline of a target is read from its clause (``reading.deadline``). A start or base of comparison is the date that its
sentence marks as one; a milestone's date is the one its own anchor prints.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from zoneledger.audit import anchors, mentions
from zoneledger.audit.anchors import Spot
from zoneledger.audit.findings import Finding, at, write
from zoneledger.audit.reading import deadline
from zoneledger.audit.sources import SourceText
from zoneledger.catalogue import Catalogue, Row
from zoneledger.problems import Problem, Rule, Text

RULE = Rule(
    "date-printed",
    Text("写明的日期印在该处或其上级章节", "A stated date is printed at the anchor's section or above it"),
    Text(
        "改成此处或上级章节印的日期；不是照录而是推算的，依据改记 derived。",
        "Write the date printed here or above; where it was worked out and not copied, its basis is derived.",
    ),
)

# 十三五 and its like name the five years that end in these.
_PLAN_YEARS = {"十二五": "2015", "十三五": "2020", "十四五": "2025", "十五五": "2030"}


def check(source: SourceText, catalogue: Catalogue) -> Iterator[Finding]:
    """Baselines and starts of targets, and dates of milestones and projects."""
    for row in catalogue.rows("targets", source.plan_id):
        yield from _finding(source, "targets", row, ["effective_from", "baseline"])
    for table in ("milestones", "projects"):
        for row in catalogue.rows(table, source.plan_id):
            yield from _finding(source, table, row, ["due"])


def _finding(source: SourceText, table: str, row: Row, columns: list[str]) -> Iterator[Finding]:
    filled = [column for column in columns if row[column] is not None]
    spot = anchors.locate(source, row) if filled else None
    if spot is None or isinstance(spot, Problem):
        return
    nearby = "\n".join([spot.unit.text, *(unit.text for unit in source.outline.above(spot.unit))])
    yield Finding(table, row, tuple(problem for column in filled for problem in _problems(source, row, column, spot, nearby)))


def _problems(source: SourceText, row: Row, column: str, spot: Spot, nearby: str) -> Iterator[Problem]:
    marked = [mention.date for mention in deadline.dates(source, spot, bases=column != "due")]
    if marked:
        year = deadline.year_before(source, spot)
        marked = [date.replace("-", year, 1) if date.startswith("-") and year else date for date in marked]
        if not any(_is(row.text(column), date, nearby) for date in marked):
            message = Text(f"此处印的是 {' / '.join(marked)}。", f"Here {' / '.join(marked)} is printed.")
            yield at(row, RULE, column, message, write(*marked))
        return
    for part in _unprinted(row.text(column), nearby):
        yield at(row, RULE, column, Text(f"该节及其上级没有印 {part}。", f"Neither the section nor those above it print {part}."))


def _is(stored: str, printed: str, nearby: str) -> bool:
    """Whether a stored date is a printed one, or it and a month or day that stand beside it."""
    return mentions.same_date(stored, printed) or (stored.startswith(f"{printed}-") and not _unprinted(stored, nearby))


def _unprinted(date: str, text: str) -> list[str]:
    """The parts of an EDTF date that a text does not print."""
    year, *rest = date.split("-")
    named = any(name in text for name, last in _PLAN_YEARS.items() if last == year)
    # EDTF writes 20XX for the 20xx of a source that blanks its years.
    missing = [] if named or year.lower() in text.lower() else [year]
    for part, mark in zip(rest, ("月", "[日号號]"), strict=False):
        if not re.search(rf"(?<![1-9]){int(part)}{mark}", text) and not _glued(year, int(part), mark, text):
            missing.append(f"{int(part)}{mark.strip('[]')[0]}")
    return missing


def _glued(year: str, part: int, mark: str, text: str) -> bool:
    """Whether a lost 年 leaves year and month in one run of digits (20229月底)."""
    return re.search(rf"{year}{part}{mark}", text) is not None
