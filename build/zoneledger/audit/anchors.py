"""An anchor points at one spot: printed at its locator, at that occurrence, with that member."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from zoneledger import figures
from zoneledger.audit import suggestions
from zoneledger.audit.findings import Finding, at, write
from zoneledger.audit.outline import Unit
from zoneledger.audit.sources import SourceText
from zoneledger.catalogue import Catalogue, Row, TableSchema
from zoneledger.problems import Problem, Rule, Text

LOCATOR = Rule(
    "anchor-locator",
    Text("位置是计划中确有的章节，且只有一处", "The locator names one section that the plan has"),
    Text("用印刷的章节序号，以“/”连接，括号用半角。", "Use the printed section numbers joined by “/”, brackets half-width."),
)
PRINTED = Rule(
    "anchor-printed",
    Text("原文片段逐字印在所记位置", "The printed stretch stands word for word at its locator"),
    Text("从来源文本复制，不改字形、标点与全半角。", "Copy it from the source, keeping script, marks and width."),
    why=Text(
        "照录一字不差，读者和程序才能在原文里找到它。",
        "Word for word, so that readers and programs find it in the source.",
    ),
)
OCCURRENCE = Rule(
    "anchor-occurrence",
    Text("片段在所记位置出现的次数够数", "The stretch stands at its locator as often as its occurrence says"),
    Text("从该节自身文字的开头数起，只数到下一标题。", "Count from the start of that section's own text, up to the next heading only."),
)
WHOLE = Rule(
    "anchor-whole-figure",
    Text("片段不截断数字或区间", "The stretch does not cut a figure or a range in two"),
    Text("把整个数字（区间连同两端）录入 printed。", "Put the whole figure (a range with both ends) into printed."),
    why=Text(
        "“1200亿元”只录“200亿元”，在原文里也找得到，意思却变了。",
        "Cut down to 200亿元, 1200亿元 is still found in the source and means something else.",
    ),
)
MEMBER = Rule(
    "anchor-member",
    Text("片段中有第几个就记第几个", "The member counts what the stretch holds"),
    Text("区间算一个；只有一个数字或名称时为1。", "A range is one; where there is one figure or name it is 1."),
)

ANCHOR = frozenset(("locator", "printed", "occurrence", "member"))
_RANGE = "-－—–~～至"


@dataclass(frozen=True)
class Spot:
    """Where an anchor points.

    Args:
        unit: the unit in whose own text it stands.
        start: its offset in that text.
        end: its end there.
    """

    unit: Unit
    start: int
    end: int

    @property
    def offset(self) -> int:
        """Its offset in the plan's text."""
        return self.unit.start + self.start


def anchored(schema: TableSchema) -> bool:
    """Whether every row of a table points at a spot of the source."""
    return schema.group == "plan" and set(schema.columns) >= ANCHOR


def check(source: SourceText, catalogue: Catalogue) -> Iterator[Finding]:
    """Every anchored row of a plan."""
    for table, schema in catalogue.schemas.items():
        if anchored(schema):
            for row in catalogue.rows(table, source.plan_id):
                # the members of a value and of an exclusion are figures, and counted where they are read
                counted = "value" in schema.by_name or table == "exclusions"
                yield Finding(table, row, tuple(_problems(source, row, counted)))


def _problems(source: SourceText, row: Row, counted: bool) -> Iterator[Problem]:
    spot = locate(source, row)
    if isinstance(spot, Problem):
        yield spot
        return
    cut = whole_stretch(spot)
    if cut is not None:
        yield at(row, WHOLE, "printed", Text(f"原文是“{cut}”。", f"The source has “{cut}”."), write(cut))
    elif not counted:
        most = members(row.text("printed"))
        if (row.number("member") or 0) > most:
            yield at(row, MEMBER, "member", Text(f"片段只含 {most} 个。", f"The stretch holds {most}."), write(most))


