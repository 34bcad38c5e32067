"""The figures that no row carries are each excluded by name; what is left is open, and an audit with open figures fails."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from zoneledger.audit import anchors, coverage, mentions
from zoneledger.audit.anchors import Spot
from zoneledger.audit.coverage import EXCLUSIONS, Coverage, Key
from zoneledger.audit.findings import Finding, at
from zoneledger.audit.mentions import Mention
from zoneledger.audit.outline import Unit
from zoneledger.audit.receipts import Figures
from zoneledger.audit.sources import SourceText
from zoneledger.catalogue import Catalogue, Row
from zoneledger.problems import NOTHING, Place, Problem, Rule, Text

OPEN = Rule(
    "figure-open",
    Text("原文的每个数字都已录入，或列入排除", "Every figure of the text is in a row or excluded by name"),
    Text(
        "录入目标等表；不构成一行的，在 exclusions.csv 写明原因。",
        "Enter it in a table; what makes no row goes into exclusions.csv with its reason.",
    ),
    why=Text(
        "漏掉的数字比录错的更难发现。逐个清点，才敢说一份计划已经录完。",
        "A missed figure is harder to notice than a wrong one. Only by counting every one can a plan be called "
        "complete.",
    ),
)
STALE = Rule(
    "exclusion-stale",
    Text("排除所指的是一个无行记录的数字，原因相合", "An exclusion points at a figure that no row carries, for a reason that fits"),
    Text("删去该行，或改正其位置与原因。", "Delete the row, or mend where it points and why."),
)

#: A fragment in a message is no longer than this.
_SHOWN = 40
_BESIDE = 4
#: What makes a number a stretch of time.
_PERIOD = re.compile("[个個]?[年月周天日]")
_MARKS = "，,。；;：:、！!？?（()）“”\"《》〔〕\n \u3000"


@dataclass(frozen=True)
class OpenFigure:
    """A figure that no row carries and no exclusion names.

    Args:
        unit: the section in whose own text it stands.
        mention: the figure.
        line: the row of ``exclusions.csv`` that would name it, its reason left to whoever reads the spot.
    """

    unit: Unit
    mention: Mention
    line: str

    @property
    def fragment(self) -> str:
        """The words around it, at most 40 characters."""
        low, high = coverage.sentence(self.unit.text, self.mention.start, self.mention.end)
        room = max(0, _SHOWN - (self.mention.end - self.mention.start))
        start = max(low, self.mention.start - room // 2)
        return self.unit.text[start : min(high, start + _SHOWN)]


def check(source: SourceText, catalogue: Catalogue) -> Iterator[Finding]:
    """Every open figure, and every exclusion that excludes nothing."""
    covered = coverage.read(source, catalogue)
    excluded, findings = _exclusions(covered, catalogue)
    yield from findings
    file = catalogue.layout.relative(catalogue.layout.plans / source.plan_id / f"{EXCLUSIONS}.csv")
    for figure in _open(covered, excluded):
        message = Text(f"没有录入，也没有排除：“{figure.fragment}”", f"Neither in a row nor excluded: “{figure.fragment}”")
        fix = Text(
            f"它是承诺就录入 targets 等表；否则在 exclusions.csv 加一行并写原因：{figure.line}",
            f"If it is a commitment, enter it in targets or the like; else add a line to exclusions.csv with its reason: {figure.line}",
        )
        place = Place(file, 0, f"{figure.unit.locator}@{figure.mention.start}")
        yield Finding(EXCLUSIONS, None, (Problem(OPEN, place, figure.mention.text, message, NOTHING, fix),))


def account(source: SourceText, catalogue: Catalogue) -> Figures:
    """Counts what became of a plan's figures."""
    covered = coverage.read(source, catalogue)
    excluded, _ = _exclusions(covered, catalogue)
    carried, reasons = Counter(covered.carried.values()), Counter(excluded.values())
    found = sum(map(len, source.mentions))
    return Figures(found, dict(sorted(carried.items())), dict(sorted(reasons.items())), found - carried.total() - reasons.total())


