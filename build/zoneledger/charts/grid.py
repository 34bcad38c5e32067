"""Rows and columns with a mark where they meet: who has a part in what, who works with whom, what a plan leaves open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from zoneledger.charts import lettering
from zoneledger.charts.placed import Sheet, Symbol
from zoneledger.charts.theme import Size, Style
from zoneledger.problems import NOTHING, Text

_LINE = 16
_STEP = 30
_GAP = 10
_WIDEST_COLUMN = 84
_HEAD_GAP = 8
_KEY_GAP = 24
#: The shape of a mark as wide as its column, for figures such as 100%.
FILL = "fill"
#: A symbol fills this share of the lesser of a column's width and a row's height.
_FILLED = 0.86


@dataclass(frozen=True)
class Look:
    """How a kind of mark is drawn and what it is called.

    Args:
        shape: ``square``, ``circle``, ``diamond`` or ``FILL``.
        style: its fill and edge.
        label: for the legend.
    """

    shape: str
    style: Style
    label: Text = NOTHING


@dataclass(frozen=True)
class Spot:
    """What stands where a row and a column meet.

    Args:
        figure: written in the mark.
        look: its symbol.
        tip: what it says, in a sentence.
        group: the groups it can be found by, each between bars: ``|lead|``.
    """

    figure: str
    look: Look
    tip: Text
    group: str = ""


@dataclass(frozen=True)
class Grid:
    """What is to be drawn.

    Args:
        rows: what each row is, from top to bottom, with a smaller second text where it is not empty.
        heads: what stands over each column; short.
        spots: by row and column; what is absent is an empty place.
        looks: the legend's.
        unit: what is counted, above everything.
        key: what the heads stand for, each with its head; empty where they speak for themselves.
    """

    rows: Sequence[tuple[Text, Text]]
    heads: Sequence[Text]
    spots: Mapping[tuple[int, int], Spot]
    looks: Sequence[Look]
    unit: Text
    key: Sequence[tuple[str, Text]] = ()

    def layout(self, lang: str, size: Size) -> Sheet:
        """Places everything for a language and a size."""
        sheet = Sheet(size.width)
        sheet.word("unit", (0, 10), self.unit.of(lang))
        top = 24.0
        if self.looks:
            shapes = [("square" if look.shape == FILL else look.shape) for look in self.looks]
            entries = [(look.label.of(lang), shape, look.style) for look, shape in zip(self.looks, shapes, strict=True)]
            top = sheet.legend(entries, top)
        frame = self._frame(lang, size)
        top = self._heads(sheet, frame, top)
        for number in range(len(self.rows)):
            top = self._row(sheet, frame, number, top)
        sheet.line((0, top), (frame.edge(len(self.heads)), top))
        sheet.height = _key(sheet, self.key, frame, top + _KEY_GAP) if self.key else top + 2
        return sheet

    def _frame(self, lang: str, size: Size) -> _Frame:
        if not size.labels:
            return _Frame(lang, size, 0, min(_WIDEST_COLUMN, size.width / len(self.heads)))
        longest = max(
            max(lettering.width(label.of(lang), size.font), lettering.width(note.of(lang), 12))
            for label, note in self.rows
        )
        left = min(size.labels, longest) + _GAP
        return _Frame(lang, size, left, min(_WIDEST_COLUMN, (size.width - left) / len(self.heads)))

    def _heads(self, sheet: Sheet, frame: _Frame, top: float) -> float:
        wrapped = [lettering.wrap(head.of(frame.lang), frame.column - 4, 12) for head in self.heads]
        deepest = max(map(len, wrapped))
        for number, lines in enumerate(wrapped):
            for index, line in enumerate(lines):
                sheet.word("heads", (frame.middle(number), top + (deepest - len(lines) + index) * 15 + 8), line)
        return top + deepest * 15 + _HEAD_GAP

    def _row(self, sheet: Sheet, frame: _Frame, number: int, top: float) -> float:
        """Places one row and returns where the next begins."""
        (label, note), size = self.rows[number], frame.size
        room = frame.left - _GAP if size.labels else size.width
        words = [("labels", line) for line in lettering.wrap(label.of(frame.lang), room, size.font)]
        if note.of(frame.lang):
            words += [("notes", line) for line in lettering.wrap(note.of(frame.lang), room, 12)]
        sheet.line((0, top), (frame.edge(len(self.heads)), top))
        text = len(words) * _LINE
        height = max(_STEP, text + 8) if size.labels else text + 6 + _STEP
        first = top + (height - text) / 2 if size.labels else top + 4
        for index, (kind, line) in enumerate(words):
            sheet.word(kind, (0, first + (index + 0.5) * _LINE), line)
        middle = top + height / 2 if size.labels else top + text + 4 + _STEP / 2
        for place in range(len(self.heads)):
            spot = self.spots.get((number, place))
            if spot:
                _spot(sheet, spot, frame, (frame.middle(place), middle))
        return top + height


@dataclass(frozen=True)
class _Frame:
    """Where the columns begin, and how wide each is."""

    lang: str
    size: Size
    left: float
    column: float

    def edge(self, number: int) -> float:
        """Where a column begins."""
        return self.left + number * self.column

    def middle(self, number: int) -> float:
        """The middle of a column."""
        return self.edge(number) + self.column / 2


def _spot(sheet: Sheet, spot: Spot, frame: _Frame, at: tuple[float, float]) -> None:
    style, tip = spot.look.style, spot.tip.of(frame.lang)
    if spot.look.shape == FILL:
        wide = min(frame.column - 4, 60)
        sheet.box((at[0] - wide / 2, at[1]), (wide, 22), style, tip, spot.group)
    else:
        sheet.mark(at, Symbol(spot.look.shape, min(frame.column, _STEP) * _FILLED, style), tip, spot.group)
    sheet.word("figures", at, spot.figure, style.label_color, spot.group)


def _key(sheet: Sheet, key: Sequence[tuple[str, Text]], frame: _Frame, top: float) -> float:
    """What each head stands for, in two columns where there is room; the height of the whole."""
    across = 2 if frame.size.labels else 1
    room = sheet.width / across - 30
    # Down the first column, then down the second.
    half = -(-len(key) // across)
    bottom = top
    for start in range(0, len(key), half):
        x, y = (start // half) * (room + 30), top
        for head, text in key[start : start + half]:
            sheet.word("legend_labels", (x, y), head)
            for line in lettering.wrap(text.of(frame.lang), room - 22, 12):
                sheet.word("notes", (x + 22, y), line)
                y += _LINE
            y += 4
        bottom = max(bottom, y)
    return bottom
