"""What all plans' blocks say of one column, gathered plan by plan: the codes of all rows, values and how often each occurs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from zoneledger.explorer.block import Block
from zoneledger.explorer.columns import NONE_KEY
from zoneledger.explorer.packing import character
from zoneledger.explorer.whole import used_names

Cell = str | tuple[str, ...]


class Gathered:
    """A column that rows are filtered by, over all plans.

    Cells get a number when they first occur; which code a value has in the end is known only once all have been seen.

    Args:
        column: what all plans share of it.
    """

    def __init__(self, column: Mapping[str, Any]) -> None:
        self.column = column
        self.many = bool(column["many"])
        self.sets = column["head"]["kind"] == "choices"
        #: Whether rows point to their plan's own list of cells, since there are too many cells in all.
        self.local = self.many or self.sets
        self._numbers: dict[Cell, int] = {}
        self._names: dict[str, Sequence[str]] = {}
        self._rows_of: Counter[int] = Counter()
        self._locals: list[list[int]] = []
        self._codes: list[str] = []

    def add(self, packed: Block) -> None:
        """Takes in one plan's rows."""
        keys: list[str] = []
        for value in packed["values"]:
            if isinstance(value, str):
                keys.append(value)
            else:
                keys.append(value[0])
                self._names[value[0]] = value[1:]
        found: list[Cell] = [*keys] if not self.sets else [tuple(keys[at] for at in cell) for cell in packed["sets"]]
        numbers = [self._numbers.setdefault(cell, len(self._numbers)) for cell in found]
        codes = packed["codes"]
        occurring: Counter[str] = Counter(codes)
        for place, number in enumerate(numbers):
            self._rows_of[number] += occurring[character(place)]
        self._locals.append(numbers)
        if self.local:
            self._codes.append(codes)
        else:
            table = {ord(character(place)): character(number) for place, number in enumerate(numbers)}
            self._codes.append(codes.translate(table))

    def names(self) -> dict[str, list[str]]:
        """The words of each value by its key, in the order of their codes."""
        used = {key for cell in self._numbers for key in ([cell] if isinstance(cell, str) else cell)}
        return used_names(self.column, self._names, used)

    def counts(self, names: Mapping[str, Any]) -> list[int]:
        """How many rows each value has, in the order of ``names``."""
        rows: Counter[str] = Counter()
        for cell, number in self._numbers.items():
            for key in [cell] if isinstance(cell, str) else cell:
                rows[key] += self._rows_of[number]
        return [rows[key] for key in names]

    def content(self, names: Mapping[str, Any]) -> dict[str, Any]:
        """The column's file: ``codes`` of all rows; ``sets``, ``locals`` or ``plans`` where there are such.

        A plan's list of cells is written as steps from one to the next, which are small where places share a prefix.
        """
        place = {key: position for position, key in enumerate(names)}
        codes = "".join(self._codes)
        if self.sets:
            sets = [sorted(place[key] for key in cell) for cell in self._numbers]
            return {"sets": sets, "locals": [_steps(numbers) for numbers in self._locals], "codes": codes}
        final = [place[str(cell)] for cell in self._numbers]
        lists = [[final[number] for number in numbers] for numbers in self._locals]
        if all(len(numbers) == 1 for numbers in lists):
            # Every plan has one value for all of its rows, as its city.
            return {"plans": [numbers[0] for numbers in lists]}
        if not self.local:
            return {"codes": codes.translate({ord(character(old)): character(new) for old, new in enumerate(final)})}
        return {"locals": [_steps(numbers) for numbers in lists], "codes": codes}

    def none(self, names: Mapping[str, Any]) -> int:
        """The code of rows without a value; -1 where every row has one."""
        return len(names) - 1 if NONE_KEY in names else -1


def _steps(numbers: Sequence[int]) -> list[int]:
    return [number - before for before, number in zip((0, *numbers), numbers, strict=False)]
