"""A row's anchor lies in the section of the measure it belongs to; only an annex speaks of measures printed elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from zoneledger.audit import anchors
from zoneledger.audit.findings import Finding, at
from zoneledger.audit.sources import SourceText
from zoneledger.catalogue import Catalogue, Row
from zoneledger.problems import Problem, Rule, Text

RULE = Rule(
    "anchor-measure",
    Text("锚点在其措施的章节之内", "An anchor lies within its measure's section"),
    Text("改正 measure_id 或位置。", "Mend measure_id or the locator."),
)


def check(source: SourceText, catalogue: Catalogue) -> Iterator[Finding]:
    """Every row of a plan that has an anchor and a measure."""
    for table, schema in catalogue.schemas.items():
        if anchors.anchored(schema) and "measure_id" in schema.by_name:
            for row in catalogue.rows(table, source.plan_id):
                yield Finding(table, row, tuple(_problems(catalogue, row, "locator")))
    for row in catalogue.rows("responsibilities", source.plan_id):
        if row["basis"] != "annex":
            yield Finding("responsibilities", row, tuple(_problems(catalogue, row, "anchor_locator")))


def _problems(catalogue: Catalogue, row: Row, column: str) -> Iterator[Problem]:
    measure = catalogue.row("measures", row["measure_id"])
    if measure is None:
        yield at(row, RULE, "measure_id", Text("没有这条措施。", "There is no such measure."))
        return
    section = measure.text("locator")
    if row.text(column) != section and not row.text(column).startswith(f"{section}/"):
        message = Text(f"措施 {measure['id']} 在 {section}。", f"Measure {measure['id']} stands at {section}.")
        yield at(row, RULE, column, message)
