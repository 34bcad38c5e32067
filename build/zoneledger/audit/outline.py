"""Cuts a plan's text into the units that locators name."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from zoneledger.audit import mentions, numbering
from zoneledger.audit.mentions import Mention
from zoneledger.audit.numbering import Number

PREAMBLE = "preamble"

_MARKS = "，,。；;：:、！!？?（()）“”\"‘’《》〈〉<>〔〕【】—-–…"
_SENTENCE_MARKS = "，,。；;：:、！!？?"
# A heading may follow on the same line where the list of those responsible ends: …各开发区〕(五)实施….
_DUTY_END = re.compile(r"[(（](?:牵头|牽頭|责任|責任|配合)[^()（）]*(?:[(（][^()（）]*[)）][^()（）]*)*[)）]$")


@dataclass(frozen=True)
class Unit:
    """The text under one locator, up to the next heading of any level.

    Args:
        locator: printed section numbers joined by ``/``.
        number: the number as printed, such as ``三、``; empty for a heading without one.
        start: where its own text starts in the plan's text, after the number.
        text: its own text, the heading's words included.
        parent: the locator above it; empty at the top.
    """

    locator: str
    number: str
    start: int
    text: str
    parent: str

    @property
    def lines(self) -> list[str]:
        """Its lines that hold something, stripped."""
        return [line.strip() for line in self.text.split("\n") if line.strip()]

    @property
    def heading(self) -> str:
        """Its first line."""
        return self.lines[0] if self.lines else ""


@dataclass(frozen=True)
class Outline:
    """All units of a plan in the order of its text."""

    units: tuple[Unit, ...]

    @cached_property
    def by_locator(self) -> dict[str, list[Unit]]:
        """Units by locator; more than one where a number is printed twice under one heading."""
        found: dict[str, list[Unit]] = {}
        for unit in self.units:
            found.setdefault(unit.locator, []).append(unit)
        return found

    @cached_property
    def mentions(self) -> tuple[tuple[Mention, ...], ...]:
        """The figures of every unit, in its own text."""
        return tuple(mentions.find(unit.text) for unit in self.units)

    def index(self, unit: Unit) -> int:
        """A unit's place in the text."""
        return self._places[id(unit)]

    @cached_property
    def _places(self) -> dict[int, int]:
        return {id(unit): index for index, unit in enumerate(self.units)}

    def above(self, unit: Unit) -> Iterator[Unit]:
        """The units a unit lies under, nearest first."""
        while unit.parent:
            unit = self.by_locator[unit.parent][0]
            yield unit


@dataclass
class _Open:
    """A heading under which the reader still is."""

    locator: str
    level: tuple[int, int]


@dataclass
class _Reader:
    """Reads pieces of text one by one and keeps the stack of open headings."""

    words: frozenset[str]
    lone_annexes: frozenset[str]
    stack: list[_Open] = field(default_factory=lambda: [_Open("", numbering.ROOT)])

    def heading(self, piece: str) -> tuple[str, str, str] | None:
        """The locator, printed number and parent that a piece of text opens, if any."""
        annex = numbering.annex_heading(piece)
        if annex and (annex[1] or (annex[0] in self.words and annex[0] not in self.lone_annexes)):
            return self._open(Number(numbering.ANNEX, annex[0], ""))
        number = numbering.at_head(piece)
        if number is None and self.stack[-1].locator and self.stack[1].level == numbering.ANNEX:
            number = numbering.annex_row(piece)
        if number is not None:
            return self._open(number)
        # 附件:… at the end of the main text only announces the annex that follows.
        return self._worded(piece) if annex is None else None

    def _open(self, number: Number) -> tuple[str, str, str]:
        while self.stack[-1].level >= number.level:
            self.stack.pop()
        self._leave_worded(number.segment)
        parent = self.stack[-1].locator
        locator = f"{parent}/{number.segment}" if parent else number.segment
        self.stack.append(_Open(locator, number.level))
        return locator, number.printed, parent

    def _leave_worded(self, segment: str) -> None:
        """A number after a heading in words may lie under it or beside it: the locators in use decide."""
        for depth in range(len(self.stack) - 1, 0, -1):
            if f"{self.stack[depth].locator}/{segment}" in self.words:
                del self.stack[depth + 1 :]
                return
            if self.stack[depth].level[1] == 0:
                # Beside all of them, if the tables say so; else the nearest heading keeps it.
                return

    def _worded(self, piece: str) -> tuple[str, str, str] | None:
        """A heading without number: only words that some locator of the tables uses are taken for one."""
        for depth in range(len(self.stack) - 1, -1, -1):
            above = self.stack[depth]
            for words in heading_words(piece):
                locator = f"{above.locator}/{words}" if above.locator else words
                if locator in self.words:
                    del self.stack[depth + 1 :]
                    self.stack.append(_Open(locator, (above.level[0], above.level[1] + 1)))
                    return locator, "", above.locator
        return None


def heading_words(piece: str) -> list[str]:
    """The words by which a heading without number can be located: up to its first punctuation mark."""
    bare = piece.strip().lstrip(_MARKS)
    found = [re.split(f"[{re.escape(marks)}]", bare, maxsplit=1)[0] for marks in (_MARKS, _SENTENCE_MARKS)]
    return list(dict.fromkeys("".join(words.split()) for words in found if words.strip()))


def read(text: str, locators: Collection[str]) -> Outline:
    """Cuts a text into units; of the same text and locators, only once.

    Args:
        text: a plan's own text.
        locators: every locator the plan's tables use; headings without a number are known by them alone.
    """
    return _read(text, _prefixes(locators))


@lru_cache(maxsize=64)
def _read(text: str, words: frozenset[str]) -> Outline:
    pieces = list(_pieces(text))
    alone = (numbering.annex_heading(piece) for _, piece in pieces)
    reader = _Reader(words, frozenset(annex[0] for annex in alone if annex and annex[1]))
    heads: list[tuple[str, str, str, int, int]] = [(PREAMBLE, "", "", 0, 0)]
    for start, piece in pieces:
        opened = reader.heading(piece)
        if opened:
            locator, number, parent = opened
            heads.append((locator, number, parent, start, start + len(number)))
    units = []
    for index, (locator, number, parent, _, own) in enumerate(heads):
        end = heads[index + 1][3] if index + 1 < len(heads) else len(text)
        units.append(Unit(locator, number, own, text[own:end], parent))
    return Outline(tuple(units))


def _prefixes(locators: Collection[str]) -> frozenset[str]:
    """Every locator and all that lie above it."""
    return frozenset("/".join(parts[:n]) for parts in (locator.split("/") for locator in locators) for n in range(1, len(parts) + 1))


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """Offset and text of all that may open with a heading: lines, and what follows a list of those responsible."""
    offset = 0
    for line in text.split("\n"):
        start = offset + len(line) - len(line.lstrip())
        rest = line.strip()
        for match in re.finditer(r"[〕】)）](?=[(（\d])", rest):
            head = rest[: match.end()]
            if numbering.at_head(rest[match.end() :]) and (match.group() in "〕】" or _DUTY_END.search(head)):
                yield start, head
                start, rest = start + match.end(), rest[match.end() :]
                break
        if rest:
            yield start, rest
        offset += len(line) + 1
