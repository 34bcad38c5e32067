"""Accepts the cells of a column that are certainly valid; of the others the reader of cells decides.

What is accepted here must be valid for Frictionless and for ``forms.py``, so every test may only be stricter than theirs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from datetime import date
from decimal import Decimal
from types import NoneType

from zoneledger.catalogue import Field
from zoneledger.check.cell_pattern import fits
from zoneledger.check.forms import STRICT

#: So many distinct values of a column are remembered as valid.
MOST_KNOWN = 2_000


class Acceptor:
    """The values of one column that are certainly valid.

    Args:
        field: the column.
    """

    def __init__(self, field: Field) -> None:
        limits = field.constraints
        self._required = field.required
        self._least, self._most = limits.get("minLength", 0), limits.get("maxLength")
        counted = all(type(bound) in (int, NoneType) for bound in (self._least, self._most))
        self._sized = bool(self._least) or self._most is not None
        self._free = counted and field.type == "string" and not limits.keys() - {"required", "minLength", "maxLength"}
        self._invalid = _invalid(field) if counted else list
        listed = field.type == "string" and not limits.keys() - {"required", "enum"}
        self._known: set[str] = set(field.enum) if listed else set()
        if not self._required:
            self._known.add("")

    def doubtful(self, cells: Collection[str]) -> set[str]:
        """The distinct cells that are not certainly valid.

        Args:
            cells: of the column, at least one.
        """
        if self._free:
            return self._misfits(cells)
        if self._known.issuperset(cells):
            return set()
        fresh = set(cells) - self._known
        doubtful = set(self._invalid(fresh)) | ({""} & fresh)
        if self._sized:
            return doubtful | self._misfits(fresh)
        self.learn(fresh - doubtful)
        return doubtful

    def learn(self, cells: Iterable[str]) -> None:
        """Remembers values that were found valid.

        Args:
            cells: valid ones.
        """
        if len(self._known) < MOST_KNOWN:
            self._known.update(cells)

    def _misfits(self, cells: Collection[str]) -> set[str]:
        """Those of some cells that are too short or too long, or empty where they must not be."""
        if self._least or (self._required and not all(cells)) or (self._most is not None and cells):
            return {cell for cell in cells if not self._fits(cell)} if self._out_of_bounds(cells) else set()
        return set()

    def _out_of_bounds(self, cells: Collection[str]) -> bool:
        shortest, longest = min(map(len, cells), default=0), max(map(len, cells), default=0)
        return shortest < max(self._least, self._required) or (self._most is not None and longest > self._most)

    def _fits(self, cell: str) -> bool:
        if not cell:
            return not self._required
        return len(cell) >= self._least and (self._most is None or len(cell) <= self._most)


def _invalid(field: Field) -> Callable[[Iterable[str]], list[str]]:
    """A function that gives those of some values that are not certainly valid by type, pattern and bounds."""
    limits = field.constraints
    if field.type == "string" and "enum" not in limits:
        return _pattern(str(limits["pattern"])) if "pattern" in limits else lambda cells: []
    if field.type in ("integer", "number") and "enum" not in limits:
        return _number(field)
    if field.type == "boolean" and not limits.keys() - {"required"}:
        return lambda cells: [cell for cell in cells if cell not in ("true", "false")]
    if field.type == "date" and not limits.keys() - {"required"}:
        return lambda cells: [cell for cell in cells if not _is_day(cell)]
    return list


def _pattern(pattern: str) -> Callable[[Iterable[str]], list[str]]:
    try:
        re.compile(f"^{pattern}$")  # as Frictionless reads it
        fullmatch = re.compile(pattern).fullmatch
    except re.error:
        return list

    def invalid(cells: Iterable[str]) -> list[str]:
        return [cell for cell in cells if not (fullmatch(cell) and (cell.isascii() or fits(pattern, cell)))]

    return invalid


def _number(field: Field) -> Callable[[Iterable[str]], list[str]]:
    limits, whole = field.constraints, field.type == "integer"
    low, high = limits.get("minimum"), limits.get("maximum")
    if any(isinstance(bound, bool) or not isinstance(bound, int | float | None) for bound in (low, high)):
        return list
    if whole and any(isinstance(bound, float) for bound in (low, high)):
        return list
    written = STRICT[field.type].fullmatch
    least, most = (None if bound is None else Decimal(str(bound)) for bound in (low, high))

    def valid(cell: str) -> bool:
        if not written(cell) or ("." in cell and cell.endswith("0")):
            return False
        value = Decimal(cell)
        return (least is None or value >= least) and (most is None or value <= most)

    return lambda cells: [cell for cell in cells if not valid(cell)]


def _is_day(cell: str) -> bool:
    if not STRICT["date"].fullmatch(cell):
        return False
    try:
        date.fromisoformat(cell)
    except ValueError:
        return False
    return True
