"""Rows stand in the order of the text: one that breaks it, or shares another's spot, may name the wrong occurrence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from zoneledger.audit import anchors
from zoneledger.audit.anchors import Spot
from zoneledger.audit.findings import Finding, at, write
from zoneledger.audit.sources import SourceText
from zoneledger.catalogue import Catalogue, Row
from zoneledger.problems import Problem, Rule, Severity, Text

RULE = Rule(
    "occurrence-order",
    Text("片段多次出现时，所指的一处应与前后行的次序相合", "Of several occurrences, the one meant fits the order of the rows around it"),
    Text("核对 occurrence。", "Check occurrence."),
    Severity.WARNING,
)


def check(source: SourceText, catalogue: Catalogue) -> Iterator[Finding]:
    """Rows that another occurrence of the same stretch would suit better.

    A row added later may stand out of order, and rows may share a figure, so this only warns, and only where
    another occurrence would put the row in order or is pointed at by no row.
    """
    for table, schema in catalogue.schemas.items():
        # Exclusions have no order of their own.
        if anchors.anchored(schema) and "id" in schema.by_name:
            rows = sorted(catalogue.rows(table, source.plan_id), key=lambda row: row.text("id"))
            spots = [anchors.locate(source, row) for row in rows]
            for index, (row, spot) in enumerate(zip(rows, spots, strict=True)):
                if isinstance(spot, Spot):
                    before = spots[index - 1] if index else None
                    after = spots[index + 1] if index + 1 < len(spots) else None
                    yield from _finding(table, row, spot, _offset(before, -1), _offset(after, 10**9))
            yield from _shared(table, rows, spots)


def _offset(spot: object, otherwise: int) -> int:
    return spot.offset if isinstance(spot, Spot) else otherwise


def _finding(table: str, row: Row, spot: Spot, before: int, after: int) -> Iterator[Finding]:
    if before <= spot.offset <= after:
        return
    starts = anchors.find_all(spot.unit.text, row.text("printed"))
    fitting = [count for count, start in enumerate(starts, 1) if before <= spot.unit.start + start <= after]
    if fitting:
        message = Text("所指的一处与前后行的次序不合。", "The spot it names is out of order with the rows around it.")
        yield Finding(table, row, (at(row, RULE, "occurrence", message, write(*fitting)),))


def _shared(table: str, rows: list[Row], spots: list[Spot | Problem]) -> Iterator[Finding]:
    """Rows on one spot while the same stretch stands elsewhere in the unit and no row points there."""
    groups: dict[tuple[str, str], list[tuple[Row, Spot]]] = defaultdict(list)
    for row, spot in zip(rows, spots, strict=True):
        if isinstance(spot, Spot):
            groups[(spot.unit.locator, row.text("printed"))].append((row, spot))
    for (_, printed), members in groups.items():
        starts = anchors.find_all(members[0][1].unit.text, printed)
        used = [(spot.start, row["member"]) for row, spot in members]
        unused = [count for count, start in enumerate(starts, 1) if start not in {at_start for at_start, _ in used}]
        if unused and len(set(used)) < len(used):
            row = next(row for index, (row, _) in enumerate(members) if used[index] in used[:index])
            message = Text("另一行也指这一处，而该片段别处无行所指。", "Another row points here too, and the stretch stands elsewhere with no row.")
            yield Finding(table, row, (at(row, RULE, "occurrence", message, write(*unused)),))
