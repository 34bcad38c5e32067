"""A table as one file: every distinct value once, rows as positions in them. Cheapest while rows are few."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from zoneledger.explorer.block import Block, cells
from zoneledger.explorer.columns import NONE_KEY

Shared = Mapping[str, Any]


def encode(table: str, shared: Shared, blocks: Sequence[Block]) -> dict[str, Any]:
    """The content of the file.

    Args:
        table: its name.
        shared: what all plans share: ``dataset``, and ``tables`` with the columns.
        blocks: one a plan, in their order.

    Raises:
        ValueError: a cell names a value that has no name.
    """
    return {
        "version": 1,
        "table": table,
        "dataset": shared["dataset"],
        "rows": sum(block["rows"] for block in blocks),
        "columns": [
            {**column["head"], **_ENCODERS[column["head"]["kind"]](column, blocks)}
            for column in shared["tables"][table]
        ],
    }


def used_names(column: Shared, carried: Mapping[str, Sequence[str]], used: set[str]) -> dict[str, list[str]]:
    """The words of the values that occur, in the order they are listed; what has none comes last.

    Args:
        column: what all plans share of it.
        carried: names that came with the plans' rows, by key.
        used: the keys that occur.

    Raises:
        ValueError: one of them has no name.
    """
    listed = column["names"] if column["names"] is not None else {key: list(carried[key]) for key in sorted(carried)}
    if unknown := used - {*listed, NONE_KEY}:
        raise ValueError(f"{column['head']['id']}: {', '.join(sorted(unknown))} has no name")
    names = {key: list(name) for key, name in listed.items() if key in used and key != NONE_KEY}
    return {**names, NONE_KEY: list(column["none"])} if NONE_KEY in used else names


def _all_cells(column: Shared, blocks: Sequence[Block]) -> list[Any]:
    name, kind = column["head"]["id"], column["head"]["kind"]
    return [cell for block in blocks for cell in cells(block["columns"][name], kind)]


def _plain(column: Shared, blocks: Sequence[Block]) -> dict[str, Any]:
    return {"values": _all_cells(column, blocks)}


def _text(column: Shared, blocks: Sequence[Block]) -> dict[str, Any]:
    if column["by"]:
        keys = [key for block in blocks for key in cells(block["columns"][column["by"]], "choice")]
        found = [tuple(column["names"].get(key, ("", ""))) for key in keys]
    else:
        found = _all_cells(column, blocks)
    place = {value: position for position, value in enumerate(dict.fromkeys(found))}
    return {"values": [list(value) for value in place], "codes": [place[cell] for cell in found]}


def _choice(column: Shared, blocks: Sequence[Block]) -> dict[str, Any]:
    found = _all_cells(column, blocks)
    names = used_names(column, _carried(column, blocks), set(found))
    place = {key: position for position, key in enumerate(names)}
    return {"values": [[key, *name] for key, name in names.items()], "codes": [place[key] for key in found]}


def _choices(column: Shared, blocks: Sequence[Block]) -> dict[str, Any]:
    found = _all_cells(column, blocks)
    names = used_names(column, _carried(column, blocks), {key for cell in found for key in cell})
    place = {key: position for position, key in enumerate(names)}
    sets = {cell: position for position, cell in enumerate(dict.fromkeys(found))}
    return {
        "values": [[key, *name] for key, name in names.items()],
        "sets": [sorted(place[key] for key in cell) for cell in sets],
        "codes": [sets[cell] for cell in found],
    }


def _carried(column: Shared, blocks: Sequence[Block]) -> dict[str, list[str]]:
    name = column["head"]["id"]
    values = (value for block in blocks for value in block["columns"][name]["values"])
    return {value[0]: value[1:] for value in values if not isinstance(value, str)}


_ENCODERS: dict[str, Callable[[Shared, Sequence[Block]], dict[str, Any]]] = {
    "key": _plain,
    "number": _plain,
    "text": _text,
    "choice": _choice,
    "choices": _choices,
}
