"""Very many plans for measures: the explorer's extracts of some plans again and again, each time of other places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

#: Columns whose values differ from place to place.
_PLACES = ("plan", "city", "zone", "organization")


def copies(extracts: Sequence[Mapping[str, Any]], times: int) -> Iterator[dict[str, Any]]:
    """Each plan ``times`` times: first as it is, then under other ids, of other cities, zones and bodies.

    What can be found by text stays what it was, with the number of the copy added to the names of places.

    Args:
        extracts: one a plan, as ``zoneledger.explorer.extract`` gives them.
        times: how often.

    Yields:
        ``times * len(extracts)`` extracts, the plans' ids in order.
    """
    for number in range(times):
        for extract in extracts:
            yield {table: _copy(block, number) if number else block for table, block in extract.items()}


def _copy(block: Mapping[str, Any], number: int) -> dict[str, Any]:
    mark = f"x{number:04d}"
    columns = dict(block["columns"])
    columns["id"] = {"values": [f"{mark}-{value}" for value in columns["id"]["values"]]}
    for name in _PLACES:
        if name in columns:
            columns[name] = {**columns[name], "values": [_elsewhere(value, mark) for value in columns[name]["values"]]}
    grams = {*block["grams"].split("\n"), *(mark[place : place + 3] for place in range(3)), f"{mark[-2:]}-"}
    # The new ids begin with the mark: what joins the two is found as well.
    grams |= {f"{mark[-1]}-{value[0]}" for value in block["columns"]["id"]["values"]}
    return {**block, "columns": columns, "grams": "\n".join(sorted(grams))}


def _elsewhere(value: Sequence[str], mark: str) -> list[str]:
    if value[0] == "none":
        return list(value)
    return [f"{mark}-{value[0]}", f"{value[1]} {mark}", f"{value[2]} {mark}"]
