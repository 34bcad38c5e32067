"""Names and words that rows quote besides their anchor stand in the plan's text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zoneledger.audit import anchors, suggestions
from zoneledger.audit.findings import Finding, at, write
from zoneledger.audit.sources import SourceText
from zoneledger.catalogue import Catalogue, Row
from zoneledger.problems import Problem, Rule, Text

NAME = Rule(
    "name-printed",
    Text("照录的名称见于计划原文", "A name quoted from the plan stands in its text"),
    Text("从来源文本复制。", "Copy it from the source."),
)
MARKER = Rule(
    "marker-printed",
    Text("力度用词与数字印在同一句", "The word that sets a target's strength stands in the same sentence as its figure"),
    Text("照录该句中的“力争”“确保”等；该句没有则留空。", "Copy 力争, 确保 or the like from that sentence; leave it empty where there is none."),
)

MEANT = Rule(
    "organization-meant",
    Text("责任单位就是印出名称所指的机构", "A duty's organisation is the one its printed name stands for"),
    Text("按 organization_aliases.csv 填写。", "Fill it in as in organization_aliases.csv."),
)

#: Columns copied from anywhere in the plan's text: a subject may have been named sentences before.
QUOTED = (
    ("targets", "scope_printed"),
    ("projects", "enterprise"),
    ("references", "title_zh"),
    ("references", "doc_number"),
    ("organization_aliases", "printed"),
    ("milestone_actors", "printed"),
    ("mechanism_actors", "printed"),
)


def check(source: SourceText, catalogue: Catalogue) -> Iterator[Finding]:
    """Every quoted name and every marker of a plan."""
    for table, column in QUOTED:
        for row in catalogue.rows(table, source.plan_id):
            if row[column] is not None:
                yield Finding(table, row, tuple(_absent(source, row, column)))
    yield from _organizations(source, catalogue)
    for row in catalogue.rows("targets", source.plan_id):
        if row["marker_printed"] is not None:
            yield Finding("targets", row, tuple(_marker(source, row)))


def _organizations(source: SourceText, catalogue: Catalogue) -> Iterator[Finding]:
    """A duty's organisation is the one that its printed name stands for."""
    meant = {row.text("printed"): row.text("organization_id") for row in catalogue.rows("organization_aliases", source.plan_id)}
    for row in catalogue.rows("responsibilities", source.plan_id):
        right = meant.get(row.text("printed"), "")
        if right and row.text("organization_id") != right:
            message = Text(f"“{row['printed']}”指的是 {right}。", f"“{row['printed']}” stands for {right}.")
            yield Finding("responsibilities", row, (at(row, MEANT, "organization_id", message, write(right)),))


def _absent(source: SourceText, row: Row, column: str) -> Iterator[Problem]:
    name = row.text(column)
    if name not in source.text:
        near = suggestions.nearest(source.text, name)
        message = Text("计划原文里没有。", "The plan's text does not have it.")
        yield at(row, NAME, column, message, write(near) if near else NAME.tip)


def _marker(source: SourceText, row: Row) -> Iterator[Problem]:
    spot = anchors.locate(source, row)
    if isinstance(spot, Problem):
        return
    text = spot.unit.text
    start = max(text.rfind(mark, 0, spot.start) for mark in "。\n") + 1
    end = re.compile("[。\n]|$").search(text, spot.end)
    sentence = text[start : end.start() if end else len(text)]
    if row.text("marker_printed") not in sentence:
        yield at(row, MARKER, "marker_printed", Text("数字所在的句子里没有。", "The figure's sentence does not have it."))
