"""Every figure of a plan's text is carried by a row, or excluded by name with its reason.

A figure is carried when

- it is the member that the anchor of a valued row points at, or it lies within the anchor of another row (a reference's
  title, a project's name, a milestone's date, the printed title of a measure);
- or a row whose anchor stands in the same sentence states it in a column of its own: a threshold in ``qualifier``, a
  number in ``scope_printed`` or in a condition. Each number so stated carries one figure of the text, the nearest;
- or it is the date that a row gives as ``due``, ``effective_from`` or ``baseline``: the nearest such date before the
  anchor, else in its sentence, else above it.

The numbers of headings and rows that the outline knows are no part of a section's own text. All else is in ``exclusions``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from zoneledger import figures
from zoneledger.audit import anchors, mentions
from zoneledger.audit.anchors import Spot
from zoneledger.audit.mentions import Mention
from zoneledger.audit.outline import Unit
from zoneledger.audit.sources import SourceText
from zoneledger.catalogue import Catalogue, Row

EXCLUSIONS = "exclusions"
#: Columns in which a row states figures of its own sentence besides the anchored one.
STATING = {
    "targets": ("qualifier", "scope_printed", "benchmark"),
    "instruments": ("name_zh", "condition_zh"),
    "milestones": ("task_zh",),
    "mechanisms": ("name_zh", "summary_zh"),
    "projects": ("enterprise", "name_zh", "state_zh"),
    "references": ("title_zh", "doc_number"),
}
DATES = {"targets": ("due", "effective_from", "baseline"), "projects": ("due",), "milestones": ("due",)}
_FOLD = str.maketrans("個項畝戶億萬處條輛強點類員級鏈產", "个项亩户亿万处条辆强点类员级链产")
_END = re.compile("[。！\n]")

#: A unit's place in the outline and a mention's place in the unit.
Key = tuple[int, int]


@dataclass
class Coverage:
    """Which figures of a plan are carried.

    Args:
        source: the plan's text.
        carried: by place of the figure, the table that carries it.
    """

    source: SourceText
    carried: dict[Key, str] = field(default_factory=dict)

    def figures(self) -> Iterator[tuple[Key, Unit, Mention]]:
        """Every figure of the text in order."""
        for index, unit in enumerate(self.source.outline.units):
            for place, mention in enumerate(self.source.mentions[index]):
                yield (index, place), unit, mention

    def within(self, spot: Spot) -> list[Key]:
        """The figures that begin in a stretch of text."""
        index = self.source.outline.index(spot.unit)
        found = enumerate(self.source.mentions[index])
        return [(index, place) for place, mention in found if spot.start <= mention.start < spot.end]

    def at(self, key: Key) -> Mention:
        """A figure by its place."""
        return self.source.mentions[key[0]][key[1]]


def read(source: SourceText, catalogue: Catalogue) -> Coverage:
    """Works out which figures of a plan its rows carry, exclusions aside."""
    coverage = Coverage(source)
    located = list(_located(source, catalogue))
    for table, row, spot in located:
        keys = coverage.within(_member(row, spot) if "value" in row.values else spot)
        coverage.carried.update(dict.fromkeys(keys, table))
    for spot in _titles(source, catalogue):
        coverage.carried.update({key: "measures" for key in coverage.within(spot) if key not in coverage.carried})
    for table, row, spot in located:
        for column in STATING.get(table, ()):
            _carry_stated(coverage, table, row.text(column), spot)
        for column in DATES.get(table, ()):
            if row[column] is not None and (column != "due" or row.values.get("due_basis") in (None, "stated")):
                _carry_date(coverage, table, row.text(column), spot)
    return coverage


def _located(source: SourceText, catalogue: Catalogue) -> Iterator[tuple[str, Row, Spot]]:
    for table, schema in catalogue.schemas.items():
        if anchors.anchored(schema) and table != EXCLUSIONS:
            for row in catalogue.rows(table, source.plan_id):
                spot = anchors.locate(source, row)
                if isinstance(spot, Spot):
                    yield table, row, spot


def _member(row: Row, spot: Spot) -> Spot:
    """The one figure of a stretch that a valued row points at; nothing where the stretch has none."""
    found = figures.find(spot.unit.text[spot.start : spot.end])
    member = int(row.number("member") or 1)
    if member > len(found):
        return Spot(spot.unit, spot.start, spot.start)
    figure = found[member - 1]
    return Spot(spot.unit, spot.start + figure.start, spot.start + figure.end)


def _titles(source: SourceText, catalogue: Catalogue) -> Iterator[Spot]:
    for row in catalogue.rows("measures", source.plan_id):
        units = source.outline.by_locator.get(row.text("locator"), [])
        start = units[0].text.find(row.text("title_zh")) if len(units) == 1 and row["title_basis"] == "printed" else -1
        if start >= 0:
            yield Spot(units[0], start, start + len(row.text("title_zh")))


def sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The bounds of the sentence around a stretch."""
    before = [match.end() for match in _END.finditer(text, 0, start)]
    after = _END.search(text, end)
    return (before[-1] if before else 0, after.start() if after else len(text))


def _carry_stated(coverage: Coverage, table: str, stated: str, spot: Spot) -> None:
    """Each number that a column states carries one figure of the anchor's sentence."""
    if not stated:
        return
    low, high = sentence(spot.unit.text, spot.start, spot.end)
    around = coverage.within(Spot(spot.unit, low, high))
    for said, count in Counter(_said(stated, mention) for mention in mentions.find(stated)).items():
        alike = [key for key in around if _said(spot.unit.text, coverage.at(key)) == said]
        free = sorted(alike, key=lambda key: _distance(coverage.at(key), spot))[:count]
        coverage.carried.update({key: table for key in free if key not in coverage.carried})


def _said(text: str, mention: Mention) -> tuple[frozenset[object], str]:
    """A figure and what it counts: the value, and the character after it, which tells 八大产业 from 八成."""
    return mention.values, text[mention.end : mention.end + 1].translate(_FOLD)


def _carry_date(coverage: Coverage, table: str, date: str, spot: Spot) -> None:
    """The nearest print of a date: before the anchor in its section, after it in its sentence, else in a section above."""
    own = coverage.within(Spot(spot.unit, 0, len(spot.unit.text)))
    named = [key for key in own if mentions.same_date(date, coverage.at(key).date)]
    before = [key for key in named if coverage.at(key).start < spot.end]
    _, end = sentence(spot.unit.text, spot.start, spot.end)
    after = [key for key in named if spot.end <= coverage.at(key).start < end]
    found = [*before[-1:], *after[:1]]
    for unit in coverage.source.outline.above(spot.unit) if not found else ():
        within = coverage.within(Spot(unit, 0, len(unit.text)))
        found = [key for key in within if mentions.same_date(date, coverage.at(key).date)][-1:]
        if found:
            break
    coverage.carried.update({key: table for key in found[:1] if key not in coverage.carried})


def _distance(mention: Mention, spot: Spot) -> int:
    return max(spot.start - mention.end, mention.start - spot.end, 0)
