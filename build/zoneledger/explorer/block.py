"""One plan's rows with values of their own: what costs views is done here, once a plan, and can be kept.

A block is what a browser reads when it shows rows of the plan, and what the columns of all plans are gathered from.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from zoneledger.catalogue import Row
from zoneledger.explorer.columns import NONE_KEY, Column
from zoneledger.explorer.grams import grams
from zoneledger.explorer.packing import pack, unpack

Block = dict[str, Any]


def block(columns: Sequence[Column], rows: Sequence[Row]) -> Block:
    """The rows of one plan, column by column; every distinct value once.

    Args:
        columns: of the table.
        rows: of one plan.

    Returns:
        ``rows``, their number; ``columns`` by id; ``grams``, what the text of its rows is found by.

    Raises:
        ValueError: columns differ in length.
    """
    filled: Block = {}
    for column in columns:
        if column.by:
            continue
        cells = column.cells(rows)
        if len(cells) != len(rows):
            raise ValueError(f"{column.id}: {len(cells)} cells instead of {len(rows)}")
        filled[column.id] = _PACKERS[column.kind](column, cells)
    return {"rows": len(rows), "columns": filled, "grams": "\n".join(sorted(grams(_texts(columns, filled))))}


def _plain(column: Column, cells: Sequence[Any]) -> Block:
    return {"values": list(cells)}


def _text(column: Column, cells: Sequence[Any]) -> Block:
    place = {value: position for position, value in enumerate(dict.fromkeys(cells))}
    return {"values": [list(value) for value in place], "codes": pack(place[cell] for cell in cells)}


def _choice(column: Column, cells: Sequence[str]) -> Block:
    place = {key: position for position, key in enumerate(sorted(set(cells)))}
    return {"values": _named(column, place), "codes": pack(place[cell] for cell in cells)}


def _choices(column: Column, cells: Sequence[Sequence[str]]) -> Block:
    sets = [tuple(sorted(set(cell))) or (NONE_KEY,) for cell in cells]
    place = {key: position for position, key in enumerate(sorted({key for cell in sets for key in cell}))}
    order = {cell: position for position, cell in enumerate(sorted(set(sets)))}
    return {
        "values": _named(column, place),
        "sets": [[place[key] for key in cell] for cell in order],
        "codes": pack(order[cell] for cell in sets),
    }


def _named(column: Column, keys: Mapping[str, int]) -> list[Any]:
    """Keys alone where all plans share the names, else each with its name."""
    if not column.carries:
        return list(keys)
    assert callable(column.names)
    return [[key, *(column.none if key == NONE_KEY else column.names(key))] for key in keys]


_PACKERS: dict[str, Callable[[Column, Sequence[Any]], Block]] = {
    "key": _plain,
    "number": _plain,
    "text": _text,
    "choice": _choice,
    "choices": _choices,
}


def _texts(columns: Sequence[Column], filled: Mapping[str, Block]) -> Iterator[str]:
    """What is searched in the rows themselves: all but names that every browser has, which it looks up there."""
    for column in columns:
        values = filled[column.id]["values"] if column.id in filled else ()
        if column.kind == "key":
            yield from values
        elif column.kind == "number":
            yield from (spelled for value in values if value is not None for spelled in _spelled(value))
        elif column.kind == "text":
            yield from (text for value in values for text in value)
        elif column.many:
            yield from (text for value in values for text in value[1:])


def _spelled(value: float) -> tuple[str, ...]:
    """A figure as a browser writes it, and as it might: the two languages switch to powers of ten at other places."""
    return (repr(value),) if "e" not in repr(value) else (repr(value), f"{value:f}", f"{value:.12f}".rstrip("0"))


def cells(packed: Block, kind: str) -> list[Any]:
    """A packed column's cells: keys, tuples of keys, pairs of words, texts or numbers."""
    values = packed["values"]
    if kind in ("key", "number"):
        return list(values)
    if kind == "text":
        read: list[Any] = [tuple(value) for value in values]
    else:
        read = [value if isinstance(value, str) else value[0] for value in values]
    if kind == "choices":
        read = [tuple(read[place] for place in members) for members in packed["sets"]]
    return [read[code] for code in unpack(packed["codes"])]
