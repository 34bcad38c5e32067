"""A measure stands where its locator says, under the number and title that are printed there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zoneledger.audit import anchors
from zoneledger.audit.findings import Finding, at, write
from zoneledger.audit.outline import PREAMBLE, Unit
from zoneledger.audit.sources import SourceText
from zoneledger.catalogue import Catalogue, Row
from zoneledger.problems import NOTHING, Place, Problem, Rule, Text

TITLE = Rule(
    "measure-title",
    Text("照录的标题与序号印在所记位置", "A printed title and its number stand at the measure's locator"),
    Text("照录标题到首个句号为止；自拟的标题记 editorial。", "Copy the title up to its first full stop; a title of your own is editorial."),
)
ORDER = Rule(
    "measure-order",
    Text("措施的次序就是原文的次序", "Measures stand in the order of the text"),
    Text("按原文次序重排 position。", "Number position in the order of the text."),
)
MISSING = Rule(
    "measure-missing",
    Text("原文每个编号的标题都有一行措施", "Every numbered heading of the text has its row of measures"),
    Text("在 measures.csv 加一行。", "Add a row to measures.csv."),
)
_MARKS = "，,。；;：:、！？（("


def check(source: SourceText, catalogue: Catalogue) -> Iterator[Finding]:
    """Every measure of a plan."""
    last = -1
    for row in sorted(catalogue.rows("measures", source.plan_id), key=lambda row: row.number("position") or 0):
        unit = anchors.unit_of(source, row)
        if isinstance(unit, Problem):
            yield Finding("measures", row, (unit,))
            continue
        problems = list(_problems(source, row, unit))
        if unit.start < last:
            message = Text("原文中它在上一行之前。", "In the text it comes before the row above it.")
            problems.append(at(row, ORDER, "position", message))
        last = unit.start
        yield Finding("measures", row, tuple(problems))
    yield from _missing(source, catalogue)


def _missing(source: SourceText, catalogue: Catalogue) -> Iterator[Finding]:
    """Headings with a number that are no measure; the rows of an annex table belong to measures of the main text."""
    recorded = {row.text("locator") for row in catalogue.rows("measures", source.plan_id)}
    file = catalogue.layout.relative(catalogue.layout.plans / source.plan_id / "measures.csv")
    for unit in source.outline.units:
        if unit.number and unit.locator not in recorded and not unit.locator.startswith("附件"):
            message = Text(f"{unit.locator} 没有对应的行：{titles(unit)[0]}", f"{unit.locator} has no row: {titles(unit)[0]}")
            fix = Text(f"加一行：{unit.locator}", f"Add a row: {unit.locator}")
            problem = Problem(MISSING, Place(file, 0, "locator"), unit.locator, message, NOTHING, fix)
            yield Finding("measures", None, (problem,))


def _problems(source: SourceText, row: Row, unit: Unit) -> Iterator[Problem]:
    if row.text("number_printed") != unit.number:
        message = Text(f"原文序号是“{unit.number}”。", f"The printed number is “{unit.number}”.")
        yield at(row, TITLE, "number_printed", message, write(unit.number) if unit.number else Text("清空该格。", "Empty the cell."))
    title = row.text("title_zh")
    allowed = titles(unit)
    if row["title_basis"] == "printed" and title not in allowed:
        message = Text(f"此处印的是“{allowed[0]}”。", f"Here “{allowed[0]}” is printed.")
        yield at(row, TITLE, "title_zh", message, write(allowed[0]))
    elif row["title_basis"] == "editorial" and unit.locator != PREAMBLE and title in allowed:
        message = Text("此处照原文印有这个标题。", "The source prints this very title here.")
        yield at(row, TITLE, "title_basis", message, write("printed"))


def titles(unit: Unit) -> list[str]:
    """What may be copied as a unit's title, the usual form first."""
    if not unit.lines:
        return [""]
    first = unit.lines[0]
    whole = re.split("[。；;]", first, maxsplit=1)[0].rstrip("：:")
    if unit.number:
        return [whole, first]
    words = re.split(f"[{_MARKS}]", first, maxsplit=1)[0]
    # An annex is headed by a line of its own (附件) and its title follows on the next.
    titled = unit.lines[1:2] if unit.locator.startswith("附件") and "/" not in unit.locator else []
    return [*titled, whole, words, first]