def open_figures(source: SourceText, catalogue: Catalogue) -> list[OpenFigure]:
    """The figures of a plan that are neither in a row nor excluded, in the order of its text."""
    covered = coverage.read(source, catalogue)
    return list(_open(covered, _exclusions(covered, catalogue)[0]))


def _exclusions(covered: Coverage, catalogue: Catalogue) -> tuple[dict[Key, str], list[Finding]]:
    """The figures that exclusions name, with the reason, and what is wrong with each exclusion."""
    excluded: dict[Key, str] = {}
    findings = []
    for row in catalogue.rows(EXCLUSIONS, covered.source.plan_id):
        spot = anchors.locate(covered.source, row)
        if isinstance(spot, Problem):
            continue
        wrong = _wrong(covered, catalogue, row, spot, excluded)
        if wrong is None:
            excluded[covered.within(spot)[int(row.number("member") or 1) - 1]] = row.text("reason")
        findings.append(Finding(EXCLUSIONS, row, () if wrong is None else (wrong,)))
    return excluded, findings


def _wrong(covered: Coverage, catalogue: Catalogue, row: Row, spot: Spot, taken: dict[Key, str]) -> Problem | None:
    keys, member = covered.within(spot), int(row.number("member") or 1)
    if member > len(keys):
        return at(row, STALE, "member", Text(f"片段只含 {len(keys)} 个数字。", f"The stretch holds {len(keys)} figure(s)."))
    key = keys[member - 1]
    table = covered.carried.get(key)
    mention = covered.at(key)
    if table is not None:
        title = catalogue.schemas[table].title
        message = Text(f"“{mention.text}”已由{title.zh}表的一行记录。", f"A row of {title.en} carries “{mention.text}” by now.")
        return at(row, STALE, "printed", message)
    if key in taken:
        return at(row, STALE, "printed", Text("另一行已排除这个数字。", "Another row excludes this figure already."))
    if row["reason"] == "date" and not mention.date and not _PERIOD.match(spot.unit.text, mention.end):
        return at(row, STALE, "reason", Text(f"“{mention.text}”不是日期。", f"“{mention.text}” is no date."))
    if row["reason"] == "restated" and not _recorded(catalogue, covered.source.plan_id, mention):
        message = Text(f"没有一行的数值是“{mention.text}”。", f"No row of the plan has the value “{mention.text}”.")
        return at(row, STALE, "reason", message)
    return None


def _recorded(catalogue: Catalogue, plan_id: str, mention: Mention) -> bool:
    """Whether some row of the plan has a figure printed alike as its own."""
    for table, schema in catalogue.schemas.items():
        if "value" in schema.by_name and anchors.anchored(schema):
            for row in catalogue.rows(table, plan_id):
                if any(printed.values & mention.values for printed in mentions.find(row.text("printed"))):
                    return True
    return False


def _open(covered: Coverage, excluded: dict[Key, str]) -> Iterator[OpenFigure]:
    for key, unit, mention in covered.figures():
        if key not in covered.carried and key not in excluded:
            yield OpenFigure(unit, mention, _line(covered, key, unit, mention))


def _line(covered: Coverage, key: Key, unit: Unit, mention: Mention) -> str:
    """A row of ``exclusions.csv`` for a figure: a few of the words after it, so that a reader knows what it counts."""
    end = mention.end
    while end < len(unit.text) and end < mention.end + _BESIDE and unit.text[end] not in _MARKS:
        end += 1
    spot = Spot(unit, mention.start, end)
    printed = unit.text[spot.start : spot.end]
    starts = [start for start in anchors.find_all(unit.text, printed) if start <= mention.start]
    member = covered.within(spot).index(key) + 1
    reason = "date" if mention.date else "document_number" if mention.text.startswith("〔") else ""
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow([unit.locator, printed, len(starts), member, reason, "", ""])
    return line.getvalue()
