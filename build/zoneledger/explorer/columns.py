"""Columns of an explorer file: distinct values once, rows as positions in them.

The five kinds a browser can filter and sort without parsing anything:

- ``key``: one text a row, all different;
- ``choice``: one of a list of named values; a facet may be made of it;
- ``choices``: any number of them, each combination written once in ``sets``;
- ``text``: words in both languages, shown and searched, no facet;
- ``number``: a figure or null.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from zoneledger.problems import Text

#: The value of a row that has none: its key in addresses, and its words.
NONE_KEY = "none"
NONE = Text("（无）", "(none)")

#: How a list of values is ordered: as given (years, strengths), or by name in the reader's language.
GIVEN, BY_NAME = "given", "name"


@dataclass(frozen=True)
class Column:
    """One column of an explorer file.

    Args:
        id: its name in addresses and in the file.
        kind: ``key``, ``choice``, ``choices``, ``text`` or ``number``.
        title: what readers see.
        cells: a cell a row: a text for ``key``, a value's key for ``choice``, keys for ``choices``, a ``Text`` for
            ``text``, a number or None for ``number``.
        names: words of each value by its key, in the order they are listed; of ``choice`` and ``choices``.
        facet: whether readers may filter by it.
        order: ``GIVEN`` or ``BY_NAME``.
        shown: whether it is among the columns shown at first.
        link: folder of the page a value has, below its language's root; empty where it has none.
    """

    id: str
    kind: str
    title: Text
    cells: Sequence[Any]
    names: Mapping[str, Text] | None = None
    facet: bool = False
    order: str = BY_NAME
    shown: bool = False
    link: str = ""

    @classmethod
    def facet_of(
        cls, title: Text, name: str, cells: Sequence[Any], names: Mapping[str, Text], **options: Any
    ) -> Column:
        """A column readers may filter by, of kind ``choice`` unless ``kind`` is among the options."""
        return cls(name, options.pop("kind", "choice"), title, cells, names, facet=True, **options)


def encode(table: str, columns: Sequence[Column], dataset: Mapping[str, Any]) -> dict[str, Any]:
    """The content of one file.

    Args:
        table: its name.
        columns: all of the same length.
        dataset: content of ``dataset.yml``.

    Raises:
        ValueError: columns differ in length, or a cell names an unknown value.
    """
    rows = len(columns[0].cells)
    for column in columns:
        if len(column.cells) != rows:
            raise ValueError(f"{table}.{column.id}: {len(column.cells)} cells instead of {rows}")
    return {
        "version": 1,
        "table": table,
        "dataset": {key: dataset[key] for key in ("title", "version", "as_of", "licence")},
        "rows": rows,
        "columns": [{**_head(column), **_ENCODERS[column.kind](column)} for column in columns],
    }


def _head(column: Column) -> dict[str, Any]:
    head: dict[str, Any] = {"id": column.id, "kind": column.kind, "title": list(column.title)}
    head |= {"facet": column.facet, "shown": column.shown, "order": column.order}
    if column.link:
        head["link"] = column.link
    return head


def _plain(column: Column) -> dict[str, Any]:
    return {"values": list(column.cells)}


def _text(column: Column) -> dict[str, Any]:
    values = {value: position for position, value in enumerate(dict.fromkeys(column.cells))}
    return {"values": [list(value) for value in values], "codes": [values[cell] for cell in column.cells]}


def _choice(column: Column) -> dict[str, Any]:
    names = _used(column, set(column.cells))
    codes = {key: position for position, key in enumerate(names)}
    return {"values": _listed(names), "codes": [codes[key] for key in column.cells]}


def _choices(column: Column) -> dict[str, Any]:
    cells = [tuple(dict.fromkeys(cell)) or (NONE_KEY,) for cell in column.cells]
    names = _used(column, {key for cell in cells for key in cell})
    place = {key: position for position, key in enumerate(names)}
    sets = {cell: position for position, cell in enumerate(dict.fromkeys(tuple(sorted(cell)) for cell in cells))}
    return {
        "values": _listed(names),
        "sets": [sorted(place[key] for key in cell) for cell in sets],
        "codes": [sets[tuple(sorted(cell))] for cell in cells],
    }


def _used(column: Column, used: set[str]) -> dict[str, Text]:
    """The values that occur, in the order of the column's names; what has none comes last."""
    names = {**(column.names or {}), NONE_KEY: (column.names or {}).get(NONE_KEY, NONE)}
    if unknown := used - set(names):
        raise ValueError(f"{column.id}: {', '.join(sorted(unknown))} has no name")
    return {key: name for key, name in names.items() if key in used}


def _listed(names: Mapping[str, Text]) -> list[list[str]]:
    return [[key, *name] for key, name in names.items()]


_ENCODERS = {"key": _plain, "number": _plain, "text": _text, "choice": _choice, "choices": _choices}
