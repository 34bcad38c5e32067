"""Reads by when a figure is due.

A stated deadline is the date that governs the figure: the last one before it in its sentence that is no start or base of a
comparison, else the first one after it up to the next comma, else the last one before it in its section, else above it. A deadline taken
from the plan's period is its end, and the figure's sentence then names no date of its own. A derived one is the date of
its sentence, or one printed in the section, or the plan's end. A yearly figure has none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from zoneledger.audit import mentions
from zoneledger.audit.anchors import Spot
from zoneledger.audit.coverage import sentence
from zoneledger.audit.findings import at, write
from zoneledger.audit.mentions import Mention
from zoneledger.audit.sources import SourceText
from zoneledger.catalogue import Catalogue, Row
from zoneledger.problems import Problem, Rule, Text

RULE = Rule(
    "deadline-read",
    Text("期限由锚点所在的句子、章节或计划期读出", "A deadline follows from the anchor's sentence, its section or the plan's period"),
    Text(
        "核对日期；推算的期限记 derived，取自计划期末的记 plan_horizon。",
        "Compare the date; one worked out is derived, one taken from the plan's period is plan_horizon.",
    ),
)
_NO_DEADLINE_AFTER = re.compile(r"\s*(?:以后|以後|之后|起|的?基[础礎]|版|实际|同期|相比|增[长加])")
_NO_DEADLINE_BEFORE = re.compile(r"(?:比|较|較|自|从|從|对比|以)$")


def check(source: SourceText, catalogue: Catalogue, row: Row, spot: Spot) -> Iterator[Problem]:
    """What is wrong with a row's deadline."""
    basis, due = row["due_basis"], row.text("due")
    if not due:
        return
    own, near = _in_sentence(source, spot), _nearby(source, spot)
    end = horizon(catalogue, source.plan_id)
    if basis == "stated":
        governing = own or near
        if not any(mentions.same_date(due, date) for date in governing):
            yield _wrong(row, governing)
    elif basis == "plan_horizon":
        if own and not any(mentions.same_date(due, date) for date in own):
            yield _wrong(row, own)
        elif end and due != end:
            yield _wrong(row, [end])
    elif end and not any(mentions.same_date(due, date) for date in own or [*near, end]):
        yield _wrong(row, own or [*near, end])


def horizon(catalogue: Catalogue, plan_id: str) -> str:
    """The last year of a plan's period; where none is recorded, what most of its rows take for it; empty where none does."""
    end = str(catalogue.plan_files[plan_id].get("period", "")).split("/")[-1]
    taken = Counter(row.text("due") for row in catalogue.rows("targets", plan_id) if row["due_basis"] == "plan_horizon")
    return end or next((due for due, _ in taken.most_common(1)), "")


def _wrong(row: Row, dates: list[str]) -> Problem:
    shown = " / ".join(dict.fromkeys(dates)) or "—"
    message = Text(f"读出的日期是 {shown}。", f"The date read there is {shown}.")
    return at(row, RULE, "due", message, write(*dict.fromkeys(dates)) if dates else RULE.tip)


def _in_sentence(source: SourceText, spot: Spot) -> list[str]:
    low, high = sentence(spot.unit.text, spot.start, spot.end)
    dates = [mention for mention in _deadlines(source, spot) if low <= mention.start < high]
    before = [mention.date for mention in dates if mention.start < spot.end]
    comma = re.compile("[,，;；]|$").search(spot.unit.text, spot.end)
    after = [mention.date for mention in dates if comma and spot.end <= mention.start < comma.start()]
    return before[-1:] or after[:1]


def _nearby(source: SourceText, spot: Spot) -> list[str]:
    before = [mention.date for mention in _deadlines(source, spot) if mention.start < spot.end]
    if before:
        return before[-1:]
    for unit in source.outline.above(spot.unit):
        found = [mention.date for mention in _deadlines(source, Spot(unit, len(unit.text), len(unit.text)))]
        if found:
            return found[-1:]
    return []


def dates(source: SourceText, spot: Spot, bases: bool) -> list[Mention]:
    """The starts and bases of comparison that an anchor's sentence prints, or the dates that the anchor itself prints."""
    low, high = sentence(spot.unit.text, spot.start, spot.end) if bases else (spot.start, spot.end)
    found = source.mentions[source.outline.index(spot.unit)]
    return [item for item in found if item.date and low <= item.start < high and (not bases or _is_base(spot.unit.text, item))]


def year_before(source: SourceText, spot: Spot) -> str:
    """The year last named before an anchor in its section, which 7月底前 leaves out; empty where there is none."""
    found = source.mentions[source.outline.index(spot.unit)]
    years = [mention.date[:4] for mention in found if mention.start < spot.start and mention.date[:1].isdigit()]
    return years[-1] if years else ""


def _is_base(text: str, mention: Mention) -> bool:
    """Whether a date is where something starts or what it is compared with, and so no deadline."""
    return bool(_NO_DEADLINE_AFTER.match(text, mention.end) or _NO_DEADLINE_BEFORE.search(text, 0, mention.start))


def _deadlines(source: SourceText, spot: Spot) -> Iterator[Mention]:
    """The dates of a section's own text that may be deadlines."""
    text = spot.unit.text
    for mention in source.mentions[source.outline.index(spot.unit)]:
        if mention.date and not _is_base(text, mention) and text[max(0, mention.start - 1) : mention.start] != "(":
            yield mention
