"""Files of plans whose rows are cut into cells when somebody first asks for them: of a thousand plans, half of them nobody does."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import TypeVar, overload

from zoneledger.catalogue.cells import places
from zoneledger.catalogue.decoding import decode
from zoneledger.catalogue.reader import read_csv
from zoneledger.catalogue.records import FileRows
from zoneledger.catalogue.schemas import TableSchema

T = TypeVar("T")


class _Later(Sequence[T]):
    """A sequence that is read when it is first looked at."""

    def __init__(self, read: Callable[[], Sequence[T]]) -> None:
        self._read = read

    @overload
    def __getitem__(self, place: int) -> T: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[T]: ...
    def __getitem__(self, place: int | slice) -> T | Sequence[T]:
        return self._read()[place]

    def __iter__(self) -> Iterator[T]:
        return iter(self._read())

    def __len__(self) -> int:
        return len(self._read())


class _File:
    """A file of a table that was once read without a fault.

    Args:
        data: what stands in it.
        shown: its name, from the repository's root.
        schema: the table's rules; its columns are the header.
        plan_id: the plan whose folder it is in.
    """

    def __init__(self, data: bytes, shown: str, schema: TableSchema, plan_id: str) -> None:
        self._data, self._shown, self._schema, self._plan_id = data, shown, schema, plan_id

    @cached_property
    def held(self) -> FileRows:
        """What it holds; the bytes are let go."""
        text, _ = decode(self._data, self._shown)
        rows, _ = read_csv(text or "", self._shown, self._schema, self._plan_id)
        if rows is None:
            raise ValueError(f"{self._shown} is not as it was read before")
        self._data = b""
        return rows


def read_later(data: bytes, shown: str, schema: TableSchema, plan_id: str) -> FileRows:
    """What a file holds, as ``read_csv`` gives it, where it is known that nothing is wrong with it.

    Args:
        data: what stands in it.
        shown: its name, from the repository's root.
        schema: the table's rules; its columns are the header.
        plan_id: the plan whose folder it is in.
    """
    file = _File(data, shown, schema, plan_id)
    lines, rows = _Later(lambda: file.held.lines), _Later(lambda: file.held.rows)
    return FileRows(shown, plan_id, places(schema.columns), lines, rows)
