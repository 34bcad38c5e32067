"""Cells by column name without a dictionary a row: the values of one row, and where each column stands, shared by all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TypeVar

V = TypeVar("V")

#: Column name → its place in a row's values.
Places = Mapping[str, int]


@lru_cache(maxsize=512)
def places(columns: tuple[str, ...]) -> Places:
    """Where each column stands; one and the same mapping for all rows under one header.

    Args:
        columns: their names, in the order of the values.
    """
    return {column: place for place, column in enumerate(columns)}


class Cells(Mapping[str, V]):
    """The cells of one row, read like a dictionary and not to be changed.

    A dictionary a row would be most of what a whole catalogue holds in memory: a thousand plans have 300,000 rows.

    Args:
        where: the place of each column, as ``places`` gives it.
        values: the row's values in that order.
    """

    __slots__ = ("_values", "_where")

    def __init__(self, where: Places, values: Sequence[V]) -> None:
        self._where = where
        self._values = values

    def __getitem__(self, column: str) -> V:
        return self._values[self._where[column]]

    def __iter__(self) -> Iterator[str]:
        return iter(self._where)

    def __len__(self) -> int:
        return len(self._where)

    def __contains__(self, column: object) -> bool:
        return column in self._where

    def __repr__(self) -> str:
        return repr(dict(self))
