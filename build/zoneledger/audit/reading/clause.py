"""The words around a figure: its sentence, its segment between commas, and the list it is a member of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from zoneledger.audit import coverage
from zoneledger.audit.anchors import Spot

_NUMBER = r"[0-9][0-9.,]*(?:\s*[-–—~～至]+\s*[0-9.]+)?[%％]?"
_JOIN = "[、和及与與]"
_BESIDE = r"[^0-9,，。;；:：、和及与與\n(（)）]{0,6}"
_LEFT = re.compile(rf"(?:{_NUMBER}{_BESIDE}{_JOIN})+$")
_RIGHT = re.compile(rf"{_BESIDE}(?:{_JOIN}{_NUMBER}{_BESIDE})+")
_SEGMENT = re.compile("[,，;；:：。\n]")


@dataclass(frozen=True)
class Clause:
    """A figure in its sentence.

    Args:
        text: the section's own text.
        start, end: the figure's span in it.
    """

    text: str
    start: int
    end: int

    @property
    def shown(self) -> str:
        """The figure as printed."""
        return self.text[self.start : self.end]

    @cached_property
    def bounds(self) -> tuple[int, int]:
        """The sentence's span in the section's text."""
        return coverage.sentence(self.text, self.start, self.end)

    @property
    def before(self) -> str:
        """The sentence up to the figure."""
        return self.text[self.bounds[0] : self.start]

    @property
    def after(self) -> str:
        """The sentence from the figure's end."""
        return self.text[self.end : self.bounds[1]]

    @property
    def segment(self) -> str:
        """The words before the figure back to the last comma."""
        return _SEGMENT.split(self.before)[-1]

    @property
    def lead(self) -> str:
        """What stands before the whole list that the figure is a member of: 达到 in 达到90%、60%以上."""
        segment = self.segment
        listed = _LEFT.search(segment)
        return segment[: listed.start()] if listed else segment

    @property
    def tail(self) -> str:
        """What stands after the list's last number: %以上."""
        listed = _RIGHT.match(self.after)
        if listed is None:
            return self.after
        last = [*re.finditer(_NUMBER, listed.group())][-1]
        # the unit of the last number may hold its percent sign
        return self.after[last.end() - last.group().count("%") - last.group().count("％") :]


def of(spot: Spot, start: int, end: int) -> Clause:
    """The clause of a figure whose span is given from the anchor's start."""
    return Clause(spot.unit.text, spot.start + start, spot.start + end)
