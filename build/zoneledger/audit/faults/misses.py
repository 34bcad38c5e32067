"""Why a fault was not caught: what the text itself leaves undecided. A miss without such a reason is a defect of the audit."""

from __future__ import annotations

from zoneledger import figures
from zoneledger.audit import anchors, coverage
from zoneledger.audit.anchors import Spot
from zoneledger.audit.faults.cells import VALUED, Fault
from zoneledger.audit.reading import notes
from zoneledger.audit.sources import SourceText
from zoneledger.catalogue import Catalogue, Row
from zoneledger.problems import Text

NOTED = Text("该行的读法说明已点出这一栏", "the row's reading note names this very column")
SHARED = Text("同一个数字另有一行记录", "another row carries the same figure")
TWICE = Text("同一片段在另一处也印有，两处都说得通", "the same stretch stands in the other place too, and either fits")
NO_FIGURE = Text("片段是并列的名称，没有数字可比", "the stretch lists names, with no figure to compare")
ALIKE = Text("片段里的几个数字相同", "the figures of the stretch are the same")
NO_UNIT = Text("原文没有印出单位", "the text prints no unit")
UNNUMBERED = Text("没有编号的标题，只有表格知道它是标题", "a heading without a number is known as one by the tables alone")


def reason(catalogue: Catalogue, source: SourceText, fault: Fault) -> Text | None:
    """What the text cannot decide about a fault that was missed; None where it should have been caught.

    Args:
        catalogue: the sound tables.
        source: the plan's text.
        fault: the fault.
    """
    row = next((row for row in catalogue.rows(fault.table, source.plan_id) if row.line == fault.record.line), None)
    if row is None:
        return None
    if fault.kind == "row deleted":
        return _deleted(catalogue, source, fault, row)
    if fault.column in _noted(row):
        return NOTED
    printed = row.text("printed") if "printed" in row.values else ""
    undecided = {
        TWICE: fault.kind in ("locator", "occurrence") and source.text.count(printed) > 1,
        NO_UNIT: fault.kind == "unit" and not _prints_unit(printed),
        NO_FIGURE: fault.kind == "member" and not figures.find(printed),
        ALIKE: fault.kind == "member" and len({(figure.low, figure.high) for figure in figures.find(printed)}) == 1,
    }
    return next((why for why, holds in undecided.items() if holds), None)


def _deleted(catalogue: Catalogue, source: SourceText, fault: Fault, row: Row) -> Text | None:
    if fault.table == "measures":
        return None if row.text("number_printed") else UNNUMBERED
    return SHARED if _shared(catalogue, source, fault, row) else None


def _noted(row: Row) -> frozenset[str]:
    if "reading_note_zh" not in row.values:
        return frozenset()
    return notes.columns(row.text("reading_note_zh"), row.text("reading_note_en")) or frozenset()


def _prints_unit(printed: str) -> bool:
    found = figures.find(printed)
    return bool(found) and len(printed) > found[-1].end


def _shared(catalogue: Catalogue, source: SourceText, fault: Fault, row: Row) -> bool:
    """Whether all figures that a row carries are carried without it."""
    spot = anchors.locate(source, row)
    if not isinstance(spot, Spot):
        return False
    left = coverage.read(source, fault.apply(catalogue))
    keys = left.within(spot)
    valued = fault.table in VALUED and bool(figures.find(row.text("printed")))
    return all(key in left.carried for key in keys) and (bool(keys) or not valued)