def locate(source: SourceText, row: Row, locator_column: str = "locator") -> Spot | Problem:
    """The spot an anchor points at, or what is wrong with it.

    Args:
        source: the plan's text.
        row: a row with ``printed`` and ``occurrence``.
        locator_column: which column holds the locator.
    """
    unit = unit_of(source, row, locator_column)
    if isinstance(unit, Problem):
        return unit
    printed = row.text("printed")
    starts = find_all(unit.text, printed)
    if not starts:
        return _not_printed(source, row, unit, locator_column)
    occurrence = int(row.number("occurrence") or 1)
    if occurrence > len(starts):
        message = Text(f"该处只有 {len(starts)} 次。", f"It stands there {len(starts)} time(s).")
        return at(row, OCCURRENCE, "occurrence", message, write(len(starts)))
    start = starts[occurrence - 1]
    return Spot(unit, start, start + len(printed))


def unit_of(source: SourceText, row: Row, column: str = "locator") -> Unit | Problem:
    """The unit that a row's locator names, or what is wrong with it."""
    locator = row.text(column)
    units = source.outline.by_locator.get(locator, [])
    if len(units) == 1:
        return units[0]
    if units:
        message = Text(f"这个序号在原文同一处印了 {len(units)} 次。", f"The source prints this number {len(units)} times there.")
        return at(row, LOCATOR, column, message)
    found = suggestions.holders(source.outline, row.text("printed")) if "printed" in row.values else []
    near = found or suggestions.near_locators(source.outline, locator)
    message = Text("计划中没有这一节。", "The plan has no such section.")
    if found:
        shown = suggestions.listed(found)
        message = Text(f"计划中没有这一节；该片段见于 {shown.zh}。", f"The plan has no such section; the stretch stands at {shown.en}.")
    return at(row, LOCATOR, column, message, write(*near[: suggestions.SHOWN]) if near else LOCATOR.tip)


def find_all(text: str, printed: str) -> list[int]:
    """The offsets of every non-overlapping match."""
    return [match.start() for match in re.finditer(re.escape(printed), text)] if printed else []


def members(printed: str) -> int:
    """How many figures, or names in a list, a stretch holds; at least one."""
    names = [name for name in re.split(r"[、,，;；和及与與/]", printed) if name]
    return max(len(figures.find(printed)), len(names), 1)


def whole_stretch(spot: Spot) -> str | None:
    """The figure in full, where the stretch cuts one in two; None where it does not."""
    text, start, end = spot.unit.text, spot.start, spot.end
    while start > 0 and text[start].isdecimal() and _joins(text, start - 1, -1):
        start -= 1 if text[start - 1].isdecimal() else 2
    while end < len(text) and text[end - 1].isdecimal() and _joins(text, end, 1):
        end += 1 if text[end].isdecimal() else 2
    return None if (start, end) == (spot.start, spot.end) else text[start:end]


def _joins(text: str, index: int, step: int) -> bool:
    """Whether the character beside a digit belongs to the same figure: a digit, or a mark with a digit behind it."""
    if text[index].isdecimal():
        return True
    beyond = index + step
    return text[index] in f".．{_RANGE}" and 0 <= beyond < len(text) and text[beyond].isdecimal()


def _not_printed(source: SourceText, row: Row, unit: Unit, column: str) -> Problem:
    printed = row.text("printed")
    found = suggestions.holders(source.outline, printed)
    if found:
        shown = suggestions.listed(found)
        message = Text(f"{unit.locator} 自身的文字里没有；见于 {shown.zh}。", f"Not in the own text of {unit.locator}; it stands at {shown.en}.")
        return at(row, LOCATOR, column, message, write(*found[: suggestions.SHOWN]))
    if suggestions.in_page_matter(source, printed):
        message = Text("它在来源文件里，但不在计划自身的文字里。", "It is in the source file, but outside the plan's own text.")
        return at(row, PRINTED, "printed", message)
    near = suggestions.nearest(unit.text, printed) or suggestions.nearest(source.text, printed)
    if near is None:
        return at(row, PRINTED, "printed", Text("来源文本里没有。", "The source text does not have it."))
    message = Text(f"来源文本里没有；最接近的是“{near}”。", f"The source text does not have it; the nearest is “{near}”.")
    return at(row, PRINTED, "printed", message, write(near))
